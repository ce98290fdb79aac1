import { decode, encode } from 'cborg'
import type { Entry, PenEntry, StepEntry } from '../contract.ts'
import { DamagedJournal } from './damage.ts'
import { FRAME_BYTES } from './frame.ts'
import type { StoredRecord } from './scan.ts'

/** The payload of a record: the entries that were committed together, as a CBOR array. */

export const encodeEntry = (entry: Entry): Uint8Array => encode(entry)

/** Joins entries that are already encoded: the head of a CBOR array, then its items. */
export const joinEntries = (entries: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([arrayHead(entries.length), ...entries])

/** Throws a TypeError on anything that `joinEntries` doesn't make. The shapes of acts are the domain's to judge. */
export function decodeEntries(payload: Uint8Array): readonly Entry[] {
  const entries: unknown = decode(payload, { rejectDuplicateMapKeys: true })
  if (!Array.isArray(entries)) throw new TypeError('a record is a list of entries')
  for (const entry of entries) if (!isEntry(entry)) throw new TypeError('an entry has pens, steps and hall')
  return entries
}

/** @throws DamagedJournal where the record's checksum is right, and yet it can't be read. */
export function entriesOf({ payload, offset, sequence }: StoredRecord): readonly Entry[] {
  try {
    return decodeEntries(payload)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new DamagedJournal(`it can't be read (${why})`, offset + FRAME_BYTES, sequence)
  }
}

/** How many entries a record holds, from its first bytes alone. */
export function countEntries(payload: Uint8Array): number {
  const [head = 0, high = 0, low = 0] = payload
  if (head === 0x99) return (high << 8) | low
  return head === 0x98 ? high : head & 0x1f
}

const MOST_ENTRIES = 0xffff

function arrayHead(count: number): Uint8Array {
  if (count > MOST_ENTRIES) throw new RangeError(`at most ${MOST_ENTRIES} entries in one record`)
  if (count < 24) return Uint8Array.of(0x80 | count)
  return count < 256 ? Uint8Array.of(0x98, count) : Uint8Array.of(0x99, count >> 8, count & 0xff)
}

const isEntry = (it: unknown): it is Entry =>
  isObject(it) &&
  Array.isArray(it['pens']) &&
  it['pens'].every(isPen) &&
  Array.isArray(it['steps']) &&
  it['steps'].every(isStep) &&
  isBytesOrNull(it['hall'])

const isPen = (it: unknown): it is PenEntry =>
  isObject(it) && typeof it['pen'] === 'number' && isTextOrNull(it['draft']) && isTextOrNull(it['holder'])

const isStep = (it: unknown): it is StepEntry =>
  isObject(it) &&
  ('act' in it
    ? isObject(it['act']) && typeof it['act']['kind'] === 'string' && isBytesOrNull(it['engrossed'])
    : typeof it['draft'] === 'string' && it['update'] instanceof Uint8Array)

const isObject = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && !Array.isArray(it)
const isTextOrNull = (it: unknown): boolean => it === null || typeof it === 'string'
const isBytesOrNull = (it: unknown): boolean => it === null || it instanceof Uint8Array
