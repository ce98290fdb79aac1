import { useState } from 'react'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Item } from './agenda.ts'
import { Outcome } from './Outcome.tsx'
import { useDesk } from './useDesk.ts'

export interface DecideDialogProps {
  readonly item: Item
  readonly decision: 'accept' | 'reject'
  readonly onClose: () => void
}

/** The outcome, and what becomes of the others, before it is decided. */
export function DecideDialog({ item, decision, onClose }: DecideDialogProps) {
  const { desk } = useMessages()
  const { perform, keepPlace } = useDesk()
  const [note, setNote] = useState('')
  const { id } = item.amendment
  const accepts = decision === 'accept'
  const decide = async () => {
    keepPlace([id])
    const failure = await perform(
      { do: 'amendment.decide', amendment: id, decision, note: note.trim() },
      accepts ? desk.accepted(id) : desk.rejected(id),
    )
    if (failure) keepPlace([])
    return failure
  }
  return (
    <ConfirmDialog
      title={accepts ? desk.acceptId(id) : desk.rejectId(id)}
      size="wide"
      isOpen
      onClose={onClose}
      confirm={accepts ? desk.acceptId(id) : desk.rejectId(id)}
      danger={!accepts}
      onConfirm={decide}
    >
      {accepts ? <Outcome amendments={[id]} /> : <p>{desk.rejectHint}</p>}
      <TextArea
        label={desk.note}
        hint={desk.noteHint}
        value={note}
        onChange={setNote}
        maxLength={5_000}
        optional
      />
    </ConfirmDialog>
  )
}
