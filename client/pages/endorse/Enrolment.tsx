import { useState } from 'react'
import { codeOf, type SigningKey } from '../../../shared/endorsement.ts'
import { getSigning } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { useCapacity } from '../../api/session.tsx'
import { enrol } from '../../api/signing.ts'
import { useAsk } from '../../api/useAsk.ts'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { Button } from '../../design/plain/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useEvery } from '../../useEvery.ts'

/** How often the server is asked whether the secretariat has confirmed. */
const AGAIN = 2_000

/** A signatory's key: made on this device, read out as a code, confirmed by the secretariat. */
export function Enrolment({ listed }: { readonly listed: SigningKey | null }) {
  const { signing } = useMessages()
  const { id: as } = useCapacity()
  const { asked, reload } = useAsk(as, () => getSigning(as))
  /** The key that this page saw its device make. */
  const [made, setMade] = useState<SigningKey | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const state = asked.is === 'ready' ? asked.value : null
  useEvery(state?.waiting ? AGAIN : null, reload)

  const make = async () => {
    setIsMaking(true)
    const enrolled = await enrol(as)
    setIsMaking(false)
    setFailure(isFailure(enrolled) ? enrolled : null)
    if (isFailure(enrolled)) return
    setMade(enrolled.made)
    reload()
  }
  const button = (label: string, kind: 'primary' | 'quiet') => (
    <Button kind={kind} size={kind === 'primary' ? 'large' : 'small'} isPending={isMaking} onPress={make}>
      {label}
    </Button>
  )

  if (asked.is === 'loading') return <Spinner />
  if (asked.is === 'failed') return <Problem failure={asked.failure} onRetry={reload} />
  if (!canUsePasskeys()) return <p className="notice">{signing.notHere}</p>
  const waiting = state?.waiting ?? null
  const confirmed = state?.confirmed ?? null
  return (
    <section className="enrolment" aria-labelledby="enrolment-title">
      <h2 id="enrolment-title">{signing.title}</h2>
      {waiting ? (
        <Waiting code={codeOfKey(as, waiting.nonce, made?.id === waiting.id ? made : waiting)} />
      ) : confirmed ? (
        <p role="status">{listed?.id === confirmed.id ? signing.ready : signing.notListed}</p>
      ) : (
        <>
          <p>{signing.lead}</p>
          {button(signing.make, 'primary')}
        </>
      )}
      {failure ? <Problem failure={failure} /> : null}
      {waiting || confirmed ? (
        <details className="enrolment-else">
          <summary>{waiting ? signing.again : signing.otherDevice}</summary>
          <div className="stack-tight">
            <div>{button(signing.replace, 'quiet')}</div>
            <p className="muted small">{signing.paper}</p>
          </div>
        </details>
      ) : null}
    </section>
  )
}

const codeOfKey = (capacity: string, nonce: string, { id, spki }: SigningKey): string =>
  codeOf({ capacity, nonce, credential: id, spki })

function Waiting({ code }: { readonly code: string }) {
  const { signing } = useMessages()
  return (
    <div className="enrolment-code">
      <h3>{signing.codeTitle}</h3>
      <p className="code-to-read" dir="ltr">
        {code}
      </p>
      <p>{signing.codeLead}</p>
      <p className="muted small" role="status">
        {signing.waiting}
      </p>
    </div>
  )
}
