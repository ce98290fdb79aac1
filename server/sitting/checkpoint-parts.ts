import { z } from 'zod'
import type { Record } from '../../shared/record.ts'
import { PackedPens } from './packed-pens.ts'

/**
 * What a checkpoint of a sitting consists of. It is a shortcut: whoever changes what it holds gives it a new format,
 * and the first start after that replays everything.
 */
export const FORMAT = 'paraph-sitting/5'

const bytes = z.custom<Uint8Array>((it) => it instanceof Uint8Array)

/** The head comes first. JSON stands for what is JSON already: it is read several times as fast as CBOR. */
export const Part = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('head'),
    format: z.literal(FORMAT),
    text: bytes,
    lastDraft: z.number(),
    lastNote: z.number(),
  }),
  z.strictObject({ part: z.literal('hall'), piece: bytes }),
  z.strictObject({ part: z.literal('draft'), id: z.string(), update: bytes }),
  /** A part of a field of the record: `entries` of an object, or all of anything else. */
  z.strictObject({ part: z.literal('entries'), of: z.string(), json: z.string() }),
  z.strictObject({ part: z.literal('field'), of: z.string(), json: z.string() }),
  z.strictObject({ part: z.literal('acts'), json: z.string() }),
  z.strictObject({ part: z.literal('engrossed'), of: z.array(z.tuple([z.string(), bytes])) }),
  z.strictObject({ part: z.literal('earlier'), of: z.array(z.tuple([z.number(), bytes])) }),
  z.strictObject({ part: z.literal('version'), number: z.number(), words: z.string(), state: z.string() }),
  z.strictObject({ part: z.literal('notes'), json: z.string() }),
  z.strictObject({ part: z.literal('pens'), packed: PackedPens }),
])
export type Part = z.infer<typeof Part>

/** So few things at once that writing them down takes a millisecond or two. */
const FEW = 50

export function* inFew<T>(all: Iterable<T>, few = FEW): Generator<T[]> {
  let some: T[] = []
  for (const one of all) {
    if (some.push(one) < few) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** The first of a list that is being added to; nothing is copied. */
export function* firstOf<T>(all: Iterable<T>, count: number): Generator<T> {
  let left = count
  if (left === 0) return
  for (const one of all) {
    yield one
    if (--left === 0) return
  }
}

export function* recordParts(record: Record): Generator<Part> {
  for (const [of, value] of Object.entries(record) as [string, unknown][]) {
    if (value === undefined) continue
    if (!isObject(value)) {
      yield { part: 'field', of, json: JSON.stringify(value) }
      continue
    }
    // An object without entries is one too.
    yield { part: 'entries', of, json: '{}' }
    for (const few of inFew(Object.entries(value))) {
      yield { part: 'entries', of, json: JSON.stringify(Object.fromEntries(few)) }
    }
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Puts a record together again, its fields and their entries in the order in which they came. */
export class RecordBinder {
  private readonly fields = new Map<string, unknown>()
  private readonly entries = new Map<string, [key: string, value: unknown][]>()

  field(of: string, json: string): void {
    this.fields.set(of, JSON.parse(json))
  }

  add(of: string, json: string): void {
    const entries = this.entries.get(of) ?? []
    this.entries.set(of, entries)
    this.fields.set(of, null)
    entries.push(...Object.entries(JSON.parse(json) as object))
  }

  /** Null where there was none. */
  bound(): Record | null {
    if (this.fields.size === 0) return null
    for (const [of, entries] of this.entries) this.fields.set(of, Object.fromEntries(entries))
    return Object.fromEntries(this.fields) as unknown as Record
  }
}
