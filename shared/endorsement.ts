import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from './hash.ts'
import type { CapacityId, DeclarationId, DelegationCode, Instant, Sha256 } from './ids.ts'

/**
 * What a signatory signs, and who may. A device signs the SHA-256 of an instrument as the challenge of Web
 * Authentication; the instrument and the device's answer stand in the act, and the key stands in the list of
 * signatories that an earlier act published. docs/record-format.md says how it is checked. The format is frozen: a
 * change of what is signed gets another `type`.
 */
export interface Instrument {
  readonly type: typeof ENDORSES | typeof WITHDRAWS
  /** The public address at which it was signed. */
  readonly origin: string
  readonly declaration: DeclarationId
  readonly version: number
  readonly symbol: string
  /** `hash` of the version: the words that the signatory was shown. */
  readonly text: Sha256
  readonly state: DelegationCode
  readonly capacity: CapacityId
  /** As they shall stand on the roll. */
  readonly signatory: { readonly name: string; readonly title: string }
  readonly remarks: readonly Remark[]
  /** Of a withdrawal: the number of the act that it withdraws. */
  readonly withdraws?: number
  readonly time: Instant
  /** 128 bits by chance, so that no two are the same. */
  readonly nonce: string
  /** The head of the ledger that the signatory saw: every earlier endorsement is under its root. */
  readonly ledger: { readonly size: number; readonly root: Sha256 }
}

export const ENDORSES = 'paraph-endorsement/1'
export const WITHDRAWS = 'paraph-withdrawal/1'

/** What stands beside an endorsement. It never changes the text. */
export type Remark =
  | { readonly kind: 'reservation' | 'explanation'; readonly words: string }
  | {
      readonly kind: 'dissociation'
      /** Labels of clauses, as they stand in the version. */
      readonly clauses: readonly string[]
      readonly words: string
    }

/** What a device says when it signs; bytes are in base64url. */
export interface Assertion {
  /** The id of the key. */
  readonly credential: string
  readonly authenticatorData: string
  readonly clientDataJSON: string
  readonly signature: string
}

/** An instrument with the signature over it. */
export interface Signed {
  readonly instrument: Instrument
  readonly assertion: Assertion
}

/** Somebody who may endorse for a State. */
export interface Signatory {
  readonly capacity: CapacityId
  readonly state: DelegationCode
  readonly name: string
  readonly title: string
  /** Null: none was confirmed, and the signatory can sign on paper only. */
  readonly key: SigningKey | null
}

export interface SigningKey {
  readonly id: string
  /** SubjectPublicKeyInfo (RFC 5280) in base64url: what every cryptographic library reads. */
  readonly spki: string
}

/** The challenge that a device signs: the SHA-256 of the instrument's canonical JSON, in base64url. */
export const challengeOf = (instrument: Instrument): string =>
  base64url(sha256(utf8ToBytes(canonical(instrument))))

/** Node and every browser have it; a library for this would be a large part of what a signatory's page loads. */
declare const btoa: (binary: string) => string

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** A key as it was made on a device, with the chance that the server added once it had it. */
export interface Enrolment {
  readonly capacity: CapacityId
  readonly credential: string
  readonly spki: string
  readonly nonce: string
}

/**
 * Eight characters that signatory and secretariat read to each other: the same on both screens means that the key
 * which the server has is the one that this device made. Forty bits, of which whoever wants to pass for somebody
 * else can try one at a time: the nonce comes after the key.
 */
export function codeOf({ capacity, credential, spki, nonce }: Enrolment): string {
  const said = canonical({ format: 'paraph-enrolment/1', capacity, credential, spki, nonce })
  const hash = sha256(utf8ToBytes(said))
  const letters = Array.from({ length: 8 }, (_, at) => LETTERS[fiveBits(hash, at * 5)])
  return `${letters.slice(0, 4).join('')} ${letters.slice(4).join('')}`
}

/** No letters that sound or look like others. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function fiveBits(bytes: Uint8Array, from: number): number {
  const at = Math.floor(from / 8)
  const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  return (pair >> (11 - (from % 8))) & 31
}
