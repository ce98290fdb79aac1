import { useState } from 'react'
import type { SignatoryAnswer } from '../../../shared/api.ts'
import type { Endorsement } from '../../../shared/roll.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/plain/Button.tsx'
import { ConfirmDialog } from '../../design/plain/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { withdrawing } from './instrument.ts'
import { putOnRecord } from './putOnRecord.ts'

export interface WithdrawProps {
  readonly answer: SignatoryAnswer
  readonly endorsement: Endorsement
  readonly onDone: () => void
}

/** Taking it back, signed as it was given; nothing is erased. */
export function Withdraw({ answer, endorsement, onDone }: WithdrawProps) {
  const { endorse } = useMessages()
  const capacity = useCapacity()
  const nameOf = useCapacityName()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const { version, signatory } = answer
  if (!version || !signatory?.key) return null
  const { key } = signatory
  const send = async () => {
    const by = { capacity: capacity.id, state: endorsement.state }
    const failure = await putOnRecord({
      declaration: answer.declaration.id,
      capacity: capacity.id,
      key,
      deed: 'endorsement.withdraw',
      instrument: (now) => withdrawing(now, version, by, endorsement),
    })
    if (!failure) announce(endorse.withdrawDone)
    onDone()
    return failure
  }
  return (
    <div className="no-print">
      <Button kind="quiet" onPress={() => setAsking(true)}>
        {endorse.withdraw}
      </Button>
      <ConfirmDialog
        title={endorse.withdraw}
        isOpen={asking}
        onClose={() => setAsking(false)}
        confirm={endorse.withdraw}
        danger
        onConfirm={send}
      >
        <p className="endorse-statement">{endorse.withdrawLead(nameOf(capacity))}</p>
        <p>{endorse.withdrawConfirm}</p>
        <p className="muted small">{endorse.confirmHint}</p>
      </ConfirmDialog>
    </div>
  )
}
