import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'
import { elementsOf, wordsOf } from '../../shared/text.ts'

/** Updates written by hand, byte by byte (Yjs's version 1): what no honest client would ever send. */

export interface Id {
  readonly client: number
  readonly clock: number
}

/** One struct. Without neighbours it names its parent: the id of a type, or the name of a root. */
export interface Forged {
  readonly origin?: Id
  readonly right?: Id
  readonly parent?: Id | string
  readonly sub?: string
  readonly content: Content
}

export interface Content {
  readonly ref: number
  /** How far the clock moves. */
  readonly length: number
  write(encoder: encoding.Encoder): void
}

export const words = (text: string): Content => ({
  ref: 4,
  length: text.length,
  write: (encoder) => encoding.writeVarString(encoder, text),
})

const counted =
  (ref: number) =>
  (length: number): Content => ({
    ref,
    length,
    write: (encoder) => encoding.writeVarUint(encoder, length),
  })
export const collected = counted(0)
export const deleted = counted(1)
export const skipped = counted(10)

export const values = (...all: readonly unknown[]): Content => ({
  ref: 8,
  length: all.length,
  write: (encoder) => {
    encoding.writeVarUint(encoder, all.length)
    for (const value of all) encoding.writeAny(encoder, value as Parameters<typeof encoding.writeAny>[1])
  },
})

export const embedded = (value: unknown): Content => ({
  ref: 5,
  length: 1,
  write: (encoder) => encoding.writeVarString(encoder, JSON.stringify(value)),
})

export const formatted = (key: string, value: unknown): Content => ({
  ref: 6,
  length: 1,
  write: (encoder) => {
    encoding.writeVarString(encoder, key)
    encoding.writeVarString(encoder, JSON.stringify(value))
  },
})

export const binary = (...bytes: readonly number[]): Content => ({
  ref: 3,
  length: 1,
  write: (encoder) => encoding.writeVarUint8Array(encoder, new Uint8Array(bytes)),
})

export const document = (guid: string): Content => ({
  ref: 9,
  length: 1,
  write: (encoder) => {
    encoding.writeVarString(encoder, guid)
    encoding.writeAny(encoder, {})
  },
})

/** A shared type: 0 array, 1 map, 2 text, 3 element, 4 fragment, 5 hook, 6 words of a block. */
export const type = (kind: number, name = ''): Content => ({
  ref: 7,
  length: 1,
  write: (encoder) => {
    encoding.writeVarUint(encoder, kind)
    if (kind === 3 || kind === 5) encoding.writeVarString(encoder, name)
  },
})
export const element = (name: string) => type(3, name)
export const blockWords = type(6)

/** Ranges to delete, by client. */
export type Deletes = readonly (readonly [client: number, ranges: readonly (readonly [number, number])[]])[]

/** Everything that one client is said to have written, from a clock on. */
export interface Run {
  readonly client: number
  readonly clock: number
  readonly structs: readonly Forged[]
}

export const forge = (runs: readonly Run[], deletes: Deletes = []): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length)
    for (const { client, clock, structs } of runs) {
      encoding.writeVarUint(encoder, structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const [client, ranges] of deletes) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })

const ORIGIN = 0x80
const RIGHT = 0x40
const SUB = 0x20

function writeStruct(encoder: encoding.Encoder, { origin, right, parent, sub, content }: Forged): void {
  const flags = (origin ? ORIGIN : 0) | (right ? RIGHT : 0) | (sub === undefined ? 0 : SUB)
  encoding.writeUint8(encoder, content.ref | flags)
  const isItem = content.ref !== 0 && content.ref !== 10
  if (isItem && origin) writeId(encoder, origin)
  if (isItem && right) writeId(encoder, right)
  if (isItem && !origin && !right) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent ?? { client: 1, clock: 0 })
    if (sub !== undefined) encoding.writeVarString(encoder, sub)
  }
  content.write(encoder)
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** The id of a character of a block's words, deleted ones counted too. */
export function characterAt(doc: Y.Doc, block: number, index: number): Id {
  let left = index
  for (let item = wordsIn(doc, block)._start; item; item = item.right) {
    if (left < item.length) return { client: item.id.client, clock: item.id.clock + left }
    left -= item.length
  }
  throw new Error(`block ${block} has no character ${index}`)
}

/** The id of a block, and of its words as a whole. */
export const blockAt = (doc: Y.Doc, block: number): Id => idOf(elementsOf(doc)[block])
export const wordsAt = (doc: Y.Doc, block: number): Id => idOf(wordsIn(doc, block))

function wordsIn(doc: Y.Doc, block: number): Y.XmlText {
  const element = elementsOf(doc)[block]
  const text = element && wordsOf(element)
  if (!text) throw new Error(`no block ${block}`)
  return text
}

function idOf(type: Y.XmlElement | Y.XmlText | undefined): Id {
  if (!type?._item) throw new Error('no such type')
  return type._item.id
}
