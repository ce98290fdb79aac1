import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { BLOCK_ID, MOVE_KEY, type MoveKey, type Pen } from '../../shared/ids.ts'
import { isMove, MOVES_ROOT, penOf } from '../../shared/moves.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { TEXT_ROOT } from '../../shared/text.ts'

/** What one update may hold. A long absence fits; an attack on memory or time does not. */
export const LIMITS = {
  bytes: 64_000,
  structs: 1_000,
  /** UTF-16 units in one struct. */
  struct: 20_000,
  /** Delete ranges. A client that comes back names everything that was ever deleted. */
  deletes: 20_000,
  /** Items that must be passed to find the new ones their places. */
  effort: 300_000,
} as const

/** Struct stores as this file needs them: how far each client's clock is known. */
export type Store = Y.Doc['store']

/** What an update brings that is new. */
export interface Reading {
  readonly items: Newcomers
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}

/** The items of an update. Those of one pen follow each other without gaps. */
export class Newcomers implements Iterable<Y.Item> {
  /** Those that are moves, by key: one that takes the place of another names only that one. */
  readonly moves = new Map<Y.Item, MoveKey>()
  private readonly byClient = new Map<number, Y.Item[]>()
  private readonly all: Y.Item[] = []

  add(item: Y.Item): void {
    this.all.push(item)
    const own = this.byClient.get(item.id.client)
    if (own) own.push(item)
    else this.byClient.set(item.id.client, [item])
  }

  /** The item in which a character of the update stands; null where the draft has it already. */
  at({ client, clock }: Y.ID): Y.Item | null {
    const own = this.byClient.get(client)
    if (!own || clock < (own[0]?.id.clock ?? 0)) return null
    return own[Y.findIndexSS(own, clock)] ?? null
  }

  [Symbol.iterator] = () => this.all[Symbol.iterator]()
}

/** The item of the update or of the draft in which a character stands that is known. */
export function itemAt(id: Y.ID, items: Newcomers, store: Store): Y.Item | null {
  const item: unknown = items.at(id) ?? Y.getItem(store, id)
  return item instanceof Y.Item ? item : null
}

/**
 * Reads an update without applying it. Everything that it names must be known to the store or come earlier in the
 * update itself; everything that it adds must be of an allowed kind and written with a pen that `mayUse` knows.
 */
