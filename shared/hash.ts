import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type { Sha256 } from './ids.ts'

/** JSON in the one form of RFC 8785, so that the same value has the same bytes everywhere. */
export function canonical(value: unknown): string {
  const json = canonicalize(value)
  if (json === undefined) throw new TypeError('no JSON value')
  return json
}

export const sha256Of = (text: string): Sha256 => bytesToHex(sha256(utf8ToBytes(text)))

export const hashOf = (value: unknown): Sha256 => sha256Of(canonical(value))
