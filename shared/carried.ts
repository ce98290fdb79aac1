import type { Added, Edits, Hunk } from './edits.ts'
import type { AmendmentId, BlockId } from './ids.ts'
import { type Amendment, type ById, type Revision, wordingInForce } from './record.ts'

/**
 * The amendment that says, word for word and in the same place, all that this wording says, and that was accepted
 * while it was pending; null where none was. Whoever proposed the same has what it wanted: to accept it too would
 * put the words there twice.
 */
export function carriedBy(
  { edits, at }: Pick<Revision, 'edits' | 'at'>,
  amendments: ById<Amendment>,
): AmendmentId | null {
  const accepted = sayingsOf(amendments)
  const [first, ...others] = sayings(edits).map((it) => accepted.get(it))
  const isSince = (id: AmendmentId) => (amendments[id]?.decision?.at ?? '') >= at
  return first?.find((id) => isSince(id) && others.every((ids) => ids?.includes(id))) ?? null
}

/** Whether each of these words was brought or taken out by one of `others`. */
export function saysNothingNew(edits: Edits, others: readonly Edits[]): boolean {
  const said = new Set(others.flatMap(sayings))
  const own = sayings(edits)
  return own.length > 0 && own.every((it) => said.has(it))
}

const sayings = ({ hunks, added }: Edits): string[] => [...hunks.map(hunkSays), ...added.map(addedSays)]

/** By the ids of characters: the same place is the same place, whatever stands before it now. */
const hunkSays = ({ clause, gone, left, right, insert }: Hunk): string =>
  JSON.stringify([clause, gone, gone.length > 0 ? null : [left, right], insert])

const addedSays = ({ after, kind, text }: Added): string => JSON.stringify([after, kind, text])

// The record is never changed, only replaced: what was told of it once stays true.
const told = new WeakMap<ById<Amendment>, ReadonlyMap<string, readonly AmendmentId[]>>()

function sayingsOf(amendments: ById<Amendment>): ReadonlyMap<string, readonly AmendmentId[]> {
  const known = told.get(amendments)
  if (known) return known
  const all = new Map<string, AmendmentId[]>()
  for (const amendment of Object.values(amendments)) {
    if (amendment.state !== 'accepted') continue
    for (const it of sayings(wordingInForce(amendment).edits)) {
      all.set(it, [...(all.get(it) ?? []), amendment.id])
    }
  }
  told.set(amendments, all)
  return all
}

/** Clauses in which the words would be looked for. */
export const placesOf = ({ hunks, added }: Edits): readonly (readonly [BlockId | null, string])[] => [
  ...hunks.map(({ clause, insert }) => [clause, insert] as const),
  ...added.map(({ text }) => [null, text] as const),
]
