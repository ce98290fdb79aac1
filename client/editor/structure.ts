import type { EditorState } from 'prosemirror-state'
import { ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror'
import type * as Y from 'yjs'
import type { BlockId } from '../../shared/ids.ts'
import { blockIdOf, elementsOf, newBlock, textRoot } from '../../shared/text.ts'

/**
 * Adding and removing a clause of one's own is done in the draft itself, never by the editor's document: the
 * binding would make a block without its text, which the server refuses, and, with words changed in the same
 * breath, take one block for another. The binding draws what it finds; its undo remembers it.
 */

/** Puts an empty clause after the block. */
export function addClause(draft: Y.Doc, after: BlockId, id: BlockId): void {
  const index = elementsOf(draft).findIndex((element) => blockIdOf(element) === after)
  if (index < 0) return
  draft.transact(
    () => textRoot(draft).insert(index + 1, [newBlock({ id, kind: 'clause', text: '' })]),
    ySyncPluginKey,
  )
}

/** Takes a clause out. Only one that the text does not have: the server refuses the others. */
export function removeClause(draft: Y.Doc, id: BlockId): void {
  const index = elementsOf(draft).findIndex((element) => blockIdOf(element) === id)
  if (index >= 0) draft.transact(() => textRoot(draft).delete(index), ySyncPluginKey)
}

/** What follows is a step of its own for undo. */
export const beginStep = (state: EditorState): void =>
  yUndoPluginKey.getState(state)?.undoManager?.stopCapturing()

/** A name for a clause that nobody else will choose. */
export const newClauseId = (): BlockId => `c${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
