import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, type Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import type { BlockId } from '../../shared/ids.ts'
import { beginStep } from './history.ts'
import { edgeMeans, enterMeans } from './rules.ts'
import { idOf, positionOf } from './schema.ts'
import { addClause, moveClause, newClauseId, placeBeside, removeClause, strikeClause } from './structure.ts'

/** What became of a clause as a whole. */
export type ClauseDeed = 'moved' | 'not moved' | 'struck'

/** Steps back and forth, and what is done to clauses, for who tells it. */
export interface Teller {
  undo(state: EditorState): boolean
  redo(state: EditorState): boolean
  /** What one can do with the clause of the caret. */
  menu(view: EditorView): void
  said(what: ClauseDeed, clause: BlockId): void
}

/** The keys of the editor. `isOwn`: the text does not have this block. */
export function keys(draft: Y.Doc, isOwn: (node: Node) => boolean, teller: Teller): Plugin[] {
  const lineBreak: Command = (state, dispatch) => {
    dispatch?.(state.tr.insertText('\n').scrollIntoView())
    return true
  }
  const enter: Command = (state, dispatch, view) => {
    if (enterMeans(state) === 'line break') return lineBreak(state, dispatch)
    if (dispatch && view) startClause(view, draft, idOf(state.selection.$from.parent))
    return true
  }
  const edge =
    (direction: -1 | 1): Command =>
    (state, dispatch, view) => {
      const means = edgeMeans(state, direction, isOwn)
      if (means === 'remove clause' && dispatch && view) endClause(view, draft, direction)
      return means !== 'ordinary'
    }
  const shift =
    (direction: -1 | 1): Command =>
    (state, _dispatch, view) => {
      const clause = idOf(state.selection.$from.parent)
      if (view) teller.said(shiftClause(view, draft, clause, direction) ? 'moved' : 'not moved', clause)
      return true
    }
  const strike: Command = (state, _dispatch, view) => {
    const { parent } = state.selection.$from
    if (!view || parent.type.name !== 'clause') return true
    if (isOwn(parent)) endClause(view, draft, -1)
    else {
      strikeAll(view, draft, idOf(parent))
      teller.said('struck', idOf(parent))
    }
    return true
  }
  return [
    keymap({
      'Alt-ArrowUp': shift(-1),
      'Alt-ArrowDown': shift(1),
      'Shift-Mod-Backspace': strike,
      'Mod-Enter': (state, _dispatch, view) => {
        if (view) startClause(view, draft, idOf(state.selection.$from.parent))
        return true
      },
      'Mod-.': (_state, _dispatch, view) => {
        if (view) teller.menu(view)
        return true
      },
      Enter: enter,
      'Shift-Enter': lineBreak,
      Backspace: edge(-1),
      'Mod-Backspace': edge(-1),
      Delete: edge(1),
      'Mod-Delete': edge(1),
      'Mod-z': teller.undo,
      'Mod-y': teller.redo,
      'Shift-Mod-z': teller.redo,
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

/** A clause one place up or down; false where there is no such place. */
function shiftClause(view: EditorView, draft: Y.Doc, clause: BlockId, direction: -1 | 1): boolean {
  const after = placeBeside(draft, clause, direction)
  if (after === undefined) return false
  putAfter(view, draft, clause, after)
  return true
}

export function putAfter(view: EditorView, draft: Y.Doc, clause: BlockId, after: BlockId | null): void {
  beginStep(view.state)
  moveClause(draft, clause, after)
  view.dispatch(view.state.tr.scrollIntoView())
}

export function strikeAll(view: EditorView, draft: Y.Doc, clause: BlockId): void {
  beginStep(view.state)
  strikeClause(draft, clause)
  beginStep(view.state)
}

export function startClause(view: EditorView, draft: Y.Doc, after: BlockId): void {
  const id = newClauseId()
  beginStep(view.state)
  addClause(draft, after, id)
  const at = positionOf(view.state.doc, id)
  if (at !== null) placeCaret(view, at + 1)
}

function endClause(view: EditorView, draft: Y.Doc, direction: -1 | 1): void {
  const { $from } = view.state.selection
  const at = $from.before()
  takeOut(view, draft, idOf($from.parent))
  const near = TextSelection.near(
    view.state.doc.resolve(Math.min(at, view.state.doc.content.size)),
    direction,
  )
  placeCaret(view, near.from)
}

/** A clause of one's own. */
export function takeOut(view: EditorView, draft: Y.Doc, clause: BlockId): void {
  beginStep(view.state)
  removeClause(draft, clause)
}

function placeCaret(view: EditorView, at: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)).scrollIntoView())
  view.focus()
}
