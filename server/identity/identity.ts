import type { Accreditation, Capacity, Group, Me, Person, SessionRow } from '../../shared/api.ts'
import type { CapacityId, DelegationCode, Instant, Sha256 } from '../../shared/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { accredited, capacityIn, peopleOf, revoked, seen } from './capacity.ts'
import { consumed, holderOf, invited } from './code.ts'
import type { Authenticated, Entered, Identity, Invited, SessionId } from './contract.ts'
import { entering } from './entrance.ts'
import { type Dissolved, dissolved, groupOf } from './group.ts'
import type { Register } from './register.ts'
import { newCapacityId, newCode, type Random } from './secret.ts'
import {
  capacityFor,
  ended,
  heldBy,
  type LiveSession,
  rowOf,
  sessionIn,
  sessionOf,
  sessionSeen,
  sessionsHolding,
} from './session.ts'
import { type GroupEntry, get, put, type RegisterValue } from './value.ts'

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
  readonly #signedOut = new Set<(session: SessionId) => void>()
  readonly #noting = new Set<Sha256>()

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
      const value = consumed(before, code, now.toISOString())
      return entering(value, { cookies, capacities: [holder.id] }, this.#random, now)
    })
  }

  me(cookies: string | undefined): Me {
    const session = this.#session(cookies)
    return { capacities: session ? heldBy(this.#register.value, session, this.#instant()) : [] }
  }

  async leave(cookies: string | undefined): Promise<void> {
    const session = this.#session(cookies)
    if (session !== null) await this.end(new Set([session.id]))
  }

  sessions({ session, capacity }: Authenticated): readonly SessionRow[] {
    return sessionsHolding(this.#register.value, capacity.id, this.#instant()).map((it) => rowOf(it, session))
  }

  async endSessions({ session, capacity }: Authenticated, which: SessionId | 'all others'): Promise<boolean> {
    const all = sessionsHolding(this.#register.value, capacity.id, this.#instant()).map(({ id }) => id)
    const ends = all.filter((id) => (which === 'all others' ? id !== session : id === which))
    if (ends.length > 0) await this.end(new Set(ends))
    return ends.length > 0 || which === 'all others'
  }

  authenticate(cookies: string | undefined, id: CapacityId | null): Authenticated | Refusal {
    const session = this.#session(cookies)
    if (session === null) return refuse('session/none')
    const capacity = capacityFor(this.#register.value, session, id, this.#instant())
    if (isRefusal(capacity)) return capacity
    this.#note(capacity.id, session)
    return { capacity, session: session.id }
  }

  recognize(cookies: string | undefined, id: CapacityId | null): Capacity | null {
    const held = this.#session(cookies)?.entry.capacities ?? []
    const asked = held.find((it) => id === null || it === id)
    return asked === undefined ? null : capacityIn(this.#register.value, asked)
  }

  mayStay({ session, capacity }: { session: SessionId; capacity: CapacityId }): boolean {
    const now = this.#instant()
    const alive = sessionOf(this.#register.value, session, now)
    return alive !== null && !isRefusal(capacityFor(this.#register.value, alive, capacity, now))
  }

  onRevoked(listener: (capacity: CapacityId) => void): () => void {
    this.#revoked.add(listener)
    return () => void this.#revoked.delete(listener)
  }

  onSignedOut(listener: (session: SessionId) => void): () => void {
    this.#signedOut.add(listener)
    return () => void this.#signedOut.delete(listener)
  }

  groups(): readonly Group[] {
    return Object.entries(this.#register.value.groups).map(([code, group]) => groupOf(code, group))
  }

  putGroup({ code, ...group }: Group): Promise<void> {
    return this.#register.change((value) => ({
      value: { ...value, groups: put<GroupEntry>(value.groups, code, group) },
      answer: undefined,
    }))
  }

  async dissolveGroup(code: DelegationCode): Promise<Group | null> {
    const ended = await this.#register.change<Dissolved | null>((before) => {
      const change = dissolved(before, code, this.#instant())
      return change ? { value: change.value, answer: change } : { answer: null }
    })
    for (const id of ended?.capacities ?? []) for (const listener of this.#revoked) listener(id)
    return ended?.group ?? null
  }

  people(): readonly Person[] {
    return peopleOf(this.#register.value, this.#instant())
  }

  accredit(person: Accreditation, by?: CapacityId): Promise<Invited> {
    return this.#register.change((before) => {
      const id = this.#unusedId(before)
      const now = this.#now()
      const code = newCode(this.#random)
      const value = invited(accredited(before, id, person, by, now.toISOString()), id, code, now)
      const { role, delegation, name, title } = person
      return { value, answer: { capacity: { id, role, delegation, name, title }, code } }
    })
  }

  invite(id: CapacityId): Promise<Invited | Refusal | null> {
    return this.#register.change<Invited | Refusal | null>((before) => {
      const capacity = capacityIn(before, id)
      if (capacity === null) return { answer: null }
      const entry = get(before.capacities, id)
      if (entry?.revoked) return { answer: refuse('capacity/revoked') }
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

  async end(ids: ReadonlySet<SessionId>): Promise<void> {
    await this.#register.change((value) => ({ value: ended(value, ids), answer: undefined }))
    for (const id of ids) for (const listener of this.#signedOut) listener(id)
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
  #note(id: CapacityId, { key, entry }: LiveSession): void {
    const now = this.#now()
    const last = get(this.#register.value.capacities, id)?.lastSeen
    const isRecent = (at: Instant | null | undefined) =>
      now.getTime() - Date.parse(at ?? entry.created) < NOTE_EVERY
    const isNoted = isRecent(last) && isRecent(entry.seen)
    if (this.#noting.has(key) || isNoted) return
    this.#noting.add(key)
    const at = now.toISOString()
    this.#register
      .change((value) => ({ value: sessionSeen(seen(value, id, at), key, at), answer: undefined }))
      .catch(() => undefined)
      .finally(() => this.#noting.delete(key))
  }

  #instant(): string {
    return this.#now().toISOString()
  }
}

const NOTE_EVERY = 10 * 60 * 1000
