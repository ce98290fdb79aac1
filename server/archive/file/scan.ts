import type { FileHandle } from 'node:fs/promises'
import { DamagedJournal } from './damage.ts'
import { FRAME_BYTES, HEADER_BYTES, headAt, isIntact, saltOf } from './frame.ts'

/** Finding the records in a journal's file, the end of what is whole, and whether anything stands after it. */

/** The part of a file handle that a journal needs. */
export type JournalFile = Pick<FileHandle, 'read' | 'write' | 'stat' | 'truncate' | 'datasync' | 'close'>
/** Stands between a journal and its file: tests let disks fail there, and servers die. */
export type WrapFile = (file: JournalFile) => JournalFile
/** The part that looking needs. */
export type Readable = Pick<JournalFile, 'read'>

export interface StoredRecord {
  readonly sequence: number
  readonly crc: number
  /** Of its first byte in the file. */
  readonly offset: number
  /** Valid until the next record is asked for. */
  readonly payload: Uint8Array
  /** Of the first byte after it. */
  readonly end: number
}

/** Between two records: where the next one begins, and its number. */
export interface Place {
  readonly sequence: number
  readonly offset: number
}

export const START: Place = { sequence: 0, offset: HEADER_BYTES }

/** @throws DamagedJournal where the file is no journal of ours. */
export async function readSalt(file: Readable, size: number): Promise<Uint8Array> {
  const salt = saltOf(await read(file, 0, Math.min(size, HEADER_BYTES)))
  if (salt === null) throw new DamagedJournal('it does not begin as a journal of version 1 does', 0, 0)
  return salt
}

/**
 * The records from a place on, up to the end of what is whole. What stands after it is a torn tail.
 * @throws DamagedJournal once everything before the damage was given
 */
export async function* wholeRecords(
  file: Readable,
  salt: Uint8Array,
  size: number,
  from: Place = START,
): AsyncGenerator<StoredRecord> {
  let end = from
  for await (const record of records(file, salt, size, from)) {
    yield record
    end = { sequence: record.sequence + 1, offset: record.end }
  }
  const later = end.offset < size ? await nextWhole(file, salt, end, size) : null
  if (later) {
    throw new DamagedJournal(`a whole record follows at byte ${later.offset}`, end.offset, end.sequence)
  }
}

/** The whole records from a place on, in order, up to the first that is not. */
async function* records(
  file: Readable,
  salt: Uint8Array,
  size: number,
  from: Place,
): AsyncGenerator<StoredRecord> {
  const ahead = readsAhead(file, size)
  let { sequence, offset } = from
  for (; ; sequence++) {
    const record = await recordAt(ahead, salt, offset, size)
    if (record === null || record.sequence !== sequence) return
    yield record
    offset = record.end
  }
}

/**
 * The first whole record from an offset on, with this sequence or a later one. If there is one, the middle is
 * damaged; if not, the tail is torn: a record is written only when the one before it is on disk.
 */
async function nextWhole(
  file: Readable,
  salt: Uint8Array,
  after: Place,
  size: number,
): Promise<StoredRecord | null> {
  const whole: Span = (position, length) => read(file, position, length)
  const last = after.sequence + Math.ceil((size - after.offset) / FRAME_BYTES)
  for (let start = after.offset; start + FRAME_BYTES < size; start += WINDOW) {
    const window = await read(file, start, Math.min(WINDOW + FRAME_BYTES - 1, size - start))
    for (let at = 0; at + FRAME_BYTES <= window.length && at < WINDOW; at++) {
      const head = headAt(window, at)
      if (head === null || start + at + FRAME_BYTES + head.length > size) continue
      // Cheap, and spares reading a payload for almost every place that only looks like a record.
      if (head.sequence < after.sequence || head.sequence > last) continue
      const record = await recordAt(whole, salt, start + at, size)
      if (record !== null) return record
    }
  }
  return null
}

const WINDOW = 1024 * 1024

/** The record at this offset, if there is a whole one. */
export async function recordAt(
  bytes: Span,
  salt: Uint8Array,
  offset: number,
  size: number,
): Promise<StoredRecord | null> {
  if (offset + FRAME_BYTES > size) return null
  const head = headAt(await bytes(offset, FRAME_BYTES), 0)
  const end = offset + FRAME_BYTES + (head?.length ?? 0)
  if (head === null || end > size) return null
  const payload = await bytes(offset + FRAME_BYTES, head.length)
  return isIntact(head, salt, payload)
    ? { sequence: head.sequence, crc: head.crc, offset, payload, end }
    : null
}

/** Exactly these bytes of a file. */
export type Span = (position: number, length: number) => Promise<Uint8Array>

/** Most records are small: one read brings many. What it gives may share its memory. */
function readsAhead(file: Readable, size: number): Span {
  let start = 0
  let window = new Uint8Array()
  return async (position, length) => {
    if (position < start || position + length > start + window.length) {
      start = position
      window = await read(file, position, Math.min(Math.max(length, WINDOW), size - position))
    }
    return window.subarray(position - start, position - start + length)
  }
}

/** Exactly these bytes; throws where the file is shorter. */
export async function read(
  file: Readable,
  position: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  for (let got = 0; got < length; ) {
    const { bytesRead } = await file.read(bytes, got, length - got, position + got)
    if (bytesRead === 0) throw new RangeError(`the file ends at byte ${position + got}`)
    got += bytesRead
  }
  return bytes
}

export async function write(
  file: Pick<JournalFile, 'write'>,
  position: number,
  bytes: Uint8Array,
): Promise<void> {
  for (let put = 0; put < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, put, bytes.length - put, position + put)
    put += bytesWritten
  }
}
