import type { SessionRow } from '../../../shared/api.ts'
import { type Answer, endOtherSessions, endSession, getSessions } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'

export function Browsers() {
  const { access, refusals } = useMessages()
  const { browsers } = access
  const { id: as } = useCapacity()
  const announce = useAnnounce()
  const { asked, reload } = useAsk(as, () => getSessions(as))
  const rows = asked.is === 'ready' ? asked.value : []
  const ends = async (ending: Promise<Answer<null>>, done: string) => {
    const ended = await ending
    if (isFailure(ended)) announce(refusals.sentence(ended.refused, ended.about), 'problem')
    else announce(done)
    reload()
  }
  return (
    <section className="access-part">
      <header className="access-head">
        <h2>{browsers.title}</h2>
        {rows.length > 1 ? (
          <Button onPress={() => ends(endOtherSessions(as), browsers.othersEnded)}>
            {browsers.endOthers}
          </Button>
        ) : null}
      </header>
      <p className="muted">{browsers.lead}</p>
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      <ul className="access-list">
        {[...rows].sort(byNewest).map((row) => (
          <BrowserLine key={row.id} row={row} onEnd={() => ends(endSession(as, row.id), browsers.ended)} />
        ))}
      </ul>
    </section>
  )
}

/** This one first, then whichever was seen last. */
const byNewest = (a: SessionRow, b: SessionRow): number =>
  Number(b.here) - Number(a.here) || b.lastSeen.localeCompare(a.lastSeen)

function BrowserLine({ row, onEnd }: { readonly row: SessionRow; readonly onEnd: () => void }) {
  const { browsers } = useMessages().access
  const { moment, since } = useDates()
  return (
    <li className="access-row">
      <div>
        <p className="access-name">{row.here ? browsers.here : browsers.other}</p>
        <p className="muted small">
          {browsers.began(moment(row.began))} · {browsers.seen(since(row.lastSeen, Date.now()))}
        </p>
      </div>
      {row.here ? null : (
        <Button kind="quiet" size="small" onPress={onEnd}>
          {browsers.end}
        </Button>
      )}
    </li>
  )
}
