import { utf8ToBytes } from '@noble/hashes/utils.js'
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

/** What one draft can begin with at most. */
export const MOST = {
  /** Of it as JSON: a command has 64 kB. */
  bytes: 60_000,
  ...{ stood: 300, hunks: 1_000, added: 150, moved: 200 },
  /** UTF-16 units that go or come at one place. */
  text: 20_000,
} as const

const clause = z.string().regex(BLOCK_ID)
const text = z.string().max(MOST.text).refine(isText, 'words of plain characters')
const offset = z.int().min(0).max(100_000)

export const Brought = z.strictObject({
  /** The words of clauses as they stood when somebody agreed to this: where they don't any more, nothing is done. */
  stood: z
    .array(z.strictObject({ clause, hash: z.string().regex(SHA256) }))
    .max(MOST.stood)
    .default([]),
  hunks: z
    .array(z.strictObject({ clause, from: offset, to: offset, was: text, insert: text }))
    .max(MOST.hunks)
    .default([]),
  /** `id` is a name among these alone; `after` may be another of them. */
  added: z
    .array(z.strictObject({ after: clause.nullable(), id: clause, text: text.min(1) }))
    .max(MOST.added)
    .default([]),
  moved: z
    .array(z.strictObject({ clause, after: clause.nullable() }))
    .max(MOST.moved)
    .default([]),
})
export type Brought = z.output<typeof Brought>

/** What a draft holds at most, the text included. */
export const DRAFT_HOLDS = {
  blocks: 200,
  /** UTF-16 units of all blocks together. */
  words: 60_000,
} as const

/** What there is room for in a draft, beside the text. */
export interface Room {
  readonly blocks: number
  readonly words: number
}

export const roomBeside = (text: readonly Pick<Block, 'text'>[]): Room => ({
  blocks: DRAFT_HOLDS.blocks - text.length,
  words: DRAFT_HOLDS.words - text.reduce((sum, block) => sum + block.text.length, 0),
})

/** Whether one draft can begin with all of this. */
export function hasRoom(brought: Brought, room: Room): boolean {
  const { stood, hunks, added, moved } = brought
  const words = [...hunks.map(({ insert }) => insert), ...added.map(({ text }) => text)]
  return (
    stood.length <= MOST.stood &&
    hunks.length <= MOST.hunks &&
    added.length <= Math.min(MOST.added, room.blocks) &&
    moved.length <= MOST.moved &&
    [...words, ...hunks.map(({ was }) => was)].every(({ length }) => length <= MOST.text) &&
    words.reduce((sum, { length }) => sum + length, 0) <= room.words &&
    utf8ToBytes(JSON.stringify(brought)).length <= MOST.bytes
  )
}

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