export function readUpdate(
  update: Uint8Array,
  store: Store,
  mayUse: (pen: Pen) => boolean,
): Refusal | Reading {
  const decoded = decode(update)
  if (!decoded) return notAllowed('unreadable')
  if (decoded.structs.length > LIMITS.structs) return refuse('update/too-large', { limit: LIMITS.structs })
  if (!saysEachOnce(update, decoded.structs)) return notAllowed('a client said twice')
  const reader = new Reader(store, mayUse)
  for (const struct of decoded.structs) {
    const fault = reader.take(struct)
    if (fault) return fault
  }
  const { items } = reader
  const deletes = decoded.ds.clients
  return reader.deletesFault(deletes) ?? manyMovesFault(items, deletes) ?? { items, deletes }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

/** Of two runs of one client Yjs forgets the first, and waits for what it said. A run of nothing is nobody's. */
function saysEachOnce(update: Uint8Array, structs: readonly Struct[]): boolean {
  const runs = decoding.readVarUint(decoding.createDecoder(update))
  return runs === new Set(structs.map(({ id }) => id.client)).size
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** Takes an update struct by struct: what it has taken, the next ones may name. */
class Reader {
  readonly items = new Newcomers()
  private readonly store: Store
  private readonly mayUse: (pen: Pen) => boolean
  /** The clock that each client has reached, counting the update read so far. */
  private readonly reached = new Map<number, number>()

  constructor(store: Store, mayUse: (pen: Pen) => boolean) {
    this.store = store
    this.mayUse = mayUse
  }

  take(struct: Struct): Refusal | null {
    const { client, clock } = struct.id
    const isKnown = struct.length > 0 && this.knows(client, clock + struct.length - 1)
    // Yjs looks for the neighbours even of what it has, waits for those that it hasn't, and cuts at the others.
    if (isKnown) return struct instanceof Y.Item ? this.placeFault(struct) : null
    if (!this.mayUse(client)) return refuse('update/foreign-pen', { pen: client })
    if (!(struct instanceof Y.Item)) return notAllowed('a gap')
    const fault = this.itemFault(struct)
    if (fault) return fault
    this.reached.set(client, clock + struct.length)
    this.items.add(struct)
    return null
  }

  private itemFault(item: Y.Item): Refusal | null {
    const { id, length } = item
    if (length < 1 || length > LIMITS.struct) return notAllowed('a struct of this length')
    if (id.clock !== this.next(id.client)) return refuse('update/pending')
    const key = this.keyOfMove(item)
    if (key === null) return this.placeFault(item) ?? contentFault(item)
    this.items.moves.set(item, key)
    return this.placeFault(item) ?? moveFault(item, key)
  }

  /** Null: it is no move of a clause, but something of the text. */
  private keyOfMove({ origin, parent, parentSub }: Y.Item): MoveKey | null {
    // As it was written, a root is told by its name.
    if ((parent as unknown) === MOVES_ROOT) return parentSub ?? ''
    const before = origin && this.knows(origin.client, origin.clock) ? this.at(origin) : null
    if (!before) return null
    return this.items.moves.get(before) ?? (MOVE_KEY.test(before.parentSub ?? '') ? before.parentSub : null)
  }

  private placeFault(item: Y.Item): Refusal | null {
    const { origin, rightOrigin, parent } = item
    // Whatever was written under its key before it is known to the store, and nothing stands behind.
    if (this.keyOfMove(item) !== null) return rightOrigin ? notAllowed('a move that has a neighbour') : null
    const neighbours = [
      [origin, 1],
      [rightOrigin, 0],
    ] as const
    for (const [neighbour, further] of neighbours) {
      const fault = neighbour && this.neighbourFault(neighbour, further)
      if (fault) return fault
    }
    if (parent instanceof Y.ID) {
      if (!this.knows(parent.client, parent.clock)) return refuse('update/pending')
      if (!(this.at(parent)?.content instanceof Y.ContentType)) return notAllowed('words in words')
    } else if (typeof parent === 'string' && parent !== TEXT_ROOT) return notAllowed('another root')
    return null
  }

  /** `further`: the cut is that many units after the unit that is named. */
  private neighbourFault(id: Y.ID, further: 0 | 1): Refusal | null {
    if (!this.knows(id.client, id.clock)) return refuse('update/pending')
    const item = this.at(id)
    if (!item || item.parentSub !== null || this.items.moves.has(item))
      return notAllowed('a neighbour that has no place')
    return cutsCharacter(item, id.clock - item.id.clock + further) ? CUT : null
  }

  /**
   * A delete that names what nobody has written yet would wait, and then erase somebody's typing. Ranges come in
   * order and apart, as Yjs writes them: walking through them then costs no more than the draft is long.
   */
  deletesFault(clients: Reading['deletes']): Refusal | null {
    let count = 0
    for (const [client, ranges] of clients) {
      let end = 0
      for (const { clock, len } of ranges) {
        if (++count > LIMITS.deletes) return refuse('update/too-large', { limit: LIMITS.deletes })
        if (len < 1 || clock < end) return notAllowed('a delete that is empty or out of order')
        end = clock + len
        if (!this.knows(client, end - 1)) return refuse('update/pending')
        if (this.cutsAt(client, clock) || this.cutsAt(client, end)) return CUT
      }
    }
    return null
  }

  private cutsAt(client: number, clock: number): boolean {
    if (!this.knows(client, clock)) return false
    const item = this.at(Y.createID(client, clock))
    return item !== null && cutsCharacter(item, clock - item.id.clock)
  }

  private next = (client: number): number => this.reached.get(client) ?? Y.getState(this.store, client)
  private knows = (client: number, clock: number): boolean => clock < this.next(client)
  private at = (id: Y.ID): Y.Item | null => itemAt(id, this.items, this.store)
}

/** Words, blocks with their text, and the block's id: nothing else ever stands in a draft. */
function contentFault({ content, parentSub }: Y.Item): Refusal | null {
  if (parentSub !== null) return parentSub === 'id' && isBlockId(content) ? null : notAllowed('an attribute')
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return null
  if (!(content instanceof Y.ContentType)) return notAllowed('content that is not plain words')
  const { type } = content
  const allowed = (type instanceof Y.XmlElement && type.nodeName === 'clause') || type instanceof Y.XmlText
  return allowed ? null : notAllowed('a block of this kind')
}

/** A move is written under the pen that made it, and after those of the text. */
function moveFault({ id, content }: Y.Item, key: MoveKey): Refusal | null {
  if (!MOVE_KEY.test(key) || penOf(key) !== id.client) return notAllowed('a move under another name')
  if (content instanceof Y.ContentDeleted) return null
  const values: readonly unknown[] = content instanceof Y.ContentAny ? content.arr : []
  return values.length > 0 && values.every(isPlausible) ? null : notAllowed('a move that is none')
}

/**
 * Of moves that were made and taken back one after the other under one key Yjs makes one item with several values. None of
 * them stands; of those that stand one reader would take the first and another the last.
 */
function manyMovesFault({ moves }: Newcomers, deletes: Reading['deletes']): Refusal | null {
  const isGone = ({ id, length }: Y.Item) =>
    deletes.get(id.client)?.some(({ clock, len }) => clock <= id.clock && id.clock + length <= clock + len)
  const many = [...moves.keys()].filter(({ length }) => length > 1)
  return many.every(isGone) ? null : notAllowed('several moves in the place of one')
}

function isPlausible(value: unknown): boolean {
  if (!isMove(value) || value.turn < 1 || value.turn > MOST_TURNS) return false
  return [value.clause, value.after ?? value.clause].every((name) => BLOCK_ID.test(name))
}

const MOST_TURNS = 1_000_000

/** One value: of several, one reader would take the first and another the last. */
function isBlockId(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted) return true
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return false
  const [id] = content.arr as unknown[]
  return typeof id === 'string' && BLOCK_ID.test(id)
}

/** Whether cutting the item's words before `at` would part the two halves of a character. */
function cutsCharacter({ content }: Y.Item, at: number): boolean {
  if (!(content instanceof Y.ContentString) || at <= 0 || at >= content.str.length) return false
  return (content.str.codePointAt(at - 1) ?? 0) > 0xffff
}

const notAllowed = (why: string): Refusal => refuse('update/not-allowed', { why })
/** In deleted words too: what was deleted is still shown, by its name. */
const CUT = notAllowed('a character cut in two')
