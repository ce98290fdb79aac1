import { Button as AriaButton } from 'react-aria-components'
import { useNavigate } from 'react-router'
import type { Capacity } from '../../../shared/api.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { useConference } from '../../api/conference.tsx'
import { useSession } from '../../api/session.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { landing } from '../landing.ts'
import { MeetingHead } from './MeetingHead.tsx'
import { PasskeyEntrance } from './PasskeyEntrance.tsx'

export function HomePage() {
  const { enter } = useMessages()
  const { asked, capacities, reload } = useSession()
  const nobody = asked.is === 'ready' || (asked.is === 'failed' && asked.failure.refused === 'session/none')
  return (
    <Page title={enter.home.title} layout="measure">
      <div className="enter">
        <MeetingHead />
        {asked.is === 'loading' ? <Spinner /> : null}
        {asked.is === 'failed' && !nobody ? <Problem failure={asked.failure} onRetry={reload} /> : null}
        {capacities.length > 0 ? (
          <section className="stack">
            <h2>{enter.home.title}</h2>
            <p className="muted">{enter.home.lead}</p>
            <ul className="capacities">
              {capacities.map((capacity) => (
                <li key={capacity.id}>
                  <CapacityButton capacity={capacity} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {nobody && capacities.length === 0 ? (
          <EmptyState title={enter.home.none}>
            <div className="stack-tight">
              <p>{enter.home.noneHelp}</p>
              <p>{enter.home.noneAsk}</p>
            </div>
          </EmptyState>
        ) : null}
        {asked.is === 'loading' ? null : <PasskeyEntrance />}
      </div>
    </Page>
  )
}

function CapacityButton({ capacity }: { readonly capacity: Capacity }) {
  const { common } = useMessages()
  const { flagOf } = useConference()
  const nameOf = useCapacityName()
  const navigate = useNavigate()
  return (
    <AriaButton className="capacity-button" onPress={async () => navigate(await landing(capacity))}>
      <Flag alpha2={capacity.delegation ? flagOf(capacity.delegation) : null} size="medium" />
      <span className="capacity-button-words">
        <span className="capacity-button-name">{nameOf(capacity)}</span>
        <span className="muted small">
          {[...new Set([capacity.name, common.roles[capacity.role]])].join(' · ')}
        </span>
      </span>
    </AriaButton>
  )
}
