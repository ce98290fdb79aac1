import { crc32 } from 'node:zlib'

/**
 * The format of a journal on disk, version 1. All numbers are big-endian.
 *
 *     file    magic "paraph-journal/1\n" (17 bytes), salt (8 random bytes), records
 *     record  length of the payload u32, CRC-32 u32, sequence u64, payload
 *
 * The CRC runs over salt, sequence and payload; sequences count from 0 without gaps. The salt never leaves the
 * file, so nobody can type words that look like a record when a damaged file is searched for the next one.
 */

export const MAGIC = new TextEncoder().encode('paraph-journal/1\n')
export const SALT_BYTES = 8
/** Where the first record begins. */
export const HEADER_BYTES = MAGIC.length + SALT_BYTES
/** What stands before a payload. */
export const FRAME_BYTES = 16
/** A longer payload is never written, so a longer length is damage. */
export const PAYLOAD_LIMIT = 64 * 1024 * 1024

export interface FrameHead {
  readonly length: number
  readonly crc: number
  readonly sequence: number
}

export function header(salt: Uint8Array): Uint8Array {
  return Buffer.concat([MAGIC, salt])
}

/** The salt, or null where the bytes are not the start of a journal of this version. */
export function saltOf(bytes: Uint8Array): Uint8Array | null {
  const ours = bytes.length >= HEADER_BYTES && MAGIC.every((byte, at) => bytes[at] === byte)
  return ours ? bytes.slice(MAGIC.length, HEADER_BYTES) : null
}

export function frame(salt: Uint8Array, sequence: number, payload: Uint8Array): Uint8Array {
  const record = Buffer.alloc(FRAME_BYTES + payload.length)
  record.writeUInt32BE(payload.length, 0)
  record.writeUInt32BE(checksum(salt, sequence, payload), 4)
  record.writeBigUInt64BE(BigInt(sequence), 8)
  record.set(payload, FRAME_BYTES)
  return record
}

/** What a record at this place claims to be, or null where it can't be one. Reads `FRAME_BYTES`. */
export function headAt(bytes: Uint8Array, at: number): FrameHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, FRAME_BYTES)
  const length = view.getUint32(0)
  const high = view.getUint32(8)
  if (length === 0 || length > PAYLOAD_LIMIT || high !== 0) return null
  return { length, crc: view.getUint32(4), sequence: view.getUint32(12) }
}

export const isIntact = (head: FrameHead, salt: Uint8Array, payload: Uint8Array): boolean =>
  head.crc === checksum(salt, head.sequence, payload)

function checksum(salt: Uint8Array, sequence: number, payload: Uint8Array): number {
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(sequence))
  return crc32(payload, crc32(number, crc32(salt)))
}
