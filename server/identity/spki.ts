import { createPublicKey, type JsonWebKey } from 'node:crypto'
import { decode } from 'cborg'

/**
 * A public key as devices say it (COSE, RFC 9052), in the form that every cryptographic library reads:
 * SubjectPublicKeyInfo, in base64url. Throws on a key of another kind than ECDSA over P-256, Ed25519 and RSA, which
 * is all that devices are asked for.
 */
export function spkiOf(cose: string): string {
  const key = decode(Buffer.from(cose, 'base64url'), { useMaps: true }) as ReadonlyMap<number, unknown>
  const der = createPublicKey({ key: jwkOf(key), format: 'jwk' }).export({ type: 'spki', format: 'der' })
  return der.toString('base64url')
}

function jwkOf(key: ReadonlyMap<number, unknown>): JsonWebKey {
  const part = (label: number) => Buffer.from(key.get(label) as Uint8Array).toString('base64url')
  const kind = `${key.get(KIND)} ${key.get(CURVE)}`
  if (kind === '2 1') return { kty: 'EC', crv: 'P-256', x: part(X), y: part(Y) }
  if (kind === '1 6') return { kty: 'OKP', crv: 'Ed25519', x: part(X) }
  if (key.get(KIND) === 3) return { kty: 'RSA', n: part(MODULUS), e: part(EXPONENT) }
  throw new TypeError(`no key of this kind: ${kind}`)
}

/** Labels of RFC 9053; the same number names different things in keys of different kinds. */
const [KIND, CURVE, X, Y] = [1, -1, -2, -3]
const [MODULUS, EXPONENT] = [-1, -2]
