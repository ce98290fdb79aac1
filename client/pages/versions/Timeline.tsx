import type { Act } from '../../../shared/act.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { getActs } from '../../api/api.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { ActLine } from './ActLine.tsx'
import type { Compared } from './useComparison.ts'

export interface TimelineProps {
  readonly view: RoomView
  readonly comparison: Compared
}

/** Every public act, newest first; versions stand out among them. */
export function Timeline({ view, comparison }: TimelineProps) {
  const { versions, acts } = useMessages()
  const { id: capacity } = useCapacity()
  const { declaration, acts: count } = view.record
  const { asked, reload } = useAsk(`${declaration.id} ${count}`, () => getActs(declaration.id, capacity))
  const { day } = useDates()
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{versions.timeline}</h2>
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {asked.is === 'ready' ? (
        <ol className="timeline-list" aria-label={acts.title}>
          {byDay(asked.value.acts).map(({ date, acts: those }) => (
            <li key={date}>
              <h3 className="timeline-day">{day(date)}</h3>
              <ol className="timeline-acts">
                {those.map((act) => {
                  const version = versionOf(act)
                  return (
                    <li key={act.act} className={version ? 'timeline-version' : 'timeline-act'}>
                      <ActLine act={act} view={view} />
                      {version ? <VersionNote version={version} comparison={comparison} /> : null}
                    </li>
                  )
                })}
              </ol>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

function VersionNote({
  version,
  comparison,
}: {
  readonly version: VersionHead
  readonly comparison: Compared
}) {
  const { versions } = useMessages()
  const { number, symbol, note, final, hash } = version
  const chosen = comparison.from === number && comparison.to === 'now'
  return (
    <div className="version-note">
      <p className="row">
        <strong className="numeric">{symbol}</strong>
        {final ? <Badge tone="good">{versions.final}</Badge> : null}
        <code className="muted small" title={`${versions.hash}: ${hash}`} dir="ltr">
          {hash.slice(0, 12)}
        </code>
      </p>
      {note ? <p className="version-note-words">{note}</p> : null}
      <p className="row no-print">
        <Button
          kind="quiet"
          size="small"
          isDisabled={chosen}
          onPress={() => comparison.compare(number, 'now')}
        >
          {versions.compareWithNow}
        </Button>
      </p>
    </div>
  )
}

const versionOf = (act: Act): VersionHead | null =>
  'version' in act && typeof act.version === 'object' ? act.version : null

/** By the reader's own calendar days, newest first. */
function byDay(acts: readonly Act[]): { date: string; acts: Act[] }[] {
  const days = new Map<string, Act[]>()
  for (const act of [...acts].reverse()) {
    const day = new Date(act.at).toDateString()
    days.set(day, [...(days.get(day) ?? []), act])
  }
  return [...days.values()].map((those) => ({ date: those[0]?.at ?? '', acts: those }))
}
