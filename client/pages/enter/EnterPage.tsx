import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { enter as enterWith, getCode } from '../../api/api.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { useConference } from '../../api/conference.tsx'
import { type Failure, isFailure } from '../../api/failure.ts'
import { useSession } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { landing } from '../landing.ts'
import { MeetingHead } from './MeetingHead.tsx'
import { PasskeyEntrance } from './PasskeyEntrance.tsx'

/** Opening this page consumes nothing: mail scanners follow links. The button does. */
export function EnterPage() {
  const { code = '' } = useParams()
  const { asked } = useAsk(code, () => getCode(code))
  const { enter, common } = useMessages()
  const { flagOf } = useConference()
  const { reload } = useSession()
  const nameOf = useCapacityName()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [pending, setPending] = useState(false)

  const goIn = async () => {
    setPending(true)
    const me = await enterWith(code)
    setPending(false)
    if (isFailure(me)) return setFailure(me)
    const added = me.capacities.find(({ id }) => id === me.added)
    reload()
    navigate(added ? await landing(added) : '/', { replace: true })
  }

  const failed = failure ?? (asked.is === 'failed' ? asked.failure : null)
  return (
    <Page title={enter.title} layout="measure">
      <div className="enter">
        <MeetingHead />
        {asked.is === 'loading' ? <Spinner /> : null}
        {failed ? <NotOpen failure={failed} /> : null}
        {asked.is === 'ready' && !failed ? (
          <section className="enter-card">
            <p className="muted">{enter.invitedAs}</p>
            <div className="enter-who">
              {asked.value.delegation ? <Flag alpha2={flagOf(asked.value.delegation)} size="large" /> : null}
              <h2>{nameOf(asked.value)}</h2>
              <p>
                {asked.value.name}
                {asked.value.title ? `, ${asked.value.title}` : ''}
              </p>
              {asked.value.delegation ? <p className="muted">{common.roles[asked.value.role]}</p> : null}
            </div>
            <Button kind="primary" size="large" isPending={pending} onPress={goIn}>
              {enter.button(nameOf(asked.value))}
            </Button>
            <p className="muted small">{enter.once}</p>
          </section>
        ) : null}
      </div>
    </Page>
  )
}

function NotOpen({ failure }: { readonly failure: Failure }) {
  const { enter } = useMessages()
  const { capacities } = useSession()
  return (
    <section className="stack">
      <h2>{enter.notOpen}</h2>
      <Problem failure={failure} />
      <p>{enter.ask}</p>
      <PasskeyEntrance />
      {capacities.length > 0 ? (
        <p>
          <Link to="/">{enter.alreadyIn}</Link>
        </p>
      ) : null}
    </section>
  )
}
