import { type RefObject, useRef, useState } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { Menu, MenuAt } from '../../design/parts/Menu.tsx'
import type { EditorHandle } from '../../editor/Editor.tsx'
import { useMessages } from '../../i18n.tsx'
import { MoveClauseDialog } from './MoveClauseDialog.tsx'
import { useClauseEntries } from './useClauseEntries.ts'
import { useClauseNames } from './useClauseNames.ts'

export interface ClauseMenuProps {
  readonly clause: BlockId
  readonly editor: RefObject<EditorHandle | null>
}

/** A button with what one can do with the clause in one's draft: move, strike, a new one after it. */
export function ClauseMenu({ clause, editor }: ClauseMenuProps) {
  const { moving } = useMessages()
  const { nameOf } = useClauseNames()
  const [asking, ask] = useState(false)
  const label = moving.menu(nameOf(clause))
  return (
    <>
      <Menu
        trigger={<IconButton icon="more" label={label} />}
        label={label}
        entries={useClauseEntries(editor.current, clause, () => ask(true))}
      />
      {asking && editor.current ? (
        <MoveClauseDialog clause={clause} editor={editor.current} onClose={() => ask(false)} />
      ) : null}
    </>
  )
}

export interface ClauseMenuAtProps extends ClauseMenuProps {
  /** Beside which it stands. */
  readonly at: Element
  readonly onClose: () => void
}

/** The same, at a place in the text. */
export function ClauseMenuAt({ clause, editor, at, onClose }: ClauseMenuAtProps) {
  const { moving } = useMessages()
  const { nameOf } = useClauseNames()
  const [asking, ask] = useState(false)
  // The menu closes as soon as one of it is chosen; the choice of a place takes its place.
  const goesOn = useRef(false)
  const entries = useClauseEntries(editor.current, clause, () => {
    goesOn.current = true
    ask(true)
  })
  const close = () => {
    if (!goesOn.current) onClose()
  }
  if (asking && editor.current) {
    return <MoveClauseDialog clause={clause} editor={editor.current} onClose={onClose} />
  }
  return <MenuAt at={at} label={moving.menu(nameOf(clause))} entries={entries} onClose={close} />
}
