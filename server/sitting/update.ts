import * as Y from 'yjs'
import type { Pen } from '../../shared/ids.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { TEXT_ROOT } from '../../shared/text.ts'

/** What one update may hold. A long absence fits; an attack on memory or time does not. */
export const LIMITS = {
  bytes: 64_000,
  structs: 1_000,
  /** UTF-16 units in one struct. */
  struct: 20_000,
  /** Delete ranges. */
  deletes: 4_000,
} as const

/** Struct stores as this file needs them: how far each client's clock is known. */
export type Store = Y.Doc['store']

/** What an update brings that is new. */
export interface Reading {
  readonly items: readonly Y.Item[]
  readonly deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
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
  if (!decoded) return refuse('update/not-allowed', { why: 'unreadable' })
  if (decoded.structs.length > LIMITS.structs) return refuse('update/too-large', { limit: LIMITS.structs })
  const clocks = new Clocks(store)
  const items: Y.Item[] = []
  for (const struct of decoded.structs) {
    if (struct.length > 0 && clocks.knows(struct.id.client, struct.id.clock + struct.length - 1)) continue
    const fault = structFault(struct, clocks, mayUse)
    if (fault) return fault
    clocks.advance(struct.id.client, struct.id.clock + struct.length)
    items.push(struct as Y.Item)
  }
  return deletesFault(decoded.ds.clients, clocks) ?? { items, deletes: decoded.ds.clients }
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update)
  } catch {
    return null
  }
}

/** The clock that each client has reached, counting the update read so far. */
class Clocks {
  private readonly store: Store
  private readonly reached = new Map<number, number>()

  constructor(store: Store) {
    this.store = store
  }

  next = (client: number): number => this.reached.get(client) ?? Y.getState(this.store, client)

  knows = (client: number, clock: number): boolean => clock < this.next(client)

  advance(client: number, clock: number): void {
    this.reached.set(client, clock)
  }
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

function structFault(struct: Struct, clocks: Clocks, mayUse: (pen: Pen) => boolean): Refusal | null {
  const { client, clock } = struct.id
  if (!mayUse(client)) return refuse('update/foreign-pen', { pen: client })
  if (!(struct instanceof Y.Item)) return notAllowed('a gap')
  if (struct.length < 1 || struct.length > LIMITS.struct) return notAllowed('a struct of this length')
  if (clock !== clocks.next(client)) return refuse('update/pending')
  for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
    if (id instanceof Y.ID && !clocks.knows(id.client, id.clock)) return refuse('update/pending')
  }
  if (typeof struct.parent === 'string' && struct.parent !== TEXT_ROOT) return notAllowed('another root')
  return contentFault(struct)
}

/** Words, blocks with their text, and the block's id: nothing else ever stands in a draft. */
function contentFault({ content, parentSub }: Y.Item): Refusal | null {
  if (parentSub !== null && parentSub !== 'id') return notAllowed('an attribute')
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return null
  if (content instanceof Y.ContentAny) return parentSub === 'id' ? null : notAllowed('a value')
  if (!(content instanceof Y.ContentType)) return notAllowed('content that is not plain words')
  const { type } = content
  const allowed = (type instanceof Y.XmlElement && type.nodeName === 'clause') || isPlainText(type)
  return allowed ? null : notAllowed('a block of this kind')
}

const isPlainText = (type: unknown): boolean => type instanceof Y.XmlText

/** A delete that names what nobody has written yet would wait, and then erase somebody's typing. */
function deletesFault(
  clients: ReadonlyMap<number, readonly { clock: number; len: number }[]>,
  clocks: Clocks,
): Refusal | null {
  let count = 0
  for (const [client, ranges] of clients) {
    for (const { clock, len } of ranges) {
      if (++count > LIMITS.deletes) return refuse('update/too-large', { limit: LIMITS.deletes })
      if (len < 1) return notAllowed('an empty delete')
      if (!clocks.knows(client, clock + len - 1)) return refuse('update/pending')
    }
  }
  return null
}

const notAllowed = (why: string): Refusal => refuse('update/not-allowed', { why })
