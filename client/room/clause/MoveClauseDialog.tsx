import { useState } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { Dialog } from '../../design/parts/Dialog.tsx'
import { Select } from '../../design/parts/Select.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { useClauseNames } from './useClauseNames.ts'

export interface MoveClauseDialogProps {
  readonly clause: BlockId
  readonly editor: EditorHandle
  readonly onClose: () => void
}

/** Where a clause shall stand, said by the clause that it shall stand after. */
export function MoveClauseDialog({ clause, editor, onClose }: MoveClauseDialogProps) {
  const { texts } = useFloor()
  const { moving, common } = useMessages()
  const announce = useAnnounce()
  const { nameOf, moved } = useClauseNames()
  const order = editor.order()
  const [after, choose] = useState<BlockId | null>(order[order.indexOf(clause) - 1] ?? null)
  const options = order
    .filter((id) => id !== clause)
    .map((id) => ({ id, name: [nameOf(id), begun(texts.get(id) ?? '')].filter(Boolean).join(' · ') }))
  const move = () => {
    editor.moveAfter(clause, after)
    announce(moved(clause, after))
    onClose()
  }
  return (
    <Dialog
      title={moving.title(nameOf(clause))}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button kind="primary" isDisabled={after === null} onPress={move}>
            {moving.move}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Select label={moving.place} options={options} value={after} onChange={choose} />
        <p className="muted small">{moving.hint}</p>
      </div>
    </Dialog>
  )
}

/** As much of a clause as tells which it is. */
const begun = (text: string): string => (text.length > 48 ? `${text.slice(0, 48).trimEnd()} …` : text)
