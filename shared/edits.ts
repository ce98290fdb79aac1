import type * as Y from 'yjs'
import type { BlockId } from './ids.ts'
import {
  type BlockItem,
  type Id,
  idAt,
  type Range,
  type Run,
  rangesBetween,
  Sight,
  walkBlocks,
} from './items.ts'
import type { Block, BlockKind } from './text.ts'
import { type RawEdit, tidy, wholeWords } from './words.ts'

/** What a draft does to the text, exactly: found by comparing item ids, never by comparing words. */
export interface Edits {
  /** In document order; within a clause they don't touch. */
  readonly hunks: readonly Hunk[]
  readonly added: readonly Added[]
}

/**
 * In `clause`, the words `was` at `[from, to)` give way to `insert`. Offsets count UTF-16 units of the clause's
 * text. Whole words only: a letter changed is a word changed.
 */
export interface Hunk {
  readonly clause: BlockId
  readonly from: number
  readonly to: number
  readonly was: string
  readonly insert: string
  /** The characters of `was` by id: they say what is left to delete after the text has moved on. */
  readonly gone: readonly Range[]
  /** The characters of `insert` by id, once the wording is engrossed. */
  readonly come?: readonly Range[]
  /** The characters of an earlier text that `insert` brings back, by id, one for each of `come`. */
  readonly copies?: readonly Range[]
  /** The characters of the text before and after; null at the clause's beginning and end. */
  readonly left: Id | null
  readonly right: Id | null
}

/** A new clause, which stands after another (null: first of all). */
export interface Added {
  readonly after: BlockId | null
  readonly id: BlockId
  readonly kind: BlockKind
  readonly text: string
  /** The block itself and the characters of its words by id, once the wording is engrossed. */
  readonly come?: readonly Range[]
}

export const NO_EDITS: Edits = { hunks: [], added: [] }

export const isEmpty = (edits: Edits): boolean => edits.hunks.length === 0 && edits.added.length === 0

/** The hunk that empties a clause strikes it. */
export const strikes = (hunk: Hunk, text: string): boolean =>
  hunk.insert === '' && hunk.from === 0 && hunk.to === text.length && text.length > 0

/** Every clause that the edits touch or follow. */
export const touched = (edits: Edits): Set<BlockId> =>
  new Set([...edits.hunks.map((hunk) => hunk.clause), ...edits.added.flatMap(({ after }) => after ?? [])])

/** The edits of `draft` against the text that `sight` shows. */
export const editsOf = (sight: Sight, draft: Y.Doc): Edits => comparing(sight, walkBlocks(draft), hunksOf)

/** The same, where it is known that the text has these blocks just as they are. */
export function editsInBlocks(
  sight: Sight,
  blocks: readonly BlockItem[],
  asInText: readonly BlockItem[],
): Edits {
  const same = new Set(asInText)
  return comparing(sight, blocks, (_, block) => (same.has(block) ? [] : hunksOf(sight, block)))
}

/**
 * The same, character for character as it is written: where words of several pens meet, a space that one took and
 * another put back is not the same space, and the account of words needs to know whose it is (rule A5).
 */
export const editsAsWritten = (sight: Sight, draft: Y.Doc): Edits =>
  comparing(sight, walkBlocks(draft), hunksAsWritten)

function comparing(
  sight: Sight,
  blocks: readonly BlockItem[],
  hunksIn: (sight: Sight, block: BlockItem) => Hunk[],
): Edits {
  const hunks: Hunk[] = []
  const added: Added[] = []
  let after: BlockId | null = null
  for (const block of blocks) {
    if (isOfText(sight, block)) hunks.push(...hunksIn(sight, block))
    else if (!block.deleted) {
      const text = block.runs.map((run) => (run.deleted ? '' : run.text)).join('')
      added.push({ after, id: block.id, kind: block.kind, text })
    }
    if (!block.deleted) after = block.id
  }
  return { hunks, added }
}

export const edits = (text: Y.Doc, draft: Y.Doc): Edits => editsOf(Sight.of(text), draft)

/** Whether a block of a draft is one of the text's, and not the draft's own. */
export const isOfText = (sight: Sight, block: BlockItem): boolean => sight.presence(block.item) !== 'unknown'

/** The edits of one block of the text. */
export function hunksOf(sight: Sight, { id, runs }: BlockItem): Hunk[] {
  const compared = compare(sight, runs)
  const { was, raw } = compared
  return placed(
    id,
    compared,
    wholeWords(was, raw).flatMap((edit) => tidy(was, edit)),
  )
}

function hunksAsWritten(sight: Sight, { id, runs }: BlockItem): Hunk[] {
  const compared = compare(sight, runs)
  return placed(id, compared, compared.raw)
}

const placed = (
  clause: BlockId,
  { was, row }: { readonly was: string; readonly row: readonly Range[] },
  edits: readonly RawEdit[],
): Hunk[] =>
  edits.map((edit) => ({
    clause,
    ...edit,
    was: was.slice(edit.from, edit.to),
    gone: rangesBetween(row, edit.from, edit.to),
    left: idAt(row, edit.from - 1),
    right: idAt(row, edit.to),
  }))

/** Walks a clause of the draft and tells the text's words, their ids, and where the draft differs. */
function compare(sight: Sight, runs: readonly Run[]): { raw: RawEdit[]; was: string; row: Range[] } {
  const raw: RawEdit[] = []
  const row: Range[] = []
  let was = ''
  let open: { from: number; to: number; insert: string } | null = null
  for (const run of runs) {
    for (const { offset, length, presence } of sight.pieces([run.client, run.clock, run.text.length])) {
      const words = run.text.slice(offset, offset + length)
      if (presence === 'stands') {
        const from = was.length
        was += words
        row.push([run.client, run.clock + offset, length])
        if (run.deleted) {
          open ??= { from, to: from, insert: '' }
          open.to = was.length
        } else if (open) {
          raw.push(open)
          open = null
        }
      } else if (presence === 'unknown' && !run.deleted) {
        open ??= { from: was.length, to: was.length, insert: '' }
        open.insert += words
      }
    }
  }
  if (open) raw.push(open)
  return { raw, was, row }
}

/** The list of edits applied to plain text: what an amendment says in words, and what the properties compare with. */
export function applyEdits(text: readonly Block[], { hunks, added }: Edits): Block[] {
  const result: Block[] = []
  const addAfter = (after: BlockId | null) => {
    for (const { id, kind, text: words } of added.filter((it) => it.after === after)) {
      result.push({ id, kind, text: words })
      addAfter(id)
    }
  }
  addAfter(null)
  for (const block of text) {
    const own = hunks.filter((hunk) => hunk.clause === block.id)
    result.push(own.length > 0 ? { ...block, text: applyHunks(block.text, own) } : block)
    addAfter(block.id)
  }
  return result
}

export const applyHunks = (text: string, hunks: readonly RawEdit[]): string =>
  [...hunks]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((words, { from, to, insert }) => words.slice(0, from) + insert + words.slice(to), text)
