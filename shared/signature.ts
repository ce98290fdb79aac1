import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/**
 * Whether a key signed a message, checked in the page itself: what has to be readable for decades must not rest on what
 * a browser of that day still offers. RSA alone, which few devices use, is left to the browser.
 */
export async function isSignedBy(
  key: PublicKey,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<Verdict> {
  try {
    switch (key.kind) {
      case 'ed25519':
        return ed25519.verify(signature, message, key.bytes) ? 'right' : 'wrong'
      case 'p256':
        // Devices don't all choose the lower of the two forms of a signature.
        return p256.verify(signature, message, key.bytes, { format: 'der', lowS: false }) ? 'right' : 'wrong'
      case 'rsa':
        return await byBrowser(key.bytes, message, signature)
    }
  } catch {
    return 'wrong'
  }
}

/** `unknown`: it can't be checked here. */
export type Verdict = 'right' | 'wrong' | 'unknown'

export interface PublicKey {
  readonly kind: 'ed25519' | 'p256' | 'rsa'
  /** The point; of RSA, the whole SubjectPublicKeyInfo. */
  readonly bytes: Uint8Array
}

/** From SubjectPublicKeyInfo (RFC 5280), whose head says what kind of key follows (RFC 5480, RFC 8410). */
export function keyOfSpki(spki: Uint8Array): PublicKey {
  const written = bytesToHex(spki)
  if (written.startsWith(HEAD_ED25519)) return { kind: 'ed25519', bytes: spki.slice(HEAD_ED25519.length / 2) }
  if (written.startsWith(HEAD_P256)) return { kind: 'p256', bytes: spki.slice(HEAD_P256.length / 2) }
  return { kind: 'rsa', bytes: spki }
}

const HEAD_ED25519 = '302a300506032b6570032100'
const HEAD_P256 = '3059301306072a8648ce3d020106082a8648ce3d030107034200'

/** What a browser and Node both have; the domain knows no more of it than this. */
interface Cryptography {
  importKey(
    form: 'spki',
    key: Uint8Array,
    how: object,
    extractable: boolean,
    uses: string[],
  ): Promise<unknown>
  verify(how: string, key: unknown, signature: Uint8Array, message: Uint8Array): Promise<boolean>
}

async function byBrowser(spki: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<Verdict> {
  const { crypto } = globalThis as unknown as { readonly crypto?: { readonly subtle?: Cryptography } }
  if (!crypto?.subtle) return 'unknown'
  const how = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('spki', spki, how, false, ['verify'])
  return (await crypto.subtle.verify(how.name, key, signature, message)) ? 'right' : 'wrong'
}
