import type { FileHandle } from 'node:fs/promises'
import { FRAME_BYTES, HEADER_BYTES, headAt, isIntact } from './frame.ts'

/** Finding the records in a journal's file, the end of what is whole, and whether anything stands after it. */

/** The part of a file handle that a journal needs. */
export type JournalFile = Pick<FileHandle, 'read' | 'write' | 'stat' | 'truncate' | 'datasync' | 'close'>

export interface StoredRecord {
  readonly sequence: number
  /** Of its first byte in the file. */
  readonly offset: number
  readonly payload: Uint8Array
  /** Of the first byte after it. */
  readonly end: number
}

/** The whole records from the start, in order, up to the first that is not. */
export async function* records(
  file: JournalFile,
  salt: Uint8Array,
  size: number,
): AsyncGenerator<StoredRecord> {
  let offset = HEADER_BYTES
  for (let sequence = 0; ; sequence++) {
    const record = await recordAt(file, salt, offset, size)
    if (record === null || record.sequence !== sequence) return
    yield record
    offset = record.end
  }
}

/**
 * The first whole record from an offset on, with this sequence or a later one. If there is one, the middle is
 * damaged; if not, the tail is torn: a record is written only when the one before it is on disk.
 */
export async function nextWhole(
  file: JournalFile,
  salt: Uint8Array,
  after: { readonly from: number; readonly sequence: number },
  size: number,
): Promise<StoredRecord | null> {
  const last = after.sequence + Math.ceil((size - after.from) / FRAME_BYTES)
  for (let start = after.from; start + FRAME_BYTES < size; start += WINDOW) {
    const window = await read(file, start, Math.min(WINDOW + FRAME_BYTES - 1, size - start))
    for (let at = 0; at + FRAME_BYTES <= window.length && at < WINDOW; at++) {
      const head = headAt(window, at)
      if (head === null || start + at + FRAME_BYTES + head.length > size) continue
      // Cheap, and spares reading a payload for almost every place that only looks like a record.
      if (head.sequence < after.sequence || head.sequence > last) continue
      const record = await recordAt(file, salt, start + at, size)
      if (record !== null) return record
    }
  }
  return null
}

const WINDOW = 1024 * 1024

async function recordAt(
  file: JournalFile,
  salt: Uint8Array,
  offset: number,
  size: number,
): Promise<StoredRecord | null> {
  if (offset + FRAME_BYTES > size) return null
  const head = headAt(await read(file, offset, FRAME_BYTES), 0)
  const end = offset + FRAME_BYTES + (head?.length ?? 0)
  if (head === null || end > size) return null
  const payload = await read(file, offset + FRAME_BYTES, head.length)
  return isIntact(head, salt, payload) ? { sequence: head.sequence, offset, payload, end } : null
}

/** Exactly these bytes; throws where the file is shorter. */
export async function read(file: JournalFile, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  for (let got = 0; got < length; ) {
    const { bytesRead } = await file.read(bytes, got, length - got, position + got)
    if (bytesRead === 0) throw new RangeError(`the file ends at byte ${position + got}`)
    got += bytesRead
  }
  return bytes
}

export async function write(file: JournalFile, position: number, bytes: Uint8Array): Promise<void> {
  for (let put = 0; put < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, put, bytes.length - put, position + put)
    put += bytesWritten
  }
}
