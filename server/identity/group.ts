import type { Group } from '../../shared/api.ts'
import type { CapacityId, DelegationCode, Instant } from '../../shared/ids.ts'
import { revoked } from './capacity.ts'
import { type GroupEntry, get, put, type RegisterValue } from './value.ts'

export const groupOf = (code: DelegationCode, { dissolved, ...entry }: GroupEntry): Group => ({
  code,
  ...entry,
  ...(dissolved ? { dissolved } : {}),
})

export interface Dissolved {
  readonly value: RegisterValue
  readonly group: Group
  /** Those that end with it. */
  readonly capacities: readonly CapacityId[]
}

/** The group stays known by its name; nobody speaks for it any more. Null where there is no such group. */
export function dissolved(before: RegisterValue, code: DelegationCode, now: Instant): Dissolved | null {
  const found = get(before.groups, code)
  if (!found) return null
  const entry: GroupEntry = { ...found, dissolved: found.dissolved ?? now }
  const capacities = Object.entries(before.capacities)
    .filter(([, it]) => it.delegation === code && it.revoked === null)
    .map(([id]) => id)
  const value = capacities.reduce<RegisterValue>((so, id) => revoked(so, id, now), {
    ...before,
    groups: put(before.groups, code, entry),
  })
  return { value, group: groupOf(code, entry), capacities }
}
