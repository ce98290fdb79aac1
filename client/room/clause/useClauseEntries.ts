import type { BlockId } from '../../../shared/ids.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import type { MenuEntry } from '../../design/parts/Menu.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { useClauseNames } from './useClauseNames.ts'

/** What one can do with a clause as a whole in one's draft; `ask` opens the choice of its place. */
export function useClauseEntries(
  editor: EditorHandle | null,
  clause: BlockId,
  ask: () => void,
): readonly MenuEntry[] {
  const { labels } = useFloor()
  const { moving } = useMessages()
  const announce = useAnnounce()
  const { nameOf, moved } = useClauseNames()
  if (!editor) return []
  const isOwn = !(clause in labels)
  const shift = (direction: -1 | 1) => {
    const after = editor.placeBeside(clause, direction)
    return {
      isDisabled: after === undefined,
      onAction: () => {
        if (after === undefined) return
        editor.moveAfter(clause, after)
        announce(moved(clause, after))
      },
    }
  }
  const strike = () => {
    editor.strike(clause)
    if (!isOwn) announce(moving.struck(nameOf(clause)))
  }
  return [
    { id: 'up', name: moving.up, ...shift(-1) },
    { id: 'down', name: moving.down, ...shift(1) },
    { id: 'after', name: moving.after, onAction: ask },
    { id: 'add', name: moving.add, onAction: () => editor.addAfter(clause) },
    { id: 'strike', name: isOwn ? moving.remove : moving.strike, onAction: strike },
  ]
}
