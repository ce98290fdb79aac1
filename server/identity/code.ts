import type { Capacity } from '../../shared/api.ts'
import type { CapacityId, Instant } from '../../shared/ids.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import { capacityOf } from './capacity.ts'
import { hashOfSecret } from './secret.ts'
import { validityFault } from './validity.ts'
import { type CodeEntry, get, only, put, type RegisterValue } from './value.ts'

/** Sign-in codes: each opens one capacity, once, within its term. */

const TERM = 30 * 24 * 60 * 60 * 1000

/** A capacity has at most one code that can still be used: a new one replaces it. */
export function invited(value: RegisterValue, capacity: CapacityId, code: string, now: Date): RegisterValue {
  const entry: CodeEntry = {
    capacity,
    made: now.toISOString(),
    expires: new Date(now.getTime() + TERM).toISOString(),
    used: null,
  }
  const others = only(value.codes, (it) => it.capacity !== capacity || it.used !== null)
  return { ...value, codes: put(others, hashOfSecret(code), entry) }
}

/** Whom the code would sign in now. */
export function holderOf(value: RegisterValue, code: string, now: Instant): Capacity | Refusal {
  const entry = get(value.codes, hashOfSecret(code))
  const holder = entry && get(value.capacities, entry.capacity)
  if (!entry || !holder) return refuse('code/unknown')
  const fault = validityFault(holder, now)
  if (fault) return fault
  if (entry.used !== null) return refuse('code/used')
  if (entry.expires <= now) return refuse('code/expired')
  return capacityOf(entry.capacity, holder)
}

/** To be called with a code that has a holder. */
export function consumed(value: RegisterValue, code: string, now: Instant): RegisterValue {
  const key = hashOfSecret(code)
  const entry = get(value.codes, key)
  if (!entry) return value
  const used: CodeEntry = { ...entry, used: now }
  return { ...value, codes: put(value.codes, key, used) }
}
