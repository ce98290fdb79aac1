import type { CapacityId, DelegationCode } from './ids.ts'
import type { Role } from './policy.ts'

/** Who did something, as it stood at that moment. */
export interface Actor {
  readonly capacity: CapacityId
  readonly name: string
  readonly role: Role
  readonly delegation: DelegationCode | null
  /** Of a group: the delegations that it spoke for at that moment. */
  readonly members?: readonly DelegationCode[]
}
