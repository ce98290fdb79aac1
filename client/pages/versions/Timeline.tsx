import type { Act } from '../../../shared/act.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { versionIn } from '../../../shared/moment.ts'
import { useDates } from '../../dates.ts'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { ActLine } from './ActLine.tsx'
import { actPoint } from './points.ts'
import type { Compared } from './useComparison.ts'
import type { Kept } from './usePast.ts'

export interface TimelineProps {
  readonly view: RoomView
  readonly kept: Kept
  readonly comparison: Compared
}

/** Every public act, newest first; each is a moment that can be compared with any other. */
export function Timeline({ view, kept, comparison }: TimelineProps) {
  const { versions, acts: words } = useMessages()
  const { acts, failure, reload } = kept
  const { day } = useDates()
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{versions.timeline}</h2>
      {acts.length === 0 && !failure ? <Spinner /> : null}
      {failure ? <Problem failure={failure} onRetry={reload} /> : null}
      <ol className="timeline-list" aria-label={words.title}>
        {byDay(acts).map(({ date, acts: those }) => (
          <li key={date}>
            <h3 className="timeline-day">{day(date)}</h3>
            <ol className="timeline-acts">
              {those.map((act) => (
                <li key={act.act} className={versionIn(act) ? 'timeline-version' : 'timeline-act'}>
                  <ActLine act={act} view={view} />
                  <Ends act={act} comparison={comparison} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Takes the moment after the act as one end of the comparison. */
function Ends({ act: { act }, comparison }: { readonly act: Act; readonly comparison: Compared }) {
  const { versions } = useMessages()
  const { from, to, compare } = comparison
  return (
    <p className="act-ends no-print">
      <button type="button" className="text-button" onClick={() => compare(actPoint(act), to)}>
        {versions.fromHere}
        <span className="visually-hidden"> {versions.place(act)}</span>
      </button>
      <button type="button" className="text-button" onClick={() => compare(from, actPoint(act))}>
        {versions.toHere}
        <span className="visually-hidden"> {versions.place(act)}</span>
      </button>
    </p>
  )
}

/** By the reader's own calendar days, newest first. */
function byDay(acts: readonly Act[]): { date: string; acts: Act[] }[] {
  const days = new Map<string, Act[]>()
  for (const act of [...acts].reverse()) {
    const day = new Date(act.at).toDateString()
    days.set(day, [...(days.get(day) ?? []), act])
  }
  return [...days.values()].map((those) => ({ date: those[0]?.at ?? '', acts: those }))
}
