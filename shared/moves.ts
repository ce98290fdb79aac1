import type * as Y from 'yjs'
import type { BlockId, MoveKey, Pen } from './ids.ts'
import { MOVE_KEY } from './ids.ts'

/**
 * A clause is moved by saying after which other it stands. Its block stays where it was written: so its words keep
 * their ids, and no amendment of them is overtaken. The order in which the blocks are read is derived: as they were
 * written, and then each move in turn. The moves are entries of the root `moves`, in the text as in every draft.
 */
export interface Move {
  readonly key: MoveKey
  readonly clause: BlockId
  /** Null: first of all. */
  readonly after: BlockId | null
  /** 0 in the text. In a draft, its own moves come after those of the text, in the order in which they were made. */
  readonly turn: number
}

export type Place = Pick<Move, 'clause' | 'after'>

export const MOVES_ROOT = 'moves'
export const movesRoot = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(MOVES_ROOT)

/** No two have one key: it says with which pen the move was written. */
export const moveKey = (pen: Pen, number: number): MoveKey => `m${pen}-${number}`

/** With which a move was written. */
export const penOf = (key: MoveKey): Pen => numbersOf(key)[0] ?? 0

/** Every move, in the order in which they take effect. */
export const readMoves = (doc: Y.Doc): Move[] =>
  inTurn([...movesRoot(doc).entries()].flatMap(([key, value]) => (isMove(value) ? [{ key, ...value }] : [])))

export const inTurn = (moves: readonly Move[]): Move[] =>
  [...moves].sort((a, b) => a.turn - b.turn || byKey(a.key, b.key))

/** Tables, and who tables first moves first. */
function byKey(a: MoveKey, b: MoveKey): number {
  const [pen = 0, number = 0] = numbersOf(a)
  const [otherPen = 0, otherNumber = 0] = numbersOf(b)
  return pen - otherPen || number - otherNumber
}

const numbersOf = (key: MoveKey): number[] => (MOVE_KEY.exec(key) ?? []).slice(1).map(Number)

/** Writes a move; the caller wraps it in a transaction. */
export const writeMove = (doc: Y.Doc, { key, clause, after, turn }: Move): unknown =>
  movesRoot(doc).set(key, { clause, after, turn })

/** Whatever an honest or dishonest hand has written under the key. */
export const isMove = (value: unknown): value is Omit<Move, 'key'> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'after,clause,turn' &&
  'clause' in value &&
  typeof value.clause === 'string' &&
  'after' in value &&
  (value.after === null || typeof value.after === 'string') &&
  'turn' in value &&
  Number.isSafeInteger(value.turn)

/** The blocks as they are read. A move of or after a block that does not stand has no effect. */
export function inOrder(written: readonly BlockId[], moves: readonly Place[]): BlockId[] {
  const order = [...written]
  for (const { clause, after } of moves) {
    const from = order.indexOf(clause)
    if (from < 0 || clause === after || (after !== null && !order.includes(after))) continue
    order.splice(from, 1)
    order.splice(after === null ? 0 : order.indexOf(after) + 1, 0, clause)
  }
  return order
}

/** Anything of the blocks, put in the order in which they are read. */
export function inReadingOrder<T extends { readonly id: BlockId }>(
  written: readonly T[],
  moves: readonly Place[],
): T[] {
  if (moves.length === 0) return [...written]
  const byId = new Map(written.map((it) => [it.id, it]))
  return inOrder([...byId.keys()], moves).flatMap((id) => byId.get(id) ?? [])
}

/** How the blocks of a text or a draft stand. */
export interface Layout {
  /** As they are read. */
  readonly order: readonly BlockId[]
  readonly moves: readonly Move[]
  /** Blocks with no words. */
  readonly struck: ReadonlySet<BlockId>
}

/** Of blocks as they were written, with the moves that stand; deleted ones do not stand. */
export function layoutOf(blocks: readonly Written[], moves: readonly Move[]): Layout {
  const standing = blocks.filter(({ deleted }) => !deleted)
  const struck = standing.filter(({ runs }) => runs.every((run) => run.deleted || run.text === ''))
  return {
    order: inOrder(
      standing.map(({ id }) => id),
      moves,
    ),
    moves,
    struck: new Set(struck.map(({ id }) => id)),
  }
}

interface Written {
  readonly id: BlockId
  readonly deleted: boolean
  readonly runs: readonly { readonly text: string; readonly deleted: boolean }[]
}

export const NO_LAYOUT: Layout = { order: [], moves: [], struck: new Set() }

/** The move by which the clause stands where it does; null where nobody has moved it. */
export const moveInForce = ({ moves }: Pick<Layout, 'moves'>, clause: BlockId): MoveKey | null =>
  moves.findLast((move) => move.clause === clause)?.key ?? null

/**
 * What takes one order to the other: clauses `among` those named, each with the one that it stands after, from the
 * beginning on. One that needn't be moved is left out, unless `all` are wanted.
 */
export function placesBetween(
  before: readonly BlockId[],
  now: readonly BlockId[],
  among: ReadonlySet<BlockId>,
  all = false,
): Place[] {
  const moved = new Set(among)
  for (const clause of all ? [] : among) {
    moved.delete(clause)
    if (!sameOrder(before, now, moved)) moved.add(clause)
  }
  return now.flatMap((clause, index) =>
    moved.has(clause) ? [{ clause, after: now[index - 1] ?? null }] : [],
  )
}

const sameOrder = (a: readonly BlockId[], b: readonly BlockId[], but: ReadonlySet<BlockId>): boolean =>
  a.filter((id) => !but.has(id)).join() === b.filter((id) => !but.has(id)).join()
