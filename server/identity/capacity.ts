import type { Accreditation, Capacity, Person } from '../../shared/api.ts'
import type { CapacityId, Instant } from '../../shared/ids.ts'
import { passkeysFor, withoutCapacity } from './passkey.ts'
import { signingStateOf, withoutSignersOf } from './signer.ts'
import { type CapacityEntry, get, put, type RegisterValue } from './value.ts'

/** Accrediting a person in one capacity, and ending it. */

export function accredited(
  value: RegisterValue,
  id: CapacityId,
  person: Accreditation,
  by: CapacityId | undefined,
  now: Instant,
): RegisterValue {
  const entry: CapacityEntry = {
    ...person,
    ...(by === undefined ? {} : { by }),
    accredited: now,
    revoked: null,
    lastSeen: null,
  }
  return { ...value, capacities: put(value.capacities, id, entry) }
}

/** Sessions need no change: whatever is asked in the capacity is refused from now on. Its keys end with it. */
export const revoked = (value: RegisterValue, id: CapacityId, now: Instant): RegisterValue => {
  const ended = changed(value, id, (entry) => ({ ...entry, revoked: entry.revoked ?? now }))
  return withoutSignersOf(withoutCapacity(ended, id), id)
}

export const seen = (value: RegisterValue, id: CapacityId, now: Instant): RegisterValue =>
  changed(value, id, (entry) => ({ ...entry, lastSeen: now }))

export function capacityIn(value: RegisterValue, id: CapacityId): Capacity | null {
  const entry = get(value.capacities, id)
  return entry ? capacityOf(id, entry) : null
}

export const peopleOf = (value: RegisterValue, now: Instant): readonly Person[] =>
  Object.entries(value.capacities).map(([id, entry]) => ({
    ...capacityOf(id, entry),
    accredited: entry.accredited,
    ...(entry.by ? { accreditedBy: entry.by } : {}),
    ...(entry.from ? { from: entry.from } : {}),
    ...(entry.until ? { until: entry.until } : {}),
    link: linkOf(value, id, now),
    passkeys: passkeysFor(value, id).length,
    ...(entry.role === 'signatory' ? { signing: signingStateOf(value, id) } : {}),
    revoked: entry.revoked,
    lastSeen: entry.lastSeen,
  }))

export const capacityOf = (id: CapacityId, entry: CapacityEntry): Capacity => ({
  id,
  role: entry.role,
  delegation: entry.delegation,
  name: entry.name,
  title: entry.title,
})

function changed(
  value: RegisterValue,
  id: CapacityId,
  change: (entry: CapacityEntry) => CapacityEntry,
): RegisterValue {
  const entry = get(value.capacities, id)
  return entry ? { ...value, capacities: put(value.capacities, id, change(entry)) } : value
}

function linkOf(value: RegisterValue, id: CapacityId, now: Instant): Person['link'] {
  const codes = Object.values(value.codes).filter(({ capacity }) => capacity === id)
  if (codes.some(({ used, expires }) => used === null && expires > now)) return 'unused'
  if (codes.some(({ used }) => used !== null)) return 'used'
  return codes.length > 0 ? 'expired' : 'none'
}
