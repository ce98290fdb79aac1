import type * as Y from 'yjs'
import type { BlockId } from '../../shared/ids.ts'
import { moveKey, readMoves, writeMove } from '../../shared/moves.ts'
import { blockIdOf, elementsOf, newBlock, readText, textRoot, wordsOf } from '../../shared/text.ts'
import { WRITTEN } from './binding.ts'

/**
 * What changes the row of clauses is done in the draft itself, never by the editor's document. The binding draws what
 * it finds; undo remembers it.
 */

/** Puts an empty clause after the block, where that is read. */
export function addClause(draft: Y.Doc, after: BlockId, id: BlockId): void {
  const index = elementsOf(draft).findIndex((element) => blockIdOf(element) === after)
  if (index < 0) return
  draft.transact(() => {
    textRoot(draft).insert(index + 1, [newBlock({ id, kind: 'clause', text: '' })])
    const order = readText(draft).map((block) => block.id)
    if (order[order.indexOf(id) - 1] !== after) move(draft, id, after)
  }, WRITTEN)
}

/** Has the clause stand after another one; null: first of all. */
export const moveClause = (draft: Y.Doc, clause: BlockId, after: BlockId | null): void =>
  draft.transact(() => move(draft, clause, after), WRITTEN)

function move(draft: Y.Doc, clause: BlockId, after: BlockId | null): void {
  const turn = 1 + Math.max(0, ...readMoves(draft).map((it) => it.turn))
  writeMove(draft, { key: moveKey(draft.clientID, turn), clause, after, turn })
}

/** After which block the clause would stand, one place up (-1) or down (1); undefined where there is no such place. */
export function placeBeside(draft: Y.Doc, clause: BlockId, direction: -1 | 1): BlockId | null | undefined {
  const blocks = readText(draft)
  const at = blocks.findIndex(({ id }) => id === clause)
  const other = blocks[at + direction]
  if (at < 0 || blocks[at]?.kind === 'title' || !other || other.kind === 'title') return undefined
  return direction > 0 ? other.id : (blocks[at - 2]?.id ?? null)
}

/** Takes all words out of a clause of the text: so it is struck, and still stands. */
export function strikeClause(draft: Y.Doc, clause: BlockId): void {
  const element = elementsOf(draft).find((it) => blockIdOf(it) === clause)
  const words = element && wordsOf(element)
  if (words) draft.transact(() => words.delete(0, words.length), WRITTEN)
}

/** Takes a clause out. Only one that the text does not have: the server refuses the others. */
export function removeClause(draft: Y.Doc, id: BlockId): void {
  const index = elementsOf(draft).findIndex((element) => blockIdOf(element) === id)
  if (index >= 0) draft.transact(() => textRoot(draft).delete(index), WRITTEN)
}

/** A name for a clause that nobody else will choose. */
export const newClauseId = (): BlockId => `c${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`
