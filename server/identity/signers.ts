import { generateRegistrationOptions } from '@simplewebauthn/server'
import type { SigningState } from '../../shared/api.ts'
import type { Signatory } from '../../shared/endorsement.ts'
import type { CapacityId } from '../../shared/ids.ts'
import type { NewSigner } from '../../shared/passkey.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { Challenges } from './challenge.ts'
import type { Authenticated, Signers } from './contract.ts'
import type { Means } from './identity.ts'
import { passkeyIn } from './passkey.ts'
import { challengeIn, type Party, partyOf, verifiedCreation } from './passkey-proof.ts'
import type { Register } from './register.ts'
import type { Random } from './secret.ts'
import { usable } from './session.ts'
import {
  signatoriesIn,
  signerConfirmed,
  signerIn,
  signerMade,
  signingStateOf,
  withoutSigner,
} from './signer.ts'
import { spkiOf } from './spki.ts'

/** The keys that endorse, over the register. */
export class RegisterSigners implements Signers {
  readonly #register: Register
  readonly #random: Random
  readonly #now: () => Date
  readonly #party: Party
  readonly #challenges: Challenges

  constructor({ register, random, now, origin }: Means & { readonly origin: string }) {
    this.#register = register
    this.#random = random
    this.#now = now
    this.#party = partyOf(origin)
    this.#challenges = new Challenges(random, now)
  }

  async creation(asking: Authenticated): ReturnType<Signers['creation']> {
    const { name, role } = asking.capacity
    if (role !== 'signatory') return refuse('policy/role', { role })
    return generateRegistrationOptions({
      rpName: 'Paraph',
      rpID: this.#party.id,
      userName: name,
      userDisplayName: name,
      userID: new Uint8Array(this.#random(16)),
      challenge: this.#challenges.give(enrolmentFor(asking)),
      attestationType: 'none',
      // Asked for by its id, it needs no place among those that devices offer for signing in.
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
    })
  }

  async keep(asking: Authenticated, { response }: NewSigner): Promise<SigningState | Refusal> {
    const challenge = challengeIn(response.response.clientDataJSON)
    if (challenge === null || !this.#challenges.stands(challenge, enrolmentFor(asking))) return EXPIRED
    const made = await verifiedCreation(this.#party, response, (it) => it === challenge)
    if (isRefusal(made)) return made
    const spki = readKey(made.key)
    if (spki === null) return refuse('passkey/not-proved')
    const { id: capacity } = asking.capacity
    return this.#register.change<SigningState | Refusal>((value) => {
      const now = this.#now().toISOString()
      const asker = usable(value, capacity, now)
      if (isRefusal(asker)) return { answer: asker }
      // Not one that signs in: what it signed for a sign-in must never be an endorsement.
      if (signerIn(value, made.id) || passkeyIn(value, made.id)) return { answer: KNOWN }
      if (!this.#challenges.use(challenge)) return { answer: EXPIRED }
      const nonce = Buffer.from(this.#random(16)).toString('base64url')
      const entry = { capacity, spki, transports: made.transports, nonce, made: now, confirmed: null }
      const kept = signerMade(value, made.id, entry)
      return { value: kept, answer: signingStateOf(kept, capacity) }
    })
  }

  state = ({ capacity }: Authenticated): SigningState => signingStateOf(this.#register.value, capacity.id)

  settle(capacity: CapacityId, key: string, confirm: boolean, by: CapacityId): ReturnType<Signers['settle']> {
    return this.#register.change<SigningState | Refusal>((value) => {
      const entry = signerIn(value, key)
      if (entry?.capacity !== capacity || entry.confirmed !== null)
        return { answer: refuse('signature/none-waiting') }
      const confirmed = { by, at: this.#now().toISOString() }
      const next = confirm ? signerConfirmed(value, key, { ...entry, confirmed }) : withoutSigner(value, key)
      return { value: next, answer: signingStateOf(next, capacity) }
    })
  }

  signatories = (): readonly Signatory[] => signatoriesIn(this.#register.value)
}

const EXPIRED = refuse('passkey/expired')
const KNOWN = refuse('passkey/not-proved')

const enrolmentFor = ({ session, capacity }: Authenticated): string => `enrol ${session} ${capacity.id}`

/** Null where it is a key of a kind that nobody was asked for. */
function readKey(cose: string): string | null {
  try {
    return spkiOf(cose)
  } catch {
    return null
  }
}
