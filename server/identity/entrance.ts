import { seen } from './capacity.ts'
import type { Entered } from './contract.ts'
import type { Change } from './register.ts'
import { hashOfSecret, newCapacityId, newToken, type Random } from './secret.ts'
import { type Gain, heldBy, joined, SESSION_COOKIE, SESSION_SECONDS, sessionIn } from './session.ts'
import type { RegisterValue } from './value.ts'

export interface Entering extends Pick<Gain, 'capacities' | 'passkey'> {
  /** The Cookie header of the browser that comes in. */
  readonly cookies: string | undefined
}

/** Lets a browser in, by whatever way it has proved that it may: a session, and a cookie that is always new. */
export function entering(
  before: RegisterValue,
  { cookies, ...gain }: Entering,
  random: Random,
  now: Date,
): Change<Entered> & { readonly value: RegisterValue } {
  const at = now.toISOString()
  const cookie = newToken(random)
  const fresh = { key: hashOfSecret(cookie), id: newCapacityId(random), ...gain }
  const joint = joined(before, sessionIn(before, cookies, at), fresh, now)
  const value = gain.capacities.reduce((known, id) => seen(known, id, at), joint)
  const entered = sessionIn(value, `${SESSION_COOKIE}=${cookie}`, at)
  const capacities = entered ? heldBy(value, entered, at) : []
  const [added, ...others] = gain.capacities
  const me = added !== undefined && others.length === 0 ? { capacities, added } : { capacities }
  return { value, answer: { me, cookie, maxAge: SESSION_SECONDS } }
}
