import { z } from 'zod'
import type { CapacityId, DelegationCode, Instant } from '../ids.ts'
import type { Role } from '../policy.ts'

/** One capacity in which a person may act. */
export interface Capacity {
  readonly id: CapacityId
  readonly role: Role
  readonly delegation: DelegationCode | null
  readonly name: string
  /** Function or office: `Minister for Home Affairs`. May be empty. */
  readonly title: string
}

/** `GET /api/session`, and the answer to `POST /api/session`. */
export interface Me {
  readonly capacities: readonly Capacity[]
  /** On `POST`: the capacity that was added, if it was one alone. */
  readonly added?: CapacityId
}

export const EnterBody = z.strictObject({ code: z.string().min(8).max(100) })

/** `GET /api/codes/<code>`: whom a sign-in link is for. Consumes nothing. */
export type CodeHolder = Capacity

/** One row of `GET /api/sessions?as=`: a browser that is signed in for the capacity. */
export interface SessionRow {
  /** Names the session; opens nothing. */
  readonly id: string
  /** Whether it is the one that asks. */
  readonly here: boolean
  readonly began: Instant
  readonly expires: Instant
  /** To within ten minutes. */
  readonly lastSeen: Instant
}
