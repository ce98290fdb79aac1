import type { Amendment } from './amendment.ts'
import type { Edits } from './edits.ts'
import type { AmendmentId } from './ids.ts'
import type { Record } from './record.ts'

/**
 * The order of decision: furthest from the text first. How far an amendment is from the text is measured by the
 * characters that it takes out and brings, clauses struck and added included (a clause that is moved keeps its words:
 * moves come last, when the words are known); of two that are equally far, the one with the lower id comes first. Where the desk has set another order that one holds, and what was tabled since
 * comes after it.
 */
export const distanceOf = ({ hunks, added }: Edits): number =>
  hunks.reduce((sum, { was, insert }) => sum + was.length + insert.length, 0) +
  added.reduce((sum, { text }) => sum + text.length, 0)

export interface Ordered {
  readonly amendment: Pick<Amendment, 'id' | 'rank'>
  readonly distance: number
}

export function inOrderOfDecision<T extends Ordered>(items: readonly T[]): T[] {
  return [...items].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      b.distance - a.distance ||
      (a.amendment.id < b.amendment.id ? -1 : a.amendment.id > b.amendment.id ? 1 : 0),
  )
}

// Infinity less itself is no number.
const rankOf = ({ amendment }: Ordered): number => amendment.rank ?? Number.MAX_SAFE_INTEGER

/** The pending amendments that the desk has tied to this one: they fall as soon as it is accepted. */
export const fallingWith = (id: AmendmentId, { amendments }: Pick<Record, 'amendments'>): AmendmentId[] =>
  Object.values(amendments)
    .filter(({ state, fallsIf }) => state === 'pending' && fallsIf?.includes(id))
    .map((it) => it.id)
