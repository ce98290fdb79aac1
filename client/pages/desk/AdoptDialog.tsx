import { useState } from 'react'
import type { AmendmentId } from '../../../shared/ids.ts'
import { command } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Item } from './agenda.ts'
import { Outcome } from './Outcome.tsx'
import { useDesk } from './useDesk.ts'

export interface AdoptDialogProps {
  /** Those that were ticked when the dialog opened, in the order of decision. */
  readonly items: readonly Item[]
  readonly onClose: () => void
}

/** Several at once: one outcome to look at, then one act after the other; the first refusal stops it. */
export function AdoptDialog({ items, onClose }: AdoptDialogProps) {
  const { desk } = useMessages()
  const { view, capacity, keepPlace } = useDesk()
  const announce = useAnnounce()
  const [note, setNote] = useState('')
  const [done, setDone] = useState<readonly AmendmentId[]>([])
  const [stopped, setStopped] = useState<AmendmentId | null>(null)
  const all = items.map(({ amendment }) => amendment.id)
  const left = all.filter((id) => !done.includes(id))

  const adopt = async () => {
    setStopped(null)
    keepPlace(left)
    for (const id of left) {
      const answer = await command(view.record.declaration.id, capacity, {
        do: 'amendment.decide',
        amendment: id,
        decision: 'accept',
        note: note.trim(),
      })
      if (isFailure(answer)) {
        setStopped(id)
        keepPlace([])
        return answer
      }
      setDone((before) => [...before, id])
    }
    announce(desk.adopted(all.length))
    return null
  }

  return (
    <ConfirmDialog
      title={desk.adoptTitle(all.length)}
      size="wide"
      isOpen
      onClose={onClose}
      confirm={desk.adoptTitle(left.length)}
      isDisabled={left.length === 0}
      onConfirm={adopt}
    >
      {clashesOf(items).map(([a, b]) => (
        <p key={`${a} ${b}`} className="row">
          <Badge tone="rival">{desk.adoptClash(a, b)}</Badge>
        </p>
      ))}
      {left.length > 0 ? <Outcome amendments={left} /> : null}
      <TextArea
        label={desk.note}
        hint={desk.noteHint}
        value={note}
        onChange={setNote}
        maxLength={5_000}
        optional
      />
      <p role="status" className="muted">
        {done.length > 0 || stopped ? desk.adoptProgress(done.length, all.length) : null}{' '}
        {stopped ? desk.adoptStopped(stopped, done.join(', ')) : null}
      </p>
    </ConfirmDialog>
  )
}

const clashesOf = (items: readonly Item[]): (readonly [AmendmentId, AmendmentId])[] =>
  items.flatMap((a, index) =>
    items
      .slice(index + 1)
      .filter((b) => a.rivals.includes(b.amendment.id))
      .map((b) => [a.amendment.id, b.amendment.id] as const),
  )
