import { useState } from 'react'
import { wordingInForce } from '../../../shared/record.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Item } from './agenda.ts'
import { fateOf } from './fate.ts'
import { Outcome } from './Outcome.tsx'
import { useDesk } from './useDesk.ts'

export interface DecideDialogProps {
  readonly item: Item
  readonly decision: 'accept' | 'reject'
  readonly onClose: () => void
}

/** The outcome, and what becomes of the rivals, before it is decided. */
export function DecideDialog({ item, decision, onClose }: DecideDialogProps) {
  const { desk } = useMessages()
  const { perform } = useDesk()
  const [note, setNote] = useState('')
  const { id } = item.amendment
  const accepts = decision === 'accept'
  return (
    <ConfirmDialog
      title={accepts ? desk.acceptId(id) : desk.rejectId(id)}
      size="wide"
      isOpen
      onClose={onClose}
      confirm={accepts ? desk.acceptId(id) : desk.rejectId(id)}
      danger={!accepts}
      onConfirm={() =>
        perform(
          { do: 'amendment.decide', amendment: id, decision, note: note.trim() },
          accepts ? desk.accepted(id) : desk.rejected(id),
        )
      }
    >
      {accepts ? <Outcome amendments={[id]} /> : <p>{desk.rejectHint}</p>}
      {accepts && item.rivals.length > 0 ? <Fates of={item} /> : null}
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

function Fates({ of: accepted }: { readonly of: Item }) {
  const { desk } = useMessages()
  const { view } = useDesk()
  return (
    <section className="stack-tight">
      <h3>{desk.fates}</h3>
      <ul className="fates">
        {accepted.rivals.map((id) => {
          const rival = view.record.amendments[id]
          if (!rival) return null
          const edits = view.effects[id]?.edits ?? wordingInForce(rival).edits
          const fate = fateOf(edits, accepted.edits)
          return (
            <li key={id} className="row">
              <DelegationChip code={rival.sponsor} />
              <strong className="numeric">{id}</strong>
              <Badge tone={fate === 'stands' ? 'plain' : 'warning'}>{desk.standing[fate]}</Badge>
              <span>{desk.fate[fate]}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
