import * as Y from 'yjs'
import type { BlockItem, Id, Range, Run } from './items.ts'
import { isMove, type Move } from './moves.ts'
import type { BlockKind } from './text.ts'

/** What an engrossed wording would write on the text, read from its bytes and written nowhere. */
export interface Writing {
  /** New blocks, still without their words. */
  readonly blocks: readonly BlockItem[]
  /** Words, each after those that it may have been put beside. */
  readonly runs: readonly Words[]
  /** The characters that it deletes. */
  readonly gone: readonly Range[]
  readonly moves: readonly Move[]
}

/** Words that stood alone when they were written name what holds them; all others, their neighbours. */
export interface Words extends Run {
  readonly into: Id | null
}

// The bytes of a wording never change.
const read = new WeakMap<Uint8Array, Writing>()

export function writingOf(engrossed: Uint8Array): Writing {
  const known = read.get(engrossed)
  if (known) return known
  const { structs, ds } = Y.decodeUpdate(engrossed)
  // A wording that grew by a sub-amendment has several pens; a later one writes beside the earlier, never before it.
  const items = structs
    .filter((struct) => struct instanceof Y.Item)
    .sort((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock)
  const writing = {
    blocks: items.flatMap((item) => newBlock(item, items) ?? []),
    runs: items.flatMap((item) => newRun(item) ?? []),
    gone: [...ds.clients].flatMap(([client, parts]) =>
      parts.map(({ clock, len }): Range => [client, clock, len]),
    ),
    moves: items.flatMap((item) => newMove(item, ds) ?? []),
  }
  read.set(engrossed, writing)
  return writing
}

const newRun = ({ id, content, parent, origin, rightOrigin }: Y.Item): Words | null =>
  content instanceof Y.ContentString
    ? {
        client: id.client,
        clock: id.clock,
        text: content.str,
        deleted: false,
        origin,
        rightOrigin,
        into: parent instanceof Y.ID ? idOf(parent) : null,
      }
    : null

/** A move that had lost its place comes deleted. */
function newMove(
  { id, content, parentSub }: Y.Item,
  ds: ReturnType<typeof Y.decodeUpdate>['ds'],
): Move | null {
  const isGone = ds.clients
    .get(id.client)
    ?.some(({ clock, len }) => clock <= id.clock && id.clock < clock + len)
  const value: unknown = content instanceof Y.ContentAny ? content.arr[0] : null
  return parentSub !== null && isMove(value) && !isGone ? { key: parentSub, ...value } : null
}

function newBlock({ id, content, origin, rightOrigin }: Y.Item, items: readonly Y.Item[]): BlockItem | null {
  if (!(content instanceof Y.ContentType && content.type instanceof Y.XmlElement)) return null
  const inside = items.filter(({ parent }) => parent instanceof Y.ID && Y.compareIDs(parent, id))
  const name = inside.find(({ parentSub }) => parentSub === 'id')?.content
  const words = inside.find((it) => it.content instanceof Y.ContentType)
  return {
    item: idOf(id),
    words: words ? idOf(words.id) : null,
    id: name instanceof Y.ContentAny ? String(name.arr[0]) : '',
    kind: content.type.nodeName as BlockKind,
    deleted: false,
    runs: [],
    origin,
    rightOrigin,
  }
}

const idOf = ({ client, clock }: Y.ID): Id => [client, clock]
