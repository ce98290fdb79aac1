import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, type Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { edgeMeans, enterMeans } from './rules.ts'
import { idOf, positionOf } from './schema.ts'
import { addClause, beginStep, newClauseId, removeClause } from './structure.ts'

/** Steps back and forth, for who tells what they did. */
export interface Back {
  undo(state: EditorState): boolean
  redo(state: EditorState): boolean
}

/** The keys of the editor. `isOwn`: the text does not have this block. */
export function keys(draft: Y.Doc, isOwn: (node: Node) => boolean, back: Back): Plugin[] {
  const lineBreak: Command = (state, dispatch) => {
    dispatch?.(state.tr.insertText('\n').scrollIntoView())
    return true
  }
  const enter: Command = (state, dispatch, view) => {
    if (enterMeans(state) === 'line break') return lineBreak(state, dispatch)
    if (dispatch && view) startClause(view, draft)
    return true
  }
  const edge =
    (direction: -1 | 1): Command =>
    (state, dispatch, view) => {
      const means = edgeMeans(state, direction, isOwn)
      if (means === 'remove clause' && dispatch && view) endClause(view, draft, direction)
      return means !== 'ordinary'
    }
  return [
    keymap({
      Enter: enter,
      'Shift-Enter': lineBreak,
      Backspace: edge(-1),
      'Mod-Backspace': edge(-1),
      Delete: edge(1),
      'Mod-Delete': edge(1),
      'Mod-z': back.undo,
      'Mod-y': back.redo,
      'Shift-Mod-z': back.redo,
      Escape: leave,
    }),
    keymap(baseKeymap),
  ]
}

/** To where letters are keys of the room again. */
const leave: Command = (_state, _dispatch, view) => {
  view?.dom.blur()
  return true
}

function startClause(view: EditorView, draft: Y.Doc): void {
  const after = idOf(view.state.selection.$from.parent)
  const id = newClauseId()
  beginStep(view.state)
  addClause(draft, after, id)
  const at = positionOf(view.state.doc, id)
  if (at !== null) placeCaret(view, at + 1)
}

function endClause(view: EditorView, draft: Y.Doc, direction: -1 | 1): void {
  const { $from } = view.state.selection
  const at = $from.before()
  beginStep(view.state)
  removeClause(draft, idOf($from.parent))
  const near = TextSelection.near(
    view.state.doc.resolve(Math.min(at, view.state.doc.content.size)),
    direction,
  )
  placeCaret(view, near.from)
}

function placeCaret(view: EditorView, at: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).scrollIntoView())
  view.focus()
}
