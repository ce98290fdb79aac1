import { useState } from 'react'
import type { SigningState } from '../../../shared/api.ts'
import { codeOf, type SigningKey } from '../../../shared/endorsement.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { useCapacity } from '../../api/session.tsx'
import { enrol } from '../../api/signing.ts'
import { Problem } from '../../design/parts/Problem.tsx'
import { Button } from '../../design/plain/Button.tsx'
import { useMessages } from '../../i18n.tsx'

export interface EnrolmentProps {
  /** As published. */
  readonly listed: SigningKey | null
  readonly state: SigningState
  readonly onDone: () => void
}

/** A signatory's key: made on this device, read out as a code, confirmed by the secretariat. */
export function Enrolment({ listed, state, onDone }: EnrolmentProps) {
  const { signing } = useMessages()
  const { id: as } = useCapacity()
  /** The key that this page saw its device make. */
  const [made, setMade] = useState<SigningKey | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isMaking, setIsMaking] = useState(false)

  const make = async () => {
    setIsMaking(true)
    const enrolled = await enrol(as)
    setIsMaking(false)
    setFailure(isFailure(enrolled) ? enrolled : null)
    if (isFailure(enrolled)) return
    setMade(enrolled.made)
    onDone()
  }
  const button = (label: string, kind: 'primary' | 'quiet') => (
    <Button kind={kind} size={kind === 'primary' ? 'large' : 'small'} isPending={isMaking} onPress={make}>
      {label}
    </Button>
  )

  if (!canUsePasskeys()) return <p className="told">{signing.notHere}</p>
  const { waiting, confirmed } = state
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
