import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from 'lib0/buffer'
import type { Sha256 } from './ids.ts'

/**
 * How the head of a ledger is signed: as a checkpoint (c2sp.org/tlog-checkpoint), which is a signed note
 * (c2sp.org/signed-note) with an Ed25519 signature. Witnesses and tools of others read these too.
 *
 *     paraph.example.org/declarations/high-level-fr     origin: the ledger, and the name of its key
 *     42                                                number of acts
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=      root
 *
 *     — paraph.example.org/declarations/high-level-fr Az3grlgtzPIC…
 */

/** The head of a ledger. */
export interface TreeHead {
  readonly origin: string
  readonly size: number
  readonly root: Sha256
}

/** What is signed: the last newline too. */
export const textOfHead = ({ origin, size, root }: TreeHead): string =>
  `${origin}\n${size}\n${toBase64(hexToBytes(root))}\n`

/** A key by which notes are checked; written as `<name>+<id>+<base64 of 0x01 and the 32 bytes>`. */
export interface VerifierKey {
  readonly name: string
  /** Eight hexadecimal digits. */
  readonly id: string
  readonly bytes: Uint8Array
}

const ED25519 = Uint8Array.of(1)

export const verifierKey = (name: string, bytes: Uint8Array): VerifierKey => ({
  name,
  id: bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), ED25519, bytes)).subarray(0, 4)),
  bytes,
})

export const writtenKey = ({ name, id, bytes }: VerifierKey): string =>
  `${name}+${id}+${toBase64(concatBytes(ED25519, bytes))}`

/** Null where it is no key for Ed25519, or its id is not that of its name and bytes. */
export function readKey(written: string): VerifierKey | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(written) ?? []
  if (name === undefined || encoded === undefined) return null
  const [type, ...bytes] = fromBase64(encoded)
  if (type !== ED25519[0] || bytes.length !== 32) return null
  const key = verifierKey(name, Uint8Array.from(bytes))
  return key.id === id ? key : null
}

/** By which two people can tell a key, whatever ledger it signs: the hash of its 32 bytes. */
export const fingerprintOf = ({ bytes }: VerifierKey): Sha256 => bytesToHex(sha256(bytes))

export const signedNote = (text: string, { name, id }: VerifierKey, signature: Uint8Array): string =>
  `${text}\n— ${name} ${toBase64(concatBytes(hexToBytes(id), signature))}\n`

/** A note that has a signature by the key, which is still to be checked. */
export interface Opened {
  readonly text: string
  readonly signature: Uint8Array
}

/** Null where it is no note, or has no signature by this key. */
export function openNote(note: string, { name, id }: VerifierKey): Opened | null {
  const end = note.lastIndexOf('\n\n')
  if (end < 0) return null
  for (const line of note.slice(end + 2).split('\n')) {
    const [, by, encoded] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? []
    if (by !== name || encoded === undefined) continue
    const bytes = fromBase64(encoded)
    if (bytesToHex(bytes.subarray(0, 4)) !== id) continue
    return { text: note.slice(0, end + 1), signature: bytes.slice(4) }
  }
  return null
}

/** Null where the text is no head of a ledger. Lines after the third are others' business. */
export function readHead(text: string): TreeHead | null {
  const [, origin, size, encoded] =
    /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*$/.exec(text) ?? []
  if (origin === undefined || encoded === undefined) return null
  return { origin, size: Number(size), root: bytesToHex(fromBase64(encoded)) }
}
