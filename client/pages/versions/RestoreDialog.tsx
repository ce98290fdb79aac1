import { useMemo, useState } from 'react'
import { wordingInForce } from '../../../shared/amendment.ts'
import { compared } from '../../../shared/comparison.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { issuing } from '../../../shared/moment.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { losingTheirPlace } from '../../../shared/restoration.ts'
import { command } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Kept } from './usePast.ts'

export interface RestoreDialogProps {
  readonly view: RoomView
  readonly kept: Kept
  readonly version: VersionHead
  readonly onClose: () => void
}

/** Rule A6 for a restoration: what it changes, and which pending amendments it leaves without a place, before it is done. */
export function RestoreDialog({ view, kept, version, onClose }: RestoreDialogProps) {
  const { versions } = useMessages()
  const { id: capacity } = useCapacity()
  const announce = useAnnounce()
  const [note, setNote] = useState('')
  const { changes, lost } = useConsequences(view, kept, version)
  const perform = async () => {
    const answer = await command(view.record.declaration.id, capacity, {
      do: 'version.restore',
      version: version.number,
      note: note.trim(),
    })
    if (isFailure(answer)) return answer
    announce(versions.restore.done(version.symbol))
    return null
  }
  return (
    <ConfirmDialog
      title={versions.restore.title(version.symbol)}
      isOpen
      onClose={onClose}
      confirm={versions.restore.confirm}
      onConfirm={perform}
    >
      <p>{versions.restore.means}</p>
      <p>{versions.changes(changes.inserted, changes.deleted)}</p>
      <p>{lost.length > 0 ? versions.restore.lost(lost.join(', ')) : versions.restore.noneLost}</p>
      <TextArea label={versions.restore.note} value={note} onChange={setNote} maxLength={5_000} optional />
    </ConfirmDialog>
  )
}

function useConsequences({ record, effects }: RoomView, { acts, past }: Kept, { number }: VersionHead) {
  return useMemo(() => {
    const now = past?.at(acts.at(-1)?.act ?? 0)
    const then = past?.at(issuing(acts, number) ?? 0)
    if (!past || !now || !then) return { changes: { inserted: 0, deleted: 0 }, lost: [] }
    const spans = compared(past.chronicle, now, then).flatMap((it) => it.spans)
    const count = (op: string) => spans.filter((it) => it.op === op).length
    const pending = Object.values(record.amendments).filter(
      ({ id, state, amends }) => state === 'pending' && !amends && effects[id]?.standing !== 'overtaken',
    )
    const wordings = pending.map((it) => ({ id: it.id, edits: wordingInForce(it).edits }))
    return {
      changes: { inserted: count('inserted'), deleted: count('deleted') },
      lost: losingTheirPlace(now, then, wordings),
    }
  }, [record, effects, acts, past, number])
}
