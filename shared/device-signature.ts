import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64 } from 'lib0/buffer'
import { decodeUtf8 } from 'lib0/string'
import { type Assertion, challengeOf, type Signed } from './endorsement.ts'
import { isSignedBy, keyOfSpki, type Verdict } from './signature.ts'

/**
 * Whether a device signed exactly this instrument (W3C Web Authentication, level 3, 7.2), as `server/sitting/signature.ts`
 * judges when it comes in; this one reads in a page, decades later.
 */
export async function deviceSigned({ instrument, assertion }: Signed, spki: string): Promise<Verdict> {
  try {
    const data = bytesIn(assertion.authenticatorData)
    const client = bytesIn(assertion.clientDataJSON)
    const expected = { type: 'webauthn.get', challenge: challengeOf(instrument), origin: instrument.origin }
    const [, host = ''] = HOST.exec(instrument.origin) ?? []
    if (!isSaid(assertion, expected) || !isByUser(data, host)) return 'wrong'
    return await isSignedBy(
      keyOfSpki(bytesIn(spki)),
      concatBytes(data, sha256(client)),
      bytesIn(assertion.signature),
    )
  } catch {
    return 'wrong'
  }
}

/** The host of an origin, which is what devices keep keys for. */
const HOST = /^https?:\/\/([^:/]+)/

function isSaid({ clientDataJSON }: Assertion, expected: Readonly<Record<string, string>>): boolean {
  const said = JSON.parse(decodeUtf8(bytesIn(clientDataJSON))) as Readonly<Record<string, unknown>>
  return Object.entries(expected).every(([name, it]) => said[name] === it)
}

/** For this host, with its person there (bit 0), whom the device has recognized (bit 2). */
const isByUser = (data: Uint8Array, host: string): boolean =>
  data.length >= 37 &&
  bytesToHex(data.subarray(0, 32)) === bytesToHex(sha256(utf8ToBytes(host))) &&
  ((data[32] ?? 0) & 5) === 5

/** From base64url. */
function bytesIn(text: string): Uint8Array {
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=')
  return fromBase64(padded.replaceAll('-', '+').replaceAll('_', '/'))
}
