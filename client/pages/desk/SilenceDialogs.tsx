import { useState } from 'react'
import type { Instant } from '../../../shared/ids.ts'
import { instantOf, isAhead, type Silence, usualDeadline } from '../../../shared/silence.ts'
import { serverClock } from '../../api/serverClock.ts'
import { useDates } from '../../dates.ts'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { MomentField } from '../../design/parts/MomentField.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import { remaining } from '../../silence/remaining.ts'
import { useDesk } from './useDesk.ts'

export const serverInstant = (): Instant => instantOf(serverClock.now())

export interface SilenceDialogProps {
  readonly silence: Silence
  readonly onClose: () => void
}

/** To a later deadline, with a reason. */
export function ExtendDialog({ silence, onClose }: SilenceDialogProps) {
  const { silence: say } = useMessages()
  const { perform } = useDesk()
  const [deadline, setDeadline] = useState(() => usualDeadline(silence.deadline))
  const [reason, setReason] = useState('')
  const isLater = Date.parse(deadline) > Date.parse(silence.deadline)
  const isPossible = isLater && isAhead(deadline, serverInstant())
  const { version } = silence
  return (
    <ConfirmDialog
      title={say.desk.extend}
      isOpen
      onClose={onClose}
      confirm={say.desk.extend}
      isDisabled={!isPossible || reason.trim() === ''}
      onConfirm={() =>
        perform({ do: 'silence.extend', version, deadline, reason: reason.trim() }, say.desk.extended)
      }
    >
      <MomentField
        label={say.desk.deadline}
        value={deadline}
        onChange={setDeadline}
        error={isPossible ? '' : isLater ? say.desk.past : say.desk.notLater}
      />
      <Elsewhere deadline={deadline} />
      <Reason value={reason} onChange={setReason} />
    </ConfirmDialog>
  )
}

/** Back to Consolidation, with a reason. */
export function CancelDialog({ silence, onClose }: SilenceDialogProps) {
  const { silence: say } = useMessages()
  const { perform } = useDesk()
  const [reason, setReason] = useState('')
  const { version } = silence
  return (
    <ConfirmDialog
      title={say.desk.cancel}
      isOpen
      onClose={onClose}
      confirm={say.desk.cancel}
      danger
      isDisabled={reason.trim() === ''}
      onConfirm={() => perform({ do: 'silence.cancel', version, reason: reason.trim() }, say.desk.cancelled)}
    >
      <p>{say.desk.cancelMeans}</p>
      <Reason value={reason} onChange={setReason} />
    </ConfirmDialog>
  )
}

interface ReasonProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

function Reason({ value, onChange }: ReasonProps) {
  const { silence: say } = useMessages()
  return (
    <TextArea
      label={say.desk.reason}
      hint={say.desk.reasonHint}
      value={value}
      onChange={onChange}
      maxLength={5_000}
    />
  )
}

/** The deadline as others will read it: in UTC, and how long it gives them. */
export function Elsewhere({ deadline }: { readonly deadline: Instant }) {
  const { silence: say } = useMessages()
  const { deadline: here, utc } = useDates()
  const [first = '', second] = remaining(Date.parse(deadline) - serverClock.now()).map(([amount, unit]) =>
    say.left[unit](amount),
  )
  if (first === '') return null
  const hours = second ? say.and(first, second) : first
  return <p className="muted small">{say.desk.elsewhere(utc(deadline) || here(deadline), hours)}</p>
}
