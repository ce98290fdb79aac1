import type * as Y from 'yjs'
import type { BlockId, MoveKey } from './ids.ts'
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
import { inOrder, layoutOf, type Move, moveInForce, type Place, placesBetween, readMoves } from './moves.ts'
import type { Block, BlockKind } from './text.ts'
import { type RawEdit, tidy, wholeWords } from './words.ts'

/** What a draft does to the text, exactly: found by comparing item ids, never by comparing words. */
export interface Edits {
  /** In document order; within a clause they don't touch. */
  readonly hunks: readonly Hunk[]
  readonly added: readonly Added[]
  /** In the order in which they take effect; left out where nothing is moved. */
  readonly moved?: readonly Moved[]
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

/** A clause that is to stand after another (null: first of all). It takes its words along, whatever they become. */
export interface Moved extends Place {
  /**
   * The move by which the clause stood where it did; null where nobody had moved it. Once another is in force, this
   * one is overtaken.
   */
  readonly since: MoveKey | null
  /** The moves that it writes, once the wording is engrossed. */
  readonly come?: readonly MoveKey[]
}

export const NO_EDITS: Edits = { hunks: [], added: [] }

export const movesOf = ({ moved }: Edits): readonly Moved[] => moved ?? []

/** The moves of clauses that the text has: a new clause may need one to stand where it is to stand. */
export const movesOfText = (edits: Edits): readonly Moved[] =>
  movesOf(edits).filter(({ clause }) => edits.added.every(({ id }) => id !== clause))

/** Leaves out the field where nothing is moved: so stand all edits from before clauses could be moved. */
export const withMoves = (moved: readonly Moved[]): Pick<Edits, 'moved'> =>
  moved.length > 0 ? { moved } : {}

export const isEmpty = (edits: Edits): boolean =>
  edits.hunks.length === 0 && edits.added.length === 0 && movesOf(edits).length === 0

/** The hunk that empties a clause strikes it. */
export const strikes = (hunk: Hunk, text: string): boolean =>
  hunk.insert === '' && hunk.from === 0 && hunk.to === text.length && text.length > 0

/** Every clause that the edits touch or follow, those too after which others are put. */
export const touched = (edits: Edits): Set<BlockId> =>
  new Set([
    ...edits.hunks.map((hunk) => hunk.clause),
    ...edits.added.flatMap(({ after }) => after ?? []),
    ...movesOf(edits).flatMap(({ clause, after }) => (after === null ? [clause] : [clause, after])),
  ])

/** Every clause that the edits change, or after which they put a new one: where somebody looks for them first. */
export const changed = (edits: Edits): Set<BlockId> =>
  new Set([
    ...edits.hunks.map((hunk) => hunk.clause),
    ...edits.added.flatMap(({ after }) => after ?? []),
    ...movesOfText(edits).map(({ clause }) => clause),
  ])

/** The edits of `draft` against the text that `sight` shows. */
export const editsOf = (sight: Sight, draft: Y.Doc): Edits =>
  comparing(sight, walkBlocks(draft), readMoves(draft), hunksOf, false)

/** The same, where it is known that the text has these blocks just as they are. */
export function editsInBlocks(
  sight: Sight,
  blocks: readonly BlockItem[],
  moves: readonly Move[],
  asInText: readonly BlockItem[],
): Edits {
  const same = new Set(asInText)
  const hunksIn = (_: Sight, block: BlockItem) => (same.has(block) ? [] : hunksOf(sight, block))
  return comparing(sight, blocks, moves, hunksIn, false)
}

/**
 * The same, character for character as it is written: where words of several pens meet, a space that one took and
 * another put back is not the same space, and the account of words needs to know whose it is (rule A5). So for moves:
 * one that puts a clause back where it stood is named too, and one of a new clause, which stands where it does by it.
 */
export const editsAsWritten = (sight: Sight, draft: Y.Doc): Edits =>
  comparing(sight, walkBlocks(draft), readMoves(draft), hunksAsWritten, true)

function comparing(
  sight: Sight,
  blocks: readonly BlockItem[],
  moves: readonly Move[],
  hunksIn: (sight: Sight, block: BlockItem) => Hunk[],
  asWritten: boolean,
): Edits {
  const hunks: Hunk[] = []
  const own = new Map<BlockId, Pick<Added, 'kind' | 'text'>>()
  for (const block of blocks) {
    if (isOfText(sight, block)) hunks.push(...hunksIn(sight, block))
    else if (!block.deleted) {
      const text = block.runs.map((run) => (run.deleted ? '' : run.text)).join('')
      own.set(block.id, { kind: block.kind, text })
    }
  }
  const { order } = layoutOf(blocks, moves)
  const added = order.flatMap((id, index): Added[] => {
    const block = own.get(id)
    return block ? [{ after: order[index - 1] ?? null, id, ...block }] : []
  })
  const known = new Set(sight.layout.moves.map(({ key }) => key))
  const fresh = new Set(moves.flatMap(({ key, clause }) => (known.has(key) ? [] : [clause])))
  if (fresh.size === 0) return { hunks, added }
  const now = order.filter((id) => !own.has(id))
  const written = [...fresh].filter((clause) => !own.has(clause))
  const places = asWritten
    ? placesBetween(sight.layout.order, now, new Set(written), true)
    : placesBetween(sight.layout.order, now, new Set([...goingAlong(sight, now, fresh), ...written]))
  const moved = places.map((place) => ({ ...place, since: moveInForce(sight.layout, place.clause) }))
  const ofNew = asWritten ? added.filter(({ id }) => fresh.has(id)) : []
  return { hunks, added, ...withMoves([...moved, ...ofNew.map(standsAfter)]) }
}

/**
 * Clauses that were moved already, to stand after others: where one of those is moved by what was tabled before, they
 * go along with it.
 */
function goingAlong({ layout }: Sight, now: readonly BlockId[], fresh: ReadonlySet<BlockId>): BlockId[] {
  const standing = new Set(now)
  return layout.moves.flatMap(({ clause }) => (standing.has(clause) && !fresh.has(clause) ? [clause] : []))
}

const standsAfter = ({ id, after }: Added): Moved => ({ clause: id, after, since: null })

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
export function applyEdits(text: readonly Block[], edits: Edits): Block[] {
  const result: Block[] = []
  const addAfter = (after: BlockId | null) => {
    for (const { id, kind, text: words } of edits.added.filter((it) => it.after === after)) {
      result.push({ id, kind, text: words })
      addAfter(id)
    }
  }
  addAfter(null)
  for (const block of asMoved(text, edits)) {
    const own = edits.hunks.filter((hunk) => hunk.clause === block.id)
    result.push(own.length > 0 ? { ...block, text: applyHunks(block.text, own) } : block)
    addAfter(block.id)
  }
  return result
}

function asMoved(text: readonly Block[], edits: Edits): readonly Block[] {
  const moved = movesOfText(edits)
  if (moved.length === 0) return text
  const byId = new Map(text.map((block) => [block.id, block]))
  return inOrder([...byId.keys()], moved).flatMap((id) => byId.get(id) ?? [])
}

export const applyHunks = (text: string, hunks: readonly RawEdit[]): string =>
  [...hunks]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((words, { from, to, insert }) => words.slice(0, from) + insert + words.slice(to), text)
