import type { DeclarationId, DelegationCode, Sha256 } from './ids.ts'

/**
 * A certificate: the final text with the roll of the States that endorse it, and what proves both, in one file that
 * needs no server ever after. docs/record-format.md says how it is checked; `checkCertificate` does it.
 */
export interface Certificate {
  readonly format: 'paraph-certificate/1'
  readonly declaration: DeclarationId
  readonly symbol: string
  readonly meeting: Meeting
  /** How many States were invited and accredited when it was issued; of this there is no proof. */
  readonly invited: number
  readonly accredited: number
  /** The exact bytes whose SHA-256 was endorsed, as UTF-8 text (RFC 8785). */
  readonly words: string
  /** The ledger before the text was final: what came then is no part of the certificate. */
  readonly before: { readonly size: number; readonly peaks: readonly Sha256[] }
  /** Every public act from then on, to the head: the bytes that the ledger's leaves are made of. So none is left out. */
  readonly acts: readonly string[]
  /** The signed head of the ledger, and the key by which it is checked. */
  readonly checkpoint: string
  readonly key: string
  /** The endorsing States in the alphabetical order of each language, by the names of UNTERM. */
  readonly rolls: Readonly<{ [language: string]: readonly NamedState[] }>
}

export interface Meeting {
  readonly names: Readonly<{ [language: string]: string }>
  readonly place: string
  readonly date: string
}

export type NamedState = readonly [state: DelegationCode, name: string]

/**
 * What is signed of a certificate, as a signed note by the key of the ledger: its data, and every byte of the file
 * before the note. Its second line is no number, so that nobody takes it for the head of a ledger.
 */
export const textOfSeal = ({ origin, data, file }: Sealing): string =>
  `${origin}\ncertificate ${data}\nfile ${file}\n`

export interface Sealing {
  readonly origin: string
  /** SHA-256 of the data as they stand in the file. */
  readonly data: Sha256
  /** SHA-256 of all that stands before the note. */
  readonly file: Sha256
}

/** Null where the text is none that seals a certificate. */
export function readSeal(text: string): Sealing | null {
  const [, origin, data, file] =
    /^([^\n]+)\ncertificate ([0-9a-f]{64})\nfile ([0-9a-f]{64})\n$/.exec(text) ?? []
  return origin === undefined || data === undefined || file === undefined ? null : { origin, data, file }
}
