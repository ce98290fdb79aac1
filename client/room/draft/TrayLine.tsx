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

/** Words that the server did not take, with the reason, to copy or to try again. */
export function TrayLine({ editor, canWrite }: TrayLineProps) {
  const { declaration, capacity, nameOf } = useFloor()
  const { room, refusals, common } = useMessages()
  const announce = useAnnounce()
  const { tray, entries } = useTray(declaration, capacity.id)
  if (entries.length === 0) return null

  const copy = async ({ words, struck = [] }: SetAside) => {
    await navigator.clipboard.writeText(words || struck.join(' … '))
    announce(common.copied)
  }
  const again = ({ id, clause, words, struck = [] }: SetAside) => {
    if (editor.current?.write(clause, words, struck)) tray.drop(id)
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

function SetAsideWords({ entry: { words, struck = [] } }: { readonly entry: SetAside }) {
  const { room } = useMessages()
  return (
    <>
      {words === '' ? null : <q className="tray-words">{words}</q>}
      {struck.length === 0 ? null : (
        <span>
          {' '}
          {room.tray.struck} <del className="tray-words">{struck.map((it) => it.trim()).join(' … ')}</del>
        </span>
      )}
    </>
  )
}
