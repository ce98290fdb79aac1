import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { NewPasskey, PasskeyProof } from '../../shared/passkey.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { PasskeyEntry } from './value.ts'

/**
 * What a device says with a passkey, verified (W3C Web Authentication, level 3). It must have been said on a page
 * of this server, to a challenge that is expected, and by somebody whom the device has recognized: being in the
 * room with an unlocked laptop is not enough.
 *
 * The challenge is whatever the caller expects: one of `Challenges` for signing in, or the hash of what is signed.
 */
export interface Party {
  /** The public origin. */
  readonly origin: string
  /** The host for which devices keep a passkey. */
  readonly id: string
}

export const partyOf = (origin: string): Party => ({ origin, id: new URL(origin).hostname })

export type Expected = (challenge: string) => boolean

export interface Credential extends Pick<PasskeyEntry, 'key' | 'counter' | 'transports'> {
  readonly id: string
}

/** The credential that a device has made. */
export async function verifiedCreation(
  { origin, id }: Party,
  response: NewPasskey['response'],
  isExpected: Expected,
): Promise<Credential | Refusal> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: isExpected,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    if (!verified) return NOT_PROVED
    const { credential } = registrationInfo
    return {
      id: credential.id,
      key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: response.response.transports,
    }
  } catch {
    return NOT_PROVED
  }
}

/** How often the device says that it has used the passkey: more often than it ever said before. */
export async function verifiedProof(
  { origin, id }: Party,
  response: PasskeyProof,
  { key, counter, transports, ...credential }: Credential,
  isExpected: Expected,
): Promise<{ readonly counter: number } | Refusal> {
  const { clientDataJSON, authenticatorData, signature } = response.response
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: isExpected,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: credential.id,
        publicKey: new Uint8Array(Buffer.from(key, 'base64url')),
        counter,
        transports: [...transports],
      },
      requireUserVerification: true,
    })
    return verified ? { counter: authenticationInfo.newCounter } : NOT_PROVED
  } catch {
    // The library throws for whatever is wrong; the reason is for nobody but the one who forged it.
    return NOT_PROVED
  }
}

const NOT_PROVED = refuse('passkey/not-proved')

/** The challenge that a device has signed; null for what is no such thing. */
export function challengeIn(clientDataJSON: string): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString())
    const isObject = typeof said === 'object' && said !== null && 'challenge' in said
    return isObject && typeof said.challenge === 'string' ? said.challenge : null
  } catch {
    return null
  }
}
