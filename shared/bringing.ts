import { z } from 'zod'
import { isText } from './characters.ts'
import type { Edits } from './edits.ts'
import { sha256Of } from './hash.ts'
import { BLOCK_ID, type BlockId, SHA256 } from './ids.ts'
import type { Block } from './text.ts'

/**
 * Changes that somebody brings into a draft as a whole, as those of a file that came back from a capital: against the
 * text as it stands. They are data; what they become in the draft, the server writes with a pen of its own.
 */

const clause = z.string().regex(BLOCK_ID)
const text = z.string().max(20_000).refine(isText, 'words of plain characters')
const offset = z.int().min(0).max(100_000)

export const Brought = z.strictObject({
  /** The words of clauses as they stood when somebody agreed to this: where they don't any more, nothing is done. */
  stood: z
    .array(z.strictObject({ clause, hash: z.string().regex(SHA256) }))
    .max(300)
    .default([]),
  hunks: z
    .array(z.strictObject({ clause, from: offset, to: offset, was: text, insert: text }))
    .max(1_000)
    .default([]),
  /** `id` is a name among these alone; `after` may be another of them. */
  added: z
    .array(z.strictObject({ after: clause.nullable(), id: clause, text: text.min(1) }))
    .max(150)
    .default([]),
  moved: z
    .array(z.strictObject({ clause, after: clause.nullable() }))
    .max(200)
    .default([]),
})
export type Brought = z.output<typeof Brought>

/** The clause whose words are not these; null where every change finds what it is about. */
export function misplaced(text: readonly Block[], { stood, hunks, added, moved }: Brought): BlockId | null {
  const words = new Map(text.map((block) => [block.id, block.text]))
  // Words that only come in say nothing of where: a place that was counted may be in the middle of others by now.
  const other = stood.find(({ clause, hash }) => sha256Of(words.get(clause) ?? '') !== hash)
  if (other) return other.clause
  const fresh = new Set(added.map(({ id }) => id))
  const ends = new Map<BlockId, number>()
  for (const { clause, from, to, was } of hunks) {
    const follows = from >= (ends.get(clause) ?? 0)
    if (!follows || from > to || words.get(clause)?.slice(from, to) !== was || was.length !== to - from)
      return clause
    ends.set(clause, to + 1)
  }
  const known = new Set([...words.keys(), ...fresh])
  const twice = added.find(({ id }) => words.has(id)) ?? (fresh.size < added.length ? added[0] : undefined)
  if (twice) return twice.id
  const stray = [...added, ...moved].find(({ after }) => after !== null && !known.has(after))
  return stray?.after ?? moved.find((it) => !words.has(it.clause))?.clause ?? null
}

/** As edits of the text, to be engrossed: what they are about is told by their offsets alone. */
export const editsBrought = ({ hunks, added, moved }: Brought): Edits => ({
  hunks: hunks.map((hunk) => ({ ...hunk, gone: [], left: null, right: null })),
  added: added.map((block) => ({ ...block, kind: 'clause' as const })),
  ...(moved.length > 0 ? { moved: moved.map((place) => ({ ...place, since: null })) } : {}),
})
