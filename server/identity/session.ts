import type { Capacity } from '../../shared/api.ts'
import type { CapacityId, Instant } from '../../shared/ids.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { capacityOf } from './capacity.ts'
import type { SessionKey } from './contract.ts'
import { hashOfSecret } from './secret.ts'
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
  readonly key: SessionKey
  readonly entry: SessionEntry
}

/** Adds the capacity to the session, or begins one under this key. Sessions that have ended are forgotten. */
export function joined(
  value: RegisterValue,
  key: SessionKey,
  capacity: CapacityId,
  now: Date,
): RegisterValue {
  const at = now.toISOString()
  const alive = only(value.sessions, ({ expires }) => expires > at)
  const before = get(alive, key) ?? { capacities: [], created: at }
  const session: SessionEntry = {
    capacities: [...before.capacities.filter((id) => id !== capacity), capacity],
    created: before.created,
    expires: new Date(now.getTime() + SESSION_SECONDS * 1000).toISOString(),
  }
  return { ...value, sessions: put(alive, key, session) }
}

export const left = (value: RegisterValue, key: SessionKey): RegisterValue => ({
  ...value,
  sessions: only(value.sessions, (_, it) => it !== key),
})

export function sessionIn(
  value: RegisterValue,
  cookies: string | undefined,
  now: Instant,
): LiveSession | null {
  const token = tokenIn(cookies)
  if (token === null) return null
  const key = hashOfSecret(token)
  const entry = get(value.sessions, key)
  return entry && entry.expires > now ? { key, entry } : null
}

/** The capacities of a session that can still be used, in the order in which they were added. */
export const heldBy = (value: RegisterValue, { entry }: LiveSession): readonly Capacity[] =>
  entry.capacities.flatMap((id) => {
    const capacity = get(value.capacities, id)
    return capacity?.revoked === null ? [capacityOf(id, capacity)] : []
  })

/** The capacity in which a session wants to act; with null, the first that it holds. */
export function capacityFor(
  value: RegisterValue,
  session: LiveSession,
  id: CapacityId | null,
): Capacity | Refusal {
  const held = heldBy(value, session)
  const capacity = id === null ? held[0] : held.find((it) => it.id === id)
  if (capacity) return capacity
  const wasHeld = id === null || session.entry.capacities.includes(id)
  return refuse(wasHeld ? 'capacity/revoked' : 'session/capacity-not-held')
}
