import { createHash } from 'node:crypto'
import { decode, encode } from 'cborg'
import { SALT_BYTES } from './frame.ts'
import type { Place } from './scan.ts'

/**
 * The format of a checkpoint on disk, version 2. All numbers are big-endian.
 *
 *     magic "paraph-checkpoint/2\n" (20 bytes)
 *     salt of the journal (8 bytes)
 *     the last record that it stands for: sequence u64, offset u64, end u64, CRC-32 u32
 *     each part: its length u32, the part (CBOR)
 *     0 (u32)
 *     SHA-256 of all that stands before (32 bytes)
 *
 * Salt, offset and CRC bind it to one record of one journal: a journal that was put back from a copy, and went on
 * otherwise, has another record there. Version 1 had one part; one that is found is ignored.
 */

const MAGIC = new TextEncoder().encode('paraph-checkpoint/2\n')
const HEAD_BYTES = MAGIC.length + SALT_BYTES + 8 + 8 + 8 + 4
const LENGTH_BYTES = 4
const HASH_BYTES = 32
const LEAST_BYTES = HEAD_BYTES + LENGTH_BYTES + HASH_BYTES
/** So much is hashed in a fraction of a millisecond, and is worth a write. */
const PIECE_BYTES = 64 * 1024

/** The last record that a checkpoint stands for. */
export interface Mark {
  readonly sequence: number
  readonly offset: number
  readonly end: number
  readonly crc: number
}

export interface StoredCheckpoint {
  readonly mark: Mark
  readonly parts: readonly unknown[]
  /** Of the whole. */
  readonly bytes: number
}

/** Where the entries begin that it does not stand for. */
export const placeAfter = ({ sequence, end }: Mark): Place => ({ sequence: sequence + 1, offset: end })

/** The bytes in pieces of at most 64 KB; no more parts are taken than the next piece needs. */
export function* checkpointPieces(
  salt: Uint8Array,
  mark: Mark,
  parts: Iterable<unknown>,
): Generator<Uint8Array> {
  const hash = createHash('sha256')
  for (const piece of gathered(framed(salt, mark, parts))) {
    hash.update(piece)
    yield piece
  }
  yield hash.digest()
}

function* framed(salt: Uint8Array, mark: Mark, parts: Iterable<unknown>): Generator<Uint8Array> {
  yield headOf(salt, mark)
  for (const part of parts) {
    const bytes = encode(part)
    yield lengthOf(bytes.length)
    yield bytes
  }
  yield lengthOf(0)
}

function headOf(salt: Uint8Array, { sequence, offset, end, crc }: Mark): Uint8Array {
  const head = Buffer.alloc(HEAD_BYTES)
  head.set(MAGIC)
  head.set(salt, MAGIC.length)
  let at = MAGIC.length + SALT_BYTES
  for (const number of [sequence, offset, end]) at = head.writeBigUInt64BE(BigInt(number), at)
  head.writeUInt32BE(crc, at)
  return head
}

function lengthOf(bytes: number): Uint8Array {
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(bytes)
  return length
}

/** The same bytes, cut and joined into pieces of one size; the last is what remains. */
function* gathered(all: Iterable<Uint8Array>): Generator<Uint8Array> {
  let piece = Buffer.alloc(PIECE_BYTES)
  let filled = 0
  for (const bytes of all) {
    for (let at = 0; at < bytes.length; ) {
      const fits = bytes.subarray(at, at + PIECE_BYTES - filled)
      piece.set(fits, filled)
      at += fits.length
      filled += fits.length
      if (filled < PIECE_BYTES) continue
      yield piece
      piece = Buffer.alloc(PIECE_BYTES)
      filled = 0
    }
  }
  yield piece.subarray(0, filled)
}

/** Throws a TypeError that says what is wrong with the bytes. */
export function decodeCheckpoint(salt: Uint8Array, bytes: Uint8Array): StoredCheckpoint {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const isOurs = all.length >= LEAST_BYTES && all.subarray(0, MAGIC.length).equals(MAGIC)
  if (!isOurs) throw new TypeError('it does not begin as a checkpoint of version 2 does')
  const content = all.subarray(0, -HASH_BYTES)
  const hash = createHash('sha256').update(content).digest()
  if (!hash.equals(all.subarray(-HASH_BYTES))) throw new TypeError('its checksum is wrong')
  if (!all.subarray(MAGIC.length, MAGIC.length + SALT_BYTES).equals(salt)) {
    throw new TypeError('it belongs to another journal')
  }
  return { mark: markIn(content), parts: [...partsIn(content)], bytes: all.length }
}

function markIn(content: Buffer): Mark {
  const at = MAGIC.length + SALT_BYTES
  const [sequence = 0, offset = 0, end = 0] = [0, 8, 16].map((step) =>
    Number(content.readBigUInt64BE(at + step)),
  )
  return { sequence, offset, end, crc: content.readUInt32BE(at + 24) }
}

function* partsIn(content: Buffer): Generator<unknown> {
  let at = HEAD_BYTES
  for (let length = content.readUInt32BE(at); length > 0; length = content.readUInt32BE(at)) {
    at += LENGTH_BYTES
    // A copy, and not a Buffer: the bytes in the part shall stand on their own.
    yield decode(new Uint8Array(content.subarray(at, at + length)))
    at += length
  }
}
