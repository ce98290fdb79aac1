import { type Amendment, type Revision, wordingInForce } from './amendment.ts'
import { type Added, type Edits, type Hunk, type Moved, movesOf } from './edits.ts'
import type { AmendmentId, BlockId, ById } from './ids.ts'

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

/**
 * Whether another says the same, and its words still stand: one that was accepted, or that was `tried`. `texts` are the
 * words of every clause, in the order in which they are read.
 */
export function isCarried(
  wording: Pick<Revision, 'edits' | 'at'>,
  amendments: ById<Amendment>,
  texts: () => ReadonlyMap<BlockId, string>,
  tried: readonly Edits[] = [],
): boolean {
  const { edits } = wording
  const isSaid = tried.some((it) => saysNothingNew(edits, [it])) || carriedBy(wording, amendments) !== null
  if (!isSaid) return false
  return standsThere(edits, texts())
}

function standsThere(edits: Edits, texts: ReadonlyMap<BlockId, string>): boolean {
  const order = [...texts.keys()]
  return (
    edits.hunks.every(({ clause, insert }) => texts.get(clause)?.includes(insert)) &&
    edits.added.every(({ text }) => [...texts.values()].includes(text)) &&
    movesOf(edits).every(({ clause, after }) => order.indexOf(clause) > order.indexOf(after ?? ''))
  )
}

/** Whether each of these words was brought or taken out by one of `tried`. */
export function saysNothingNew(edits: Edits, tried: readonly Edits[]): boolean {
  const others = new Set(tried.flatMap(sayings))
  const own = sayings(edits)
  return own.length > 0 && own.every((it) => others.has(it))
}

// A wording never changes, nor does the record, which is only replaced: what was told of them once stays true.
const said = new WeakMap<Edits, readonly string[]>()
const told = new WeakMap<ById<Amendment>, ReadonlyMap<string, readonly AmendmentId[]>>()

function sayings(edits: Edits): readonly string[] {
  const known = said.get(edits)
  if (known) return known
  const all = [...edits.hunks.map(hunkSays), ...edits.added.map(addedSays), ...movesOf(edits).map(moveSays)]
  said.set(edits, all)
  return all
}

/** By the ids of characters: the same place is the same place, whatever stands before it now. */
const hunkSays = ({ clause, gone, left, right, insert }: Hunk): string =>
  JSON.stringify([clause, gone, gone.length > 0 ? null : [left, right], insert])

const addedSays = ({ after, kind, text }: Added): string => JSON.stringify([after, kind, text])

const moveSays = ({ clause, after, since }: Moved): string => JSON.stringify(['moved', clause, after, since])

function sayingsOf(amendments: ById<Amendment>): ReadonlyMap<string, readonly AmendmentId[]> {
  const known = told.get(amendments)
  if (known) return known
  const all = new Map<string, AmendmentId[]>()
  for (const amendment of Object.values(amendments)) {
    if (!isInText(amendment, amendments)) continue
    for (const it of sayings(wordingInForce(amendment).edits)) {
      all.set(it, [...(all.get(it) ?? []), amendment.id])
    }
  }
  told.set(amendments, all)
  return all
}

/** The words of an accepted sub-amendment come into the text with those that they amend. */
const isInText = ({ state, amends }: Amendment, amendments: ById<Amendment>): boolean =>
  state === 'accepted' && (!amends || amendments[amends.amendment]?.state === 'accepted')
