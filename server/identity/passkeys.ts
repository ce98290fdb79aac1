import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import type { Capacity } from '../../shared/api.ts'
import type { NewPasskey, PasskeyProof, PasskeyRow } from '../../shared/passkey.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { Challenges } from './challenge.ts'
import type { Authenticated, Entered, Identity, Passkeys } from './contract.ts'
import { entering } from './entrance.ts'
import type { Means } from './identity.ts'
import {
  MOST_PASSKEYS,
  passkeyIn,
  passkeyKept,
  passkeyRow,
  passkeysFor,
  passkeyUsed,
  withoutPasskey,
} from './passkey.ts'
import { challengeIn, type Party, partyOf, verifiedCreation, verifiedProof } from './passkey-proof.ts'
import type { Register } from './register.ts'
import type { Random } from './secret.ts'
import { capacityFor, heldBy, sessionOf, sessionsBy, usable } from './session.ts'
import type { PasskeyEntry, RegisterValue } from './value.ts'

export interface PasskeyMeans extends Means {
  readonly identity: Pick<Identity, 'end'>
  readonly origin: string
}

/** Passkeys over the register. */
export class RegisterPasskeys implements Passkeys {
  readonly #register: Register
  readonly #identity: Pick<Identity, 'end'>
  readonly #random: Random
  readonly #now: () => Date
  readonly #party: Party
  readonly #challenges: Challenges

  constructor({ register, identity, random, now, origin }: PasskeyMeans) {
    this.#register = register
    this.#identity = identity
    this.#random = random
    this.#now = now
    this.#party = partyOf(origin)
    this.#challenges = new Challenges(random, now)
  }

  async creation(asking: Authenticated): ReturnType<Passkeys['creation']> {
    const { value } = this.#register
    const held = this.#heldBy(value, asking)
    if (isRefusal(held)) return held
    const user = new Uint8Array(this.#random(16))
    const { name } = asking.capacity
    return generateRegistrationOptions({
      rpName: 'Paraph',
      rpID: this.#party.id,
      userName: name,
      userDisplayName: name,
      userID: user,
      challenge: this.#challenges.give(creationFor(asking, user)),
      attestationType: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      // A device that has one for all of these capacities needs no second.
      excludeCredentials: passkeysFor(value, asking.capacity.id)
        .filter(([, { capacities }]) => held.every(({ id }) => capacities.includes(id)))
        .map(([id]) => ({ id })),
    })
  }

  async keep(asking: Authenticated, { name, user, response }: NewPasskey): Promise<PasskeyRow | Refusal> {
    const purpose = creationFor(asking, Buffer.from(user, 'base64url'))
    const challenge = this.#standing(response.response.clientDataJSON, purpose)
    if (challenge === null) return EXPIRED
    const made = await verifiedCreation(this.#party, response, (it) => it === challenge)
    if (isRefusal(made)) return made
    return this.#register.change<PasskeyRow | Refusal>((value) => {
      const held = this.#heldBy(value, asking)
      if (isRefusal(held)) return { answer: held }
      if (passkeyIn(value, made.id)) return { answer: refuse('passkey/not-proved') }
      if (passkeysFor(value, asking.capacity.id).length >= MOST_PASSKEYS)
        return { answer: refuse('passkey/too-many', { limit: MOST_PASSKEYS }) }
      if (!this.#challenges.use(challenge)) return { answer: EXPIRED }
      const { id, key, counter, transports } = made
      const times = { made: this.#instant(), used: null }
      const capacities = held.map((it) => it.id)
      const entry: PasskeyEntry = { capacities, name, key, counter, transports, user, ...times }
      return { value: passkeyKept(value, id, entry), answer: passkeyRow(id, entry) }
    })
  }

  list({ capacity }: Authenticated): readonly PasskeyRow[] {
    return passkeysFor(this.#register.value, capacity.id).map(([id, entry]) => passkeyRow(id, entry))
  }

  async remove({ capacity, session }: Authenticated, id: string): Promise<boolean> {
    const opened = await this.#register.change<readonly string[] | null>((value) => {
      if (!passkeyIn(value, id)?.capacities.includes(capacity.id)) return { answer: null }
      const sessions = sessionsBy(value, id, this.#instant()).map((it) => it.id)
      return { value: withoutPasskey(value, id), answer: sessions }
    })
    const others = opened?.filter((it) => it !== session) ?? []
    if (others.length > 0) await this.#identity.end(new Set(others))
    return opened !== null
  }

  request(): ReturnType<Passkeys['request']> {
    return generateAuthenticationOptions({
      rpID: this.#party.id,
      challenge: this.#challenges.give(ENTRANCE),
      userVerification: 'required',
    })
  }

  async enter(proof: PasskeyProof, cookies: string | undefined): Promise<Entered | Refusal> {
    const passkey = passkeyIn(this.#register.value, proof.id)
    const challenge = this.#standing(proof.response.clientDataJSON, ENTRANCE)
    if (challenge === null) return EXPIRED
    if (!passkey) return refuse('passkey/unknown')
    if (proof.response.userHandle !== undefined && proof.response.userHandle !== passkey.user)
      return refuse('passkey/not-proved')
    const credential = { id: proof.id, ...passkey }
    const proved = await verifiedProof(this.#party, proof, credential, (it) => it === challenge)
    if (isRefusal(proved)) return proved
    return this.#register.change<Entered | Refusal>((value) => {
      const now = this.#now()
      // Removed, or used again, while the proof was looked at.
      const entry = passkeyIn(value, proof.id)
      if (!entry) return { answer: refuse('passkey/unknown') }
      if (entry.counter !== passkey.counter || !this.#challenges.use(challenge)) return { answer: EXPIRED }
      const each = entry.capacities.map((id) => usable(value, id, now.toISOString()))
      const capacities = each.flatMap((it) => (isRefusal(it) ? [] : it.id))
      if (capacities.length === 0) return { answer: each.find(isRefusal) ?? refuse('capacity/revoked') }
      const known = passkeyUsed(value, proof.id, proved.counter, now.toISOString())
      return entering(known, { cookies, capacities, passkey: proof.id }, this.#random, now)
    })
  }

  /** The challenge that was signed, if it stands for this purpose. */
  #standing(clientDataJSON: string, purpose: string): string | null {
    const challenge = challengeIn(clientDataJSON)
    return challenge !== null && this.#challenges.stands(challenge, purpose) ? challenge : null
  }

  /** All that the session of the one who asks holds now. */
  #heldBy(value: RegisterValue, { session, capacity }: Authenticated): readonly Capacity[] | Refusal {
    const alive = sessionOf(value, session, this.#instant())
    if (!alive) return refuse('session/none')
    const asking = capacityFor(value, alive, capacity.id, this.#instant())
    return isRefusal(asking) ? asking : heldBy(value, alive, this.#instant())
  }

  #instant(): string {
    return this.#now().toISOString()
  }
}

const EXPIRED = refuse('passkey/expired')

const ENTRANCE = 'enter'
/** A passkey is made in the session that asked for it, and for the account that was named then. */
const creationFor = ({ session }: Authenticated, user: Uint8Array): string =>
  `create ${session} ${Buffer.from(user).toString('base64url')}`
