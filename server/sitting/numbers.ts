import type * as Y from 'yjs'
import { type Edits, movesOf, withMoves } from '../../shared/edits.ts'
import { asAmended, engross, withMovesOfNew } from '../../shared/engross.ts'
import type { AmendmentId, BlockId, DelegationCode, Pen } from '../../shared/ids.ts'
import { Sight } from '../../shared/items.ts'
import { moveInForce } from '../../shared/moves.ts'
import type { Labels } from '../../shared/numbering.ts'
import { newLabels } from '../../shared/numbering.ts'
import { labelsOf } from '../../shared/projection.ts'
import type { Record } from '../../shared/record.ts'
import { withPlaces } from '../../shared/remains.ts'
import { readText } from '../../shared/text.ts'
import type { State } from './state.ts'

/** Numbers run per delegation, in order of tabling, and are never given twice. */
export function nextAmendment(record: Record, sponsor: DelegationCode): AmendmentId {
  const tabled = Object.values(record.amendments).filter((amendment) => amendment.sponsor === sponsor)
  return `${sponsor}-${tabled.length + 1}`
}

/** Labels for the clauses that an engrossed wording would bring into the text. */
export function labelsFor(state: State, record: Record, engrossed: Uint8Array): Labels {
  const order = readText(asAmended(state.text, [engrossed])).map(({ id }) => id)
  return newLabels(order, labelsOf(record))
}

/**
 * The edits with ids for their new blocks that nobody else has: a draft names its blocks itself, and two drafts may
 * use one name, by design of one of them. What enters the text must be one block and no other.
 */
export function withOwnBlocks(edits: Edits, pen: Pen): Edits {
  const names = new Map<BlockId | null, BlockId>(
    edits.added.map(({ id }, index) => [id, `p${pen}-${index + 1}`]),
  )
  const added = edits.added.map((block) => ({
    ...block,
    id: names.get(block.id) ?? block.id,
    after: names.get(block.after) ?? block.after,
  }))
  const moved = movesOf(edits).map((move) => ({
    ...move,
    clause: names.get(move.clause) ?? move.clause,
    after: names.get(move.after) ?? move.after,
  }))
  return { hunks: edits.hunks, added, ...withMoves(moved) }
}

/** Typed edits as they are tabled: with a pen and blocks of their own, engrossed, every change with its characters. */
export function engrossedFrom(
  state: State,
  text: Y.Doc,
  typed: Edits,
  pen = state.pens.next(),
): { readonly edits: Edits; readonly pen: Pen; readonly engrossed: Uint8Array } {
  const sight = Sight.of(text)
  const placed = withMovesOfNew(text, withOwnBlocks(typed, pen))
  // Words may come from elsewhere; a move is one from where the clause stands now.
  const moved = movesOf(placed).map((it) => ({ ...it, since: moveInForce(sight.layout, it.clause) }))
  const own = { ...placed, ...withMoves(moved) }
  const engrossed = engross(text, own, pen)
  return { edits: withPlaces(sight, asAmended(text, [engrossed]), own), pen, engrossed }
}
