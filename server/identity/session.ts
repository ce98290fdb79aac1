import type { Capacity, SessionRow } from '../../shared/api.ts'
import type { CapacityId, Instant, Sha256 } from '../../shared/ids.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { capacityOf } from './capacity.ts'
import type { SessionId } from './contract.ts'
import { hashOfSecret } from './secret.ts'
import { validityFault } from './validity.ts'
import { get, only, put, type RegisterValue, type SessionEntry } from './value.ts'

/** Sessions: one browser, and the capacities in which its person may act. */

export const SESSION_COOKIE = 'paraph_session'
/** Counts anew whenever a capacity is added. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

/** The cookie's value in a Cookie header; null where there is none of ours. */
export function tokenIn(cookies: string | undefined): string | null {
  for (const pair of (cookies ?? '').split(';')) {
    const [name, token] = pair.trim().split('=')
    if (name === SESSION_COOKIE && token && TOKEN.test(token)) return token
  }
  return null
}

const TOKEN = /^[\w-]{43}$/

export interface LiveSession {
  readonly id: SessionId
  /** The hash of its cookie. */
  readonly key: Sha256
  readonly entry: SessionEntry
}

/** What a session is called from its beginning to its end, whatever its cookie. */
const idOf = (key: Sha256, entry: SessionEntry): SessionId => entry.id ?? key

/** What a session gains: capacities, under a new key, by a passkey or by a code. */
export interface Gain {
  readonly key: Sha256
  /** What it is called if it begins now. */
  readonly id: SessionId
  readonly capacities: readonly CapacityId[]
  readonly passkey?: string
}

/**
 * Adds capacities to the session, or begins one, under a new key. The cookie that the browser came with opens
 * nothing any more: if somebody else had planted it there, they have gained nothing. Sessions that have ended are
 * forgotten.
 */
export function joined(
  value: RegisterValue,
  before: LiveSession | null,
  { key, id, capacities, passkey = before?.entry.passkey }: Gain,
  now: Date,
): RegisterValue {
  const at = now.toISOString()
  const others = only<SessionEntry>(value.sessions, ({ expires }, it) => expires > at && it !== before?.key)
  const held = before?.entry.capacities ?? []
  const session: SessionEntry = {
    id: before?.id ?? id,
    capacities: [...held.filter((it) => !capacities.includes(it)), ...capacities],
    created: before?.entry.created ?? at,
    expires: new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString(),
    seen: at,
    ...(passkey === undefined ? {} : { passkey }),
  }
  return { ...value, sessions: put(others, key, session) }
}

/** Without the sessions of these ids. */
export const ended = (value: RegisterValue, ids: ReadonlySet<SessionId>): RegisterValue => ({
  ...value,
  sessions: only(value.sessions, (entry, key) => !ids.has(idOf(key, entry))),
})

export function sessionSeen(value: RegisterValue, key: Sha256, now: Instant): RegisterValue {
  const entry = get(value.sessions, key)
  return entry
    ? { ...value, sessions: put<SessionEntry>(value.sessions, key, { ...entry, seen: now }) }
    : value
}

export function sessionIn(
  value: RegisterValue,
  cookies: string | undefined,
  now: Instant,
): LiveSession | null {
  const token = tokenIn(cookies)
  if (token === null) return null
  const key = hashOfSecret(token)
  const entry = get(value.sessions, key)
  return entry && entry.expires > now ? { id: idOf(key, entry), key, entry } : null
}

export function sessionOf(value: RegisterValue, id: SessionId, now: Instant): LiveSession | null {
  const key = keysOf(value).get(id)
  const entry = key === undefined ? undefined : get(value.sessions, key)
  return key !== undefined && entry && entry.expires > now ? { id, key, entry } : null
}

/** Asked for every open socket; made once for each value of the register. */
function keysOf({ sessions }: RegisterValue): ReadonlyMap<SessionId, Sha256> {
  const known = KEYS.get(sessions)
  if (known) return known
  const keys = new Map(Object.entries(sessions).map(([key, entry]) => [idOf(key, entry), key]))
  KEYS.set(sessions, keys)
  return keys
}

const KEYS = new WeakMap<RegisterValue['sessions'], ReadonlyMap<SessionId, Sha256>>()

const sessionsAlive = (value: RegisterValue, now: Instant): readonly LiveSession[] =>
  Object.entries(value.sessions).flatMap(([key, entry]) =>
    entry.expires > now ? [{ id: idOf(key, entry), key, entry }] : [],
  )

/** Every browser that is signed in for the capacity. */
export const sessionsHolding = (
  value: RegisterValue,
  capacity: CapacityId,
  now: Instant,
): readonly LiveSession[] =>
  sessionsAlive(value, now).filter(({ entry }) => entry.capacities.includes(capacity))

/** The browsers that a passkey has signed in. */
export const sessionsBy = (value: RegisterValue, passkey: string, now: Instant): readonly LiveSession[] =>
  sessionsAlive(value, now).filter(({ entry }) => entry.passkey === passkey)

export const rowOf = ({ id, entry }: LiveSession, here: SessionId): SessionRow => ({
  id,
  here: id === here,
  began: entry.created,
  expires: entry.expires,
  lastSeen: entry.seen ?? entry.created,
})

/** The capacities of a session that can be used now, in the order in which they were added. */
export const heldBy = (value: RegisterValue, { entry }: LiveSession, now: Instant): readonly Capacity[] =>
  entry.capacities.flatMap((id) => {
    const capacity = usable(value, id, now)
    return isRefusal(capacity) ? [] : capacity
  })

/** The capacity in which a session wants to act; with null, the first that it can. */
export function capacityFor(
  value: RegisterValue,
  session: LiveSession,
  id: CapacityId | null,
  now: Instant,
): Capacity | Refusal {
  if (id === null) return heldBy(value, session, now)[0] ?? refuse('capacity/revoked')
  return session.entry.capacities.includes(id) ? usable(value, id, now) : refuse('session/capacity-not-held')
}

export function usable(value: RegisterValue, id: CapacityId, now: Instant): Capacity | Refusal {
  const entry = get(value.capacities, id)
  if (!entry) return refuse('capacity/revoked')
  return validityFault(entry, now) ?? capacityOf(id, entry)
}
