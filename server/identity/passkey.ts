import type { CapacityId, Instant } from '../../shared/ids.ts'
import type { PasskeyRow } from '../../shared/passkey.ts'
import { get, only, type PasskeyEntry, put, type RegisterValue } from './value.ts'

/**
 * Passkeys: each is a key pair on a device of its person's, which unlocks it with a finger, a face or a PIN. What
 * is kept here is the public half. It belongs to the capacities that the browser held when it was made, and to
 * none that came later.
 */

/** A person has a telephone, a laptop and a key in a drawer. */
export const MOST_PASSKEYS = 10

export const passkeyIn = (value: RegisterValue, id: string): PasskeyEntry | undefined =>
  get(value.passkeys, id)

export const passkeyKept = (value: RegisterValue, id: string, entry: PasskeyEntry): RegisterValue => ({
  ...value,
  passkeys: put(value.passkeys, id, entry),
})

export const passkeyUsed = (
  value: RegisterValue,
  id: string,
  counter: number,
  now: Instant,
): RegisterValue => {
  const entry = passkeyIn(value, id)
  return entry ? passkeyKept(value, id, { ...entry, counter, used: now }) : value
}

export const withoutPasskey = (value: RegisterValue, id: string): RegisterValue => ({
  ...value,
  passkeys: only<PasskeyEntry>(value.passkeys, (_, key) => key !== id),
})

/** A passkey that signs in for nothing any more is forgotten. */
export function withoutCapacity(value: RegisterValue, capacity: CapacityId): RegisterValue {
  const left = Object.entries(value.passkeys).flatMap(([id, entry]) => {
    const capacities = entry.capacities.filter((it) => it !== capacity)
    return capacities.length > 0 ? [[id, { ...entry, capacities }] as const] : []
  })
  return { ...value, passkeys: Object.fromEntries(left) }
}

export const passkeysFor = (
  value: RegisterValue,
  capacity: CapacityId,
): readonly (readonly [id: string, entry: PasskeyEntry])[] =>
  Object.entries(value.passkeys).filter(([, { capacities }]) => capacities.includes(capacity))

export const passkeyRow = (id: string, { name, capacities, made, used }: PasskeyEntry): PasskeyRow => ({
  id,
  name,
  capacities,
  made,
  used,
})
