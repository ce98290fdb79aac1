import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'
import type { Me } from '../../shared/api.ts'
import type { CapacityId } from '../../shared/ids.ts'
import type { NewPasskey, PasskeyProof, PasskeyRow } from '../../shared/passkey.ts'
import { enterWithProof, getCreation, getRequest, keepPasskey } from './api.ts'
import { type Failure, isFailure } from './failure.ts'

/** Browsers keep passkeys for hosts that have a name. */
export const canUsePasskeys = (): boolean =>
  browserSupportsWebAuthn() && !/^[\d.]+$|:/.test(location.hostname)

/** Lets the device make a passkey, and the server keep it. */
export async function addPasskey(as: CapacityId, name: string): Promise<PasskeyRow | Failure> {
  const options = await getCreation(as)
  if (isFailure(options)) return options
  const made = await byDevice(() => startRegistration({ optionsJSON: options }))
  if (isFailure(made)) return made
  // What more a browser says, the server passes over.
  return keepPasskey(as, { name, user: options.user.id, response: made as NewPasskey['response'] })
}

/** Lets the device prove that it has a passkey, whichever its person chooses. */
export async function enterWithPasskey(): Promise<Me | Failure> {
  const options = await getRequest()
  if (isFailure(options)) return options
  const proof = await byDevice(() => startAuthentication({ optionsJSON: options }))
  return isFailure(proof) ? proof : enterWithProof(proof as PasskeyProof)
}

/** What the device has done, or why it has not. */
export async function byDevice<T>(work: () => Promise<T>): Promise<T | Failure> {
  try {
    return await work()
  } catch (error) {
    return { refused: codeOf(error), detail: String(error) }
  }
}

/** Most browsers say the same of a person who gave up, of a device that has none, and of a long wait. */
function codeOf(error: unknown): Failure['refused'] {
  if (error instanceof WebAuthnError) {
    if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'device/has-one'
    if (error.code === 'ERROR_INVALID_DOMAIN' || error.code === 'ERROR_INVALID_RP_ID')
      return 'device/elsewhere'
  }
  return 'device/dropped'
}
