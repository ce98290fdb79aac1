import type { RefObject } from 'react'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import { useMessages } from '../../i18n.tsx'
import type { SetAside } from '../../sync/tray.ts'
import { useTray } from '../../sync/useDraft.ts'
import { useFloor } from '../floor.tsx'

export interface TrayLineProps {
  readonly editor: RefObject<EditorHandle | null>
  /** Whether there is a draft to write the words into again. */
  readonly canWrite: boolean
}

/** What the server did not take, words and moves, with the reason, to copy or to try again. */
export function TrayLine({ editor, canWrite }: TrayLineProps) {
  const { declaration, capacity, nameOf } = useFloor()
  const { room, refusals, common } = useMessages()
  const announce = useAnnounce()
  const { tray, entries } = useTray(declaration, capacity.id)
  const moveOf = useMoveWords()
  if (entries.length === 0) return null

  const copy = async (entry: SetAside) => {
    const { words, struck = [] } = entry
    await navigator.clipboard.writeText(words || struck.join(' … ') || moveOf(entry))
    announce(common.copied)
  }
  const again = (entry: SetAside) => {
    if (editor.current && doAgain(editor.current, entry)) tray.drop(entry.id)
    else announce(room.tray.gone, 'problem')
  }
  return (
    <section className="tray" aria-label={room.tray.label}>
      <p>
        <strong>{room.tray.title(entries.length)}</strong> {room.tray.hint}
      </p>
      <ul className="tray-list">
        {entries.map((entry) => (
          <li key={entry.id} className="tray-entry">
            <div>
              <strong>{nameOf(entry.clause)}</strong> <SetAsideWords entry={entry} />
              <p className="muted small">{refusals.sentence(entry.reason.refused, entry.reason.about)}</p>
            </div>
            <div className="row">
              <Button size="small" isDisabled={!canWrite} onPress={() => again(entry)}>
                {room.tray.again}
              </Button>
              <Button size="small" kind="quiet" onPress={() => copy(entry)}>
                {room.tray.copy}
              </Button>
              <Button size="small" kind="quiet" onPress={() => tray.drop(entry.id)}>
                {room.tray.discard}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** False, and nothing is done, where what it rests on does not stand any more. */
function doAgain(editor: EditorHandle, { clause, words, struck = [], moved }: SetAside): boolean {
  const order = editor.order()
  const hasPlace = !moved || moved.after === null || order.includes(moved.after)
  if (!order.includes(clause) || !hasPlace || !editor.write(clause, words, struck)) return false
  if (moved) editor.moveAfter(clause, moved.after)
  return true
}

/** `move after Clause 1`; nothing where the clause was not moved. */
function useMoveWords(): (entry: SetAside) => string {
  const { nameOf } = useFloor()
  const { moving } = useMessages()
  return ({ moved }) => {
    if (!moved) return ''
    return moved.after === null ? moving.ghostAwayFirst : moving.ghostAway(nameOf(moved.after))
  }
}

function SetAsideWords({ entry }: { readonly entry: SetAside }) {
  const { words, struck = [] } = entry
  const { room } = useMessages()
  const move = useMoveWords()(entry)
  return (
    <>
      {words === '' ? null : <q className="tray-words">{words}</q>}
      {struck.length === 0 ? null : (
        <span>
          {' '}
          {room.tray.struck} <del className="tray-words">{struck.map((it) => it.trim()).join(' … ')}</del>
        </span>
      )}
      {move === '' ? null : <em className="tray-move"> {move}</em>}
    </>
  )
}
