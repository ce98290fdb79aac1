import { createHash, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { type Assertion, challengeOf, type Signed } from '../../shared/endorsement.ts'

/**
 * Whether a device signed exactly this instrument (W3C Web Authentication, level 3, 7.2), with the key that was
 * published for its person: on a page of this origin, unlocked by a finger, a face or a PIN. It is checked here, in
 * the turn in which it is recorded, and by nothing but node:crypto, just as whoever reads the record does.
 */
export function isSigned({ instrument, assertion }: Signed, spki: string, origin: string): boolean {
  try {
    const data = bytes(assertion.authenticatorData)
    return (
      isSaid(assertion, { type: 'webauthn.get', challenge: challengeOf(instrument), origin }) &&
      isByUser(data, new URL(origin).hostname) &&
      isByKey(data, assertion, spki)
    )
  } catch {
    // Whatever is no key, no JSON or no signature; what is wrong is for nobody but the one who forged it.
    return false
  }
}

/** What the browser says that the page asked for. */
function isSaid({ clientDataJSON }: Assertion, expected: Readonly<Record<string, string>>): boolean {
  const said: unknown = JSON.parse(bytes(clientDataJSON).toString())
  if (typeof said !== 'object' || said === null) return false
  const told = said as Readonly<Record<string, unknown>>
  return told['crossOrigin'] !== true && Object.entries(expected).every(([name, it]) => told[name] === it)
}

/** For this host, with its person there (bit 0), whom the device has recognized (bit 2). */
function isByUser(data: Buffer, host: string): boolean {
  const flags = data[32] ?? 0
  return data.length >= 37 && timingSafeEqual(data.subarray(0, 32), sha256(host)) && (flags & 5) === 5
}

function isByKey(data: Buffer, { clientDataJSON, signature }: Assertion, spki: string): boolean {
  const key = createPublicKey({ key: bytes(spki), format: 'der', type: 'spki' })
  const algorithm = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return verify(algorithm, Buffer.concat([data, sha256(bytes(clientDataJSON))]), key, bytes(signature))
}

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
const sha256 = (it: string | Buffer): Buffer => createHash('sha256').update(it).digest()
