import type { Accreditation, Capacity, Me, Person } from '../../shared/api.ts'
import type { CapacityId } from '../../shared/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { accredited, capacityIn, peopleOf, revoked, seen } from './capacity.ts'
import { consumed, holderOf, invited } from './code.ts'
import type { Authenticated, Entered, Identity, Invited, SessionKey } from './contract.ts'
import type { Register } from './register.ts'
import { hashOfSecret, newCapacityId, newCode, newToken, type Random } from './secret.ts'
import {
  capacityFor,
  heldBy,
  joined,
  type LiveSession,
  left,
  SESSION_SECONDS,
  sessionIn,
  tokenIn,
} from './session.ts'
import { get, type RegisterValue } from './value.ts'

export interface Means {
  readonly register: Register
  readonly random: Random
  now(): Date
}

/** Identity over the register. */
export class RegisterIdentity implements Identity {
  readonly #register: Register
  readonly #random: Random
  readonly #now: () => Date
  readonly #revoked = new Set<(capacity: CapacityId) => void>()
  readonly #signedOut = new Set<(session: SessionKey) => void>()
  readonly #noting = new Set<CapacityId>()

  constructor({ register, random, now }: Means) {
    this.#register = register
    this.#random = random
    this.#now = now
  }

  holder(code: string): Capacity | Refusal {
    return holderOf(this.#register.value, code, this.#instant())
  }

  enter(code: string, cookies: string | undefined): Promise<Entered | Refusal> {
    return this.#register.change<Entered | Refusal>((before) => {
      const now = this.#now()
      const holder = holderOf(before, code, now.toISOString())
      if (isRefusal(holder)) return { answer: holder }
      const { key, token } = this.#sessionOrNew(before, cookies)
      const value = joined(consumed(before, code, now.toISOString()), key, holder.id, now)
      const capacities = heldOf(value, key)
      return {
        value: seen(value, holder.id, now.toISOString()),
        answer: { me: { capacities, added: holder.id }, cookie: token, maxAge: SESSION_SECONDS },
      }
    })
  }

  me(cookies: string | undefined): Me {
    const session = this.#session(cookies)
    return { capacities: session ? heldBy(this.#register.value, session) : [] }
  }

  async leave(cookies: string | undefined): Promise<void> {
    const session = this.#session(cookies)
    if (session === null) return
    await this.#register.change((value) => ({ value: left(value, session.key), answer: undefined }))
    for (const listener of this.#signedOut) listener(session.key)
  }

  authenticate(cookies: string | undefined, id: CapacityId | null): Authenticated | Refusal {
    const session = this.#session(cookies)
    if (session === null) return refuse('session/none')
    const capacity = capacityFor(this.#register.value, session, id)
    if (isRefusal(capacity)) return capacity
    this.#note(capacity.id)
    return { capacity, session: session.key }
  }

  onRevoked(listener: (capacity: CapacityId) => void): () => void {
    this.#revoked.add(listener)
    return () => void this.#revoked.delete(listener)
  }

  onSignedOut(listener: (session: SessionKey) => void): () => void {
    this.#signedOut.add(listener)
    return () => void this.#signedOut.delete(listener)
  }

  people(): readonly Person[] {
    return peopleOf(this.#register.value, this.#instant())
  }

  accredit(person: Accreditation): Promise<Invited> {
    return this.#register.change((before) => {
      const id = this.#unusedId(before)
      const now = this.#now()
      const code = newCode(this.#random)
      const value = invited(accredited(before, id, person, now.toISOString()), id, code, now)
      return { value, answer: { capacity: { id, ...person }, code } }
    })
  }

  invite(id: CapacityId): Promise<Invited | Refusal | null> {
    return this.#register.change<Invited | Refusal | null>((before) => {
      const capacity = capacityIn(before, id)
      if (capacity === null) return { answer: null }
      if (get(before.capacities, id)?.revoked) return { answer: refuse('capacity/revoked') }
      const code = newCode(this.#random)
      return { value: invited(before, id, code, this.#now()), answer: { capacity, code } }
    })
  }

  async revoke(id: CapacityId): Promise<Capacity | null> {
    const capacity = await this.#register.change<Capacity | null>((before) => {
      const capacity = capacityIn(before, id)
      return capacity ? { value: revoked(before, id, this.#instant()), answer: capacity } : { answer: null }
    })
    if (capacity) for (const listener of this.#revoked) listener(id)
    return capacity
  }

  #sessionOrNew(value: RegisterValue, cookies: string | undefined) {
    const session = sessionIn(value, cookies, this.#instant())
    const token = (session && tokenIn(cookies)) ?? newToken(this.#random)
    return { token, key: hashOfSecret(token) }
  }

  #session(cookies: string | undefined): LiveSession | null {
    return sessionIn(this.#register.value, cookies, this.#instant())
  }

  #unusedId(value: RegisterValue): CapacityId {
    for (;;) {
      const id = newCapacityId(this.#random)
      if (get(value.capacities, id) === undefined) return id
    }
  }

  // Nobody waits for this, and a disk that fails now will be heard of by the next person who does.
  #note(id: CapacityId): void {
    const now = this.#now()
    const last = Date.parse(get(this.#register.value.capacities, id)?.lastSeen ?? '')
    if (this.#noting.has(id) || now.getTime() - last < NOTE_EVERY) return
    this.#noting.add(id)
    this.#register
      .change((value) => ({ value: seen(value, id, now.toISOString()), answer: undefined }))
      .catch(() => undefined)
      .finally(() => this.#noting.delete(id))
  }

  #instant(): string {
    return this.#now().toISOString()
  }
}

const NOTE_EVERY = 10 * 60 * 1000

function heldOf(value: RegisterValue, key: SessionKey): readonly Capacity[] {
  const entry = get(value.sessions, key)
  return entry ? heldBy(value, { key, entry }) : []
}
