import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { SigningState } from '../../shared/api.ts'
import { type Assertion, challengeOf, type Instrument, type SigningKey } from '../../shared/endorsement.ts'
import type { CapacityId } from '../../shared/ids.ts'
import type { NewSigner } from '../../shared/passkey.ts'
import { getEnrolment, keepSigner } from './api.ts'
import { type Failure, isFailure } from './failure.ts'
import { byDevice } from './passkeys.ts'

export interface Enrolled {
  readonly state: SigningState
  /** As this device made it, whatever the server says; null where the browser doesn't tell. */
  readonly made: SigningKey | null
}

/** Lets the device make a key for endorsing, and the server keep it until the secretariat confirms it. */
export async function enrol(as: CapacityId): Promise<Enrolled | Failure> {
  const options = await getEnrolment(as)
  if (isFailure(options)) return options
  const made = await byDevice(() => startRegistration({ optionsJSON: options }))
  if (isFailure(made)) return made
  const state = await keepSigner(as, { response: made as NewSigner['response'] })
  if (isFailure(state)) return state
  const { publicKey } = made.response
  return { state, made: publicKey ? { id: made.id, spki: publicKey } : null }
}

/** Lets the device sign the instrument with this key, after it has recognized its person. */
export async function signed(instrument: Instrument, key: SigningKey): Promise<Assertion | Failure> {
  const optionsJSON = {
    challenge: challengeOf(instrument),
    rpId: new URL(instrument.origin).hostname,
    allowCredentials: [{ id: key.id, type: 'public-key' as const }],
    userVerification: 'required' as const,
  }
  const proof = await byDevice(() => startAuthentication({ optionsJSON }))
  if (isFailure(proof)) return proof
  const { authenticatorData, clientDataJSON, signature } = proof.response
  return { credential: proof.id, authenticatorData, clientDataJSON, signature }
}
