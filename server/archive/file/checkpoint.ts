import { createHash } from 'node:crypto'
import { decode, encode } from 'cborg'
import { SALT_BYTES } from './frame.ts'
import type { Place } from './scan.ts'

/**
 * The format of a checkpoint on disk, version 1. All numbers are big-endian.
 *
 *     magic "paraph-checkpoint/1\n" (20 bytes)
 *     salt of the journal (8 bytes)
 *     the last record that it stands for: sequence u64, offset u64, end u64, CRC-32 u32
 *     length of the payload u64, payload (CBOR)
 *     SHA-256 of all that stands before (32 bytes)
 *
 * Salt, offset and CRC bind it to one record of one journal: a journal that was put back from a copy, and went on
 * otherwise, has another record there.
 */

const MAGIC = new TextEncoder().encode('paraph-checkpoint/1\n')
const HEAD_BYTES = MAGIC.length + SALT_BYTES + 8 + 8 + 8 + 4 + 8
const HASH_BYTES = 32

/** The last record that a checkpoint stands for. */
export interface Mark {
  readonly sequence: number
  readonly offset: number
  readonly end: number
  readonly crc: number
}

export interface StoredCheckpoint {
  readonly mark: Mark
  readonly value: unknown
}

/** Where the entries begin that it does not stand for. */
export const placeAfter = ({ sequence, end }: Mark): Place => ({ sequence: sequence + 1, offset: end })

export function encodeCheckpoint(salt: Uint8Array, { mark, value }: StoredCheckpoint): Uint8Array {
  const payload = encode(value)
  const head = Buffer.alloc(HEAD_BYTES)
  head.set(MAGIC)
  head.set(salt, MAGIC.length)
  let at = MAGIC.length + SALT_BYTES
  for (const number of [mark.sequence, mark.offset, mark.end]) at = head.writeBigUInt64BE(BigInt(number), at)
  at = head.writeUInt32BE(mark.crc, at)
  head.writeBigUInt64BE(BigInt(payload.length), at)
  return Buffer.concat([head, payload, hashOf(head, payload)])
}

/** Throws a TypeError that says what is wrong with the bytes. */
export function decodeCheckpoint(salt: Uint8Array, bytes: Uint8Array): StoredCheckpoint {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const isOurs = all.length >= HEAD_BYTES + HASH_BYTES && all.subarray(0, MAGIC.length).equals(MAGIC)
  if (!isOurs) throw new TypeError('it does not begin as a checkpoint of version 1 does')
  let at = MAGIC.length + SALT_BYTES
  const numbers = [0, 8, 16].map((step) => Number(all.readBigUInt64BE(at + step)))
  const [sequence = 0, offset = 0, end = 0] = numbers
  at += 24
  const crc = all.readUInt32BE(at)
  const length = Number(all.readBigUInt64BE(at + 4))
  if (all.length !== HEAD_BYTES + length + HASH_BYTES) throw new TypeError('it is not as long as it says')
  const payload = all.subarray(HEAD_BYTES, HEAD_BYTES + length)
  const hash = hashOf(all.subarray(0, HEAD_BYTES), payload)
  if (!hash.equals(all.subarray(HEAD_BYTES + length))) throw new TypeError('its checksum is wrong')
  if (!all.subarray(MAGIC.length, MAGIC.length + SALT_BYTES).equals(salt)) {
    throw new TypeError('it belongs to another journal')
  }
  // A copy, and not a Buffer: the bytes in the value shall stand on their own.
  return { mark: { sequence, offset, end, crc }, value: decode(new Uint8Array(payload)) }
}

const hashOf = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
