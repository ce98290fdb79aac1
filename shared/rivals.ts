import { type Edits, type Hunk, type Moved, movesOfText } from './edits.ts'
import type { BlockId } from './ids.ts'
import { widen } from './words.ts'

/** A place where two proposals can't both have their way. */
export interface Clash {
  readonly clause: BlockId
  readonly from: number
  readonly to: number
  readonly how: 'same words' | 'adjacent' | 'struck clause' | 'moved clause' | 'same place'
}

/**
 * Where two sets of edits of the same text compete: they change the same words or touch, or one strikes a clause
 * that the other amends, moves or builds on, or both move one clause or bring a clause to one place.
 */
export function rivals(texts: ReadonlyMap<BlockId, string>, a: Edits, b: Edits): Clash[] {
  return [
    ...clashesOfWords(texts, a, b),
    ...clashesWithStruck(texts, a, b),
    ...clashesWithStruck(texts, b, a),
    ...clashesOfMoves(texts, a, b),
  ]
}

function clashesOfWords(texts: ReadonlyMap<BlockId, string>, a: Edits, b: Edits): Clash[] {
  const clashes: Clash[] = []
  for (const mine of a.hunks) {
    for (const theirs of b.hunks) {
      const text = texts.get(mine.clause)
      if (mine.clause !== theirs.clause || text === undefined) continue
      const [from, to] = reach(text, mine)
      const [start, end] = reach(text, theirs)
      if (apart(text, to, start) || apart(text, end, from)) continue
      const how = from < end && start < to ? 'same words' : 'adjacent'
      clashes.push({ clause: mine.clause, from: Math.min(from, start), to: Math.max(to, end), how })
    }
  }
  return clashes
}

const reach = (text: string, { from, to }: Hunk) => widen(text, from, to)

/** Nothing but space between two edits: the words read as one phrase, and they touch. */
const apart = (text: string, end: number, start: number): boolean => /\S/.test(text.slice(end, start))

/** A clause struck by one; what the other puts after it would be left standing after nothing, or moved for nothing. */
function clashesWithStruck(texts: ReadonlyMap<BlockId, string>, a: Edits, b: Edits): Clash[] {
  return a.hunks
    .filter(({ clause, from, to, insert }) => insert === '' && from === 0 && to === texts.get(clause)?.length)
    .filter(
      ({ clause }) =>
        b.added.some(({ after }) => after === clause) ||
        movesOfText(b).some((move) => move.clause === clause || move.after === clause),
    )
    .map(({ clause, from, to }) => ({ clause, from, to, how: 'struck clause' as const }))
}

/**
 * Of two moves of one clause only one can be carried; of two clauses brought to one place one comes first; and what
 * is to stand after a clause that the other moves may be meant to go along.
 */
function clashesOfMoves(texts: ReadonlyMap<BlockId, string>, a: Edits, b: Edits): Clash[] {
  return [
    ...movesOfText(a).flatMap((move) => clashesOfMove(texts, move, b)),
    ...movesOfText(b).flatMap((move) => clashesOfMove(texts, move, a)),
  ]
}

function clashesOfMove(texts: ReadonlyMap<BlockId, string>, move: Moved, other: Edits): Clash[] {
  const comeTo = [...movesOfText(other), ...other.added].map(({ after }) => after)
  const whole = (clause: BlockId, how: Clash['how']): Clash => {
    return { clause, from: 0, to: texts.get(clause)?.length ?? 0, how }
  }
  const isMovedToo = movesOfText(other).some(({ clause }) => clause === move.clause)
  return [
    ...(isMovedToo || comeTo.includes(move.clause) ? [whole(move.clause, 'moved clause')] : []),
    ...(comeTo.includes(move.after) ? [whole(move.after ?? move.clause, 'same place')] : []),
  ]
}
