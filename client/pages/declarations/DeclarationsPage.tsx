import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { DeclarationSummary } from '../../../shared/api.ts'
import type { Instant } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/policy.ts'
import { getDeclarations } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { PageHead } from '../../design/parts/PageHead.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { Countdown } from '../../silence/Countdown.tsx'
import { Deadline } from '../../silence/Deadline.tsx'
import '../../silence/silence.css'
import { useTimeLeft } from '../../silence/useTimeLeft.ts'
import './Declarations.css'
import { LayDialog } from './LayDialog.tsx'

export function DeclarationsPage() {
  const { declarations } = useMessages()
  const { meeting } = useConference()
  const capacity = useCapacity()
  const { asked, reload } = useAsk(capacity.id, () => getDeclarations(capacity.id))
  const [laying, setLaying] = useState(false)
  const keeps = capacity.role === 'secretariat'
  const layButton = (
    <Button kind="primary" onPress={() => setLaying(true)}>
      {declarations.lay.open}
    </Button>
  )
  return (
    <Page title={declarations.title} layout="wide">
      <div className="declarations">
        <PageHead
          title={declarations.title}
          over={meeting}
          actions={
            keeps ? (
              <>
                <Link className="button button-quiet button-medium" to="people">
                  {declarations.toPeople}
                </Link>
                {layButton}
              </>
            ) : null
          }
        />
        {asked.is === 'loading' ? <Spinner /> : null}
        {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
        {asked.is === 'ready' && asked.value.length === 0 ? (
          <EmptyState title={declarations.empty} actions={keeps ? layButton : null}>
            {keeps ? declarations.emptyDesk : declarations.emptyHelp}
          </EmptyState>
        ) : null}
        {asked.is === 'ready' && asked.value.length > 0 ? (
          <ol className="contents">
            {asked.value.map((it) => (
              <Entry key={it.id} declaration={it} role={capacity.role} onEnded={reload} />
            ))}
          </ol>
        ) : null}
        {keeps ? <LayDialog isOpen={laying} onClose={() => setLaying(false)} onLaid={reload} /> : null}
      </div>
    </Page>
  )
}

interface EntryProps {
  readonly declaration: DeclarationSummary
  readonly role: Role
  /** The silence procedure is over: the declaration is another now. */
  readonly onEnded: () => void
}

function Entry({ declaration, role, onEnded }: EntryProps) {
  const { common, declarations } = useMessages()
  const { since } = useDates()
  const { id, symbol, title, language, stage, endorsements, deadline, changed } = declaration
  const sealed = stage === 'final' || stage === 'closed'
  const page = pageFor(role, declaration)
  return (
    <li className="contents-entry">
      <p className="contents-symbol numeric">{symbol}</p>
      <h2 lang={language} dir="auto">
        <Link to={`d/${id}${page}`}>{title}</Link>
      </h2>
      <p className="contents-facts muted small">
        <Badge tone={sealed ? 'good' : 'accent'}>{common.stages[stage]}</Badge>
        {deadline ? <SilenceLine deadline={deadline} onEnded={onEnded} /> : null}
        {sealed ? (
          <span>{declarations.endorsements(endorsements)}</span>
        ) : (
          <Waiting declaration={declaration} role={role} />
        )}
        <time dateTime={changed}>{declarations.changed(since(changed, Date.now()))}</time>
      </p>
    </li>
  )
}

/** Where one's own work waits: the final text, the desk, or else the room. */
function pageFor(role: Role, { stage, awaited }: DeclarationSummary): string {
  if (role === 'signatory') return stage === 'final' || stage === 'closed' ? '/endorse' : ''
  return isOfTheDesk(role) && awaited > 0 ? '/desk' : ''
}

const isOfTheDesk = (role: Role): boolean => role === 'secretariat' || role === 'chair'

/** What is pending, and what of that waits for one's own word. */
function Waiting({ declaration, role }: Pick<EntryProps, 'declaration' | 'role'>) {
  const { declarations } = useMessages()
  const { pending, awaited } = declaration
  const isDesk = isOfTheDesk(role)
  return (
    <>
      {awaited > 0 ? (
        <strong className="contents-awaited">
          {isDesk ? declarations.toDecide(awaited) : declarations.toAnswer(awaited)}
        </strong>
      ) : null}
      {isDesk && awaited > 0 ? null : (
        <span>{pending > 0 ? declarations.pending(pending) : declarations.nonePending}</span>
      )}
    </>
  )
}

/** How long the text is frozen. */
function SilenceLine({ deadline, onEnded }: { readonly deadline: Instant; readonly onEnded: () => void }) {
  const { silence } = useMessages()
  const isOver = useTimeLeft(deadline) === 0
  useEffect(() => {
    if (!isOver) return
    // The server's clock may be a little behind what is known of it here.
    const timer = setTimeout(onEnded, 2_000)
    return () => clearTimeout(timer)
  }, [isOver, onEnded])
  return (
    <span className="contents-silence">
      <Countdown deadline={deadline} />
      <span>
        {silence.banner.ends} <Deadline at={deadline} />
      </span>
    </span>
  )
}
