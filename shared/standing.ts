import { type Edits, type Hunk, type Moved, movesOf } from './edits.ts'
import type { Sight } from './items.ts'
import { moveInForce } from './moves.ts'

/**
 * What is left of a pending amendment after the text has moved on. `carried`: its words are in the text already, by
 * the acceptance of another that says the same.
 */
export type Standing = 'stands' | 'partly overtaken' | 'overtaken' | 'carried'

/** What becomes of a pending amendment when others are accepted. */
export type Fate = Standing | 'accepted' | 'falls' | 'superseded'

/** One of which nothing is left to accept. */
export const isSpent = (standing: Standing): boolean => standing === 'overtaken' || standing === 'carried'

/** `edits` as tabled; `sight` of the text as it stands now. */
export function standing(edits: Edits, sight: Sight): Standing {
  const fates = edits.hunks.map((hunk) => standingOfHunk(hunk, sight))
  const moves = movesOf(edits).map((move) => standingOfMove(move, sight))
  const all = [...fates, ...moves, ...edits.added.map(() => 'stands' as const)]
  if (all.every((fate) => fate === 'overtaken')) return 'overtaken'
  return all.every((fate) => fate === 'stands') ? 'stands' : 'partly overtaken'
}

/**
 * Whether the clause still stands where it was to be taken from: another move of it, or the end of its words, leaves
 * nothing to move. A new clause of the amendment's own can't be overtaken.
 */
export function standingOfMove(move: Moved, sight: Pick<Sight, 'layout'>): 'stands' | 'overtaken' {
  const { order, struck } = sight.layout
  if (!order.includes(move.clause)) return 'stands'
  return isMovedSince(move, sight) || struck.has(move.clause) ? 'overtaken' : 'stands'
}

/** Whether somebody else has moved the clause: of that nothing comes back, as the words of a struck clause may. */
export const isMovedSince = ({ clause, since }: Moved, { layout }: Pick<Sight, 'layout'>): boolean =>
  layout.order.includes(clause) && moveInForce(layout, clause) !== since

/** What is left of one change. */
export function standingOfHunk({ gone, left, right }: Hunk, sight: Sight): Standing {
  if (gone.length === 0) {
    // Words that were to stand between two others have no place once both are gone.
    const neighbours = [left, right].filter((id) => id !== null)
    const hasPlace = neighbours.length === 0 || neighbours.some((id) => sight.presence(id) === 'stands')
    return hasPlace ? 'stands' : 'overtaken'
  }
  const pieces = gone.flatMap((range) => sight.pieces(range))
  if (pieces.every(({ presence }) => presence === 'stands')) return 'stands'
  return pieces.some(({ presence }) => presence === 'stands') ? 'partly overtaken' : 'overtaken'
}
