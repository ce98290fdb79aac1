import * as Y from 'yjs'
import { type Edits, type Hunk, isOfText, type Moved, movesOf, withMoves } from './edits.ts'
import { updateOf } from './engross.ts'
import type { BlockId, MoveKey } from './ids.ts'
import { type BlockItem, deleteCharacters, type Range, Sight, walkBlocks } from './items.ts'
import { movesRoot, readMoves } from './moves.ts'
import { isMovedSince, standingOfHunk, standingOfMove } from './standing.ts'
import { cloneText } from './text.ts'

/** A wording as it was tabled, and as it was engrossed. */
export interface Wording {
  readonly edits: Edits
  readonly engrossed: Uint8Array
}

/** What accepting a wording does to a text that may have moved on since. */
export interface Remains {
  /** Null where nothing is left to accept. */
  readonly update: Uint8Array | null
  /** Changes whose words are all gone from the text: they fell away, and bring nothing any more. */
  readonly lost: readonly Hunk[]
  /** Moves of clauses that somebody else has moved or struck since. */
  readonly lostMoves: readonly Moved[]
}

/**
 * What is left of the wording in this text. A change that lost its place must not bring its words: they would stand
 * where nobody meant them. They come into the text deleted at once, so that the record still holds them (rule A5).
 */
export function remains(text: Y.Doc, sight: Sight, { edits, engrossed }: Wording): Remains {
  const lost = lostFrom(sight, edits)
  const lostMoves = lostMovesFrom(sight, edits)
  if (isNothingLeft(edits, lost, lostMoves)) return { update: null, lost, lostMoves }
  return { update: fallenAway(text, engrossed, lost, lostMoves), lost, lostMoves }
}

/**
 * What a draft has of the wording: the same, but that a clause which was struck is still moved. It may be given its words
 * back, and then the move comes into the text; in a draft that had deleted it, it could never stand again.
 */
export function inDraft(text: Y.Doc, sight: Sight, { edits, engrossed }: Wording): Uint8Array | null {
  const lost = lostFrom(sight, edits)
  const lostMoves = lostMovesFrom(sight, edits)
  if (isNothingLeft(edits, lost, lostMoves)) return null
  const isForGood = (move: Moved) => isMovedSince(move, sight)
  return fallenAway(text, engrossed, lost, lostMoves.filter(isForGood))
}

function fallenAway(
  text: Y.Doc,
  engrossed: Uint8Array,
  lost: readonly Hunk[],
  lostMoves: readonly Moved[],
): Uint8Array {
  const strays = lost.flatMap(({ come }) => come ?? [])
  const strayMoves = lostMoves.flatMap(({ come }) => come ?? [])
  if (strays.length + strayMoves.length === 0) return engrossed
  const copy = cloneText(text)
  Y.applyUpdate(copy, engrossed)
  const deletion = updateOf(copy, () => {
    deleteCharacters(copy, strays)
    for (const key of strayMoves) movesRoot(copy).delete(key)
  })
  return Y.mergeUpdates([engrossed, deletion])
}

export const lostFrom = (sight: Sight, { hunks }: Edits): Hunk[] =>
  hunks.filter((hunk) => standingOfHunk(hunk, sight) === 'overtaken')

export const lostMovesFrom = (sight: Sight, edits: Edits): Moved[] =>
  movesOf(edits).filter((move) => standingOfMove(move, sight) === 'overtaken')

export function isNothingLeft(edits: Edits, lost: readonly Hunk[], lostMoves: readonly Moved[]): boolean {
  const changes = edits.hunks.length + movesOf(edits).length
  return edits.added.length === 0 && changes > 0 && lost.length + lostMoves.length === changes
}

/**
 * The text as amended by wordings that are accepted one after the other (rule A3): the same computation as accepting
 * them. Where none takes the words of another, every order gives the same text.
 */
export function asDecided(text: Y.Doc, wordings: readonly Wording[]): Y.Doc {
  const copy = cloneText(text)
  for (const wording of wordings) {
    const { update } = remains(copy, Sight.of(copy), wording)
    if (update) Y.applyUpdate(copy, update)
  }
  return copy
}

/** The edits with the characters that each change brings, by id, as `engrossed` writes them on the text. */
export function withPlaces(sight: Sight, amended: Y.Doc, edits: Edits): Edits {
  const come = new Map<Hunk, Range[]>()
  const blocks = new Map<BlockId, Range[]>()
  for (const block of walkBlocks(amended)) {
    if (!isOfText(sight, block)) {
      blocks.set(block.id, [[block.item[0], block.item[1], 1], ...standingRuns(block)])
      continue
    }
    let at = 0
    for (const run of block.runs) {
      for (const { offset, length, presence } of sight.pieces([run.client, run.clock, run.text.length])) {
        if (presence === 'stands') at += length
        else if (presence === 'unknown' && !run.deleted) {
          const hunk = hunkAt(edits, block.id, at)
          if (hunk) come.set(hunk, [...(come.get(hunk) ?? []), [run.client, run.clock + offset, length]])
        }
      }
    }
  }
  return {
    hunks: edits.hunks.map((hunk) => ({ ...hunk, come: come.get(hunk) ?? [] })),
    added: edits.added.map((block) => ({ ...block, come: blocks.get(block.id) ?? [] })),
    ...withMoves(movesOf(edits).map((move) => ({ ...move, come: movesWritten(sight, amended, move) }))),
  }
}

/** Of a wording that grew by a sub-amendment, the clause may have two: of each pen its own. */
function movesWritten({ layout }: Sight, amended: Y.Doc, { clause }: Moved): MoveKey[] {
  const known = new Set(layout.moves.map(({ key }) => key))
  return readMoves(amended).flatMap(({ key, ...move }) =>
    move.clause === clause && !known.has(key) ? [key] : [],
  )
}

const standingRuns = ({ runs }: BlockItem): Range[] =>
  runs.flatMap(({ client, clock, text, deleted }) => (deleted ? [] : [[client, clock, text.length] as const]))

/** Within a clause the changes don't touch: no place belongs to two. */
const hunkAt = ({ hunks }: Edits, clause: BlockId, at: number): Hunk | undefined =>
  hunks.find((hunk) => hunk.clause === clause && hunk.from <= at && at <= hunk.to)
