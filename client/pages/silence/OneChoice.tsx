import { useState } from 'react'
import { may } from '../../../shared/policy.ts'
import type { Record } from '../../../shared/record.ts'
import type { Silence } from '../../../shared/silence.ts'
import { command } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useDates } from '../../dates.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'

export interface OneChoiceProps {
  readonly record: Record
  readonly silence: Silence
}

/** A delegation that agrees has nothing to press. */
export function OneChoice({ record, silence }: OneChoiceProps) {
  const { silence: say } = useMessages()
  const { role, delegation } = useCapacity()
  const { nameOf } = useConference()
  const { moment } = useDates()
  const [breaking, setBreaking] = useState(false)
  if (delegation === null || silence.end) return null
  const receipt = record.receipts?.[delegation]
  const name = nameOf(delegation)
  return (
    <section className="silence-choice no-print" aria-label={say.break.open}>
      <div>
        <p>{say.page.agree(name)}</p>
        {receipt ? <p className="muted small">{say.page.seen(name, moment(receipt.at))}</p> : null}
      </div>
      {may(role, 'silence.break', record.stage) ? (
        <Button kind="danger" size="large" onPress={() => setBreaking(true)}>
          {say.break.open}
        </Button>
      ) : null}
      {breaking ? (
        <BreakDialog record={record} silence={silence} name={name} onClose={() => setBreaking(false)} />
      ) : null}
    </section>
  )
}

interface BreakDialogProps extends OneChoiceProps {
  readonly name: string
  readonly onClose: () => void
}

function BreakDialog({ record, silence, name, onClose }: BreakDialogProps) {
  const { silence: say } = useMessages()
  const { id: capacity } = useCapacity()
  const announce = useAnnounce()
  const [reason, setReason] = useState('')
  const send = async () => {
    const body = { do: 'silence.break', version: silence.version, reason: reason.trim() } as const
    const answer = await command(record.declaration.id, capacity, body)
    if (isFailure(answer)) return answer
    announce(say.break.done)
    return null
  }
  return (
    <ConfirmDialog
      title={say.break.title}
      isOpen
      onClose={onClose}
      confirm={say.break.confirm(name)}
      danger
      isDisabled={reason.trim() === ''}
      onConfirm={send}
    >
      <p>
        {say.break.means} {say.break.named(name)}
      </p>
      <TextArea
        label={say.break.reason}
        hint={say.break.hint}
        value={reason}
        onChange={setReason}
        maxLength={5_000}
      />
    </ConfirmDialog>
  )
}
