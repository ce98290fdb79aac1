import { diffArrays } from 'diff'
import { type Added, type Edits, type Hunk, movesOfText, withMoves } from './edits.ts'
import type { BlockId } from './ids.ts'
import type { Block } from './text.ts'
import { tokens } from './words.ts'

/**
 * A sub-amendment stands on one wording. When the sponsor puts another in its place, a change follows to it where the
 * words that it changes, or those beside which it stands, are in the new wording too: told by comparing words, since
 * every wording has characters of its own.
 */
export interface Restated {
  /** Changes of the new wording, in its places. */
  readonly edits: Edits
  /** Whether every change has found its place. */
  readonly isWhole: boolean
}

/** Two states of what is amended, and the clauses of the first that have other names in the second. */
export interface Rewritten {
  readonly before: readonly Block[]
  readonly now: readonly Block[]
  readonly renamed: ReadonlyMap<BlockId, BlockId>
}

export function restated(edits: Edits, { before, now, renamed }: Rewritten): Restated {
  const { hunks, added } = edits
  const textIn = (blocks: readonly Block[], id: BlockId) => blocks.find((block) => block.id === id)?.text
  const nameNow = (id: BlockId) => renamed.get(id) ?? id
  const places = new Map<BlockId, Places>()
  const placesOf = (clause: BlockId): Places | null => {
    const [was, is] = [textIn(before, clause), textIn(now, nameNow(clause))]
    if (was === undefined || is === undefined) return null
    const known = places.get(clause) ?? keptPlaces(was, is)
    places.set(clause, known)
    return known
  }
  const moved = hunks.flatMap((hunk): Hunk[] => {
    const found = placesOf(hunk.clause)
    const place = found && placeNow(hunk, found)
    return place ? [{ ...hunk, clause: nameNow(hunk.clause), ...place }] : []
  })
  const own = new Set(added.map(({ id }) => id))
  const isThere = ({ after }: Added) =>
    after === null || own.has(after) || textIn(now, nameNow(after)) !== undefined
  const kept = added
    .filter(isThere)
    .map((block) => ({ ...block, after: block.after && nameNow(block.after) }))
  const moves = movesOfText(edits)
    .map((move) => ({ ...move, clause: nameNow(move.clause), after: move.after && nameNow(move.after) }))
    .filter(({ clause, after }) => [clause, after ?? clause].every((id) => textIn(now, id) !== undefined))
  const isWhole =
    moved.length === hunks.length &&
    kept.length === added.length &&
    moves.length === movesOfText(edits).length &&
    !overlap(moved)
  return { edits: { hunks: overlap(moved) ? [] : moved, added: kept, ...withMoves(moves) }, isWhole }
}

/** For each character of the words before, where it stands now; undefined where it is gone. */
type Places = readonly (number | undefined)[]

function keptPlaces(was: string, is: string): Places {
  const places: (number | undefined)[] = []
  let at = 0
  for (const { added, removed, value } of diffArrays(tokens(was), tokens(is))) {
    const { length } = value.join('')
    if (added) at += length
    else if (removed) places.push(...Array.from({ length }, () => undefined))
    else places.push(...Array.from({ length }, () => at++))
  }
  return places
}

function placeNow(
  { from, to }: Pick<Hunk, 'from' | 'to'>,
  places: Places,
): { readonly from: number; readonly to: number } | null {
  if (to > from) {
    const start = places[from]
    const isKept = start !== undefined && places.slice(from, to).every((it, nth) => it === start + nth)
    return isKept ? { from: start, to: start + (to - from) } : null
  }
  const [left, right] = [from > 0 ? places[from - 1] : undefined, places[from]]
  const at = left === undefined ? right : left + 1
  // In a clause of no words there is one place.
  if (at === undefined) return places.length === 0 ? { from: 0, to: 0 } : null
  return { from: at, to: at }
}

/** Whether changes that stood apart have come to touch the same words. */
const overlap = (hunks: readonly Hunk[]): boolean =>
  hunks.some((a, nth) =>
    hunks
      .slice(nth + 1)
      .some(
        (b) =>
          a.clause === b.clause && a.from < Math.max(b.to, b.from + 1) && b.from < Math.max(a.to, a.from + 1),
      ),
  )
