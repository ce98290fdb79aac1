import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { DeclarationId, Sha256 } from '../shared/ids.ts'
import { signedNote, textOfHead, type VerifierKey, verifierKey, writtenKey } from '../shared/signed-note.ts'

/** A ledger's head under the server's seal. */
export interface Sealed {
  /** A signed note (c2sp.org/tlog-checkpoint). */
  readonly checkpoint: string
  /** By which it is checked, as `<name>+<id>+<base64>`. */
  readonly key: string
}

/** Ed25519, as PKCS #8 in PEM: what operators and OpenSSL read. */
export const newSealKey = (): string =>
  String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))

/**
 * Puts the server's name to what the ledgers say. It signs what it is given: that no head contradicts an earlier one
 * rests on the journal, of which nothing is shown before it is on disk (rule J1).
 */
export class Seal {
  private readonly key: KeyObject
  private readonly bytes: Uint8Array
  private readonly host: string

  /** Throws where the key is none for Ed25519. `origin`: of the server. */
  constructor(pem: string, origin: string) {
    this.key = createPrivateKey(pem)
    if (this.key.asymmetricKeyType !== 'ed25519') throw new Error('the seal is no Ed25519 key')
    // RFC 8410: the 32 bytes of the key are the last of its SPKI form.
    this.bytes = new Uint8Array(
      createPublicKey(this.key).export({ type: 'spki', format: 'der' }).subarray(-32),
    )
    this.host = new URL(origin).host
  }

  seal(declaration: DeclarationId, { size, root }: { readonly size: number; readonly root: Sha256 }): Sealed {
    const origin = `${this.host}/declarations/${declaration}`
    return {
      checkpoint: this.note(textOfHead({ origin, size, root }), origin),
      key: writtenKey(this.keyNamed(origin)),
    }
  }

  /** The text under the seal, in the name of a ledger. */
  note = (text: string, name: string): string =>
    signedNote(text, this.keyNamed(name), sign(null, Buffer.from(text), this.key))

  private keyNamed = (name: string): VerifierKey => verifierKey(name, this.bytes)
}
