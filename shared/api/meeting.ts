import { z } from 'zod'
import type { DelegationCode, Instant } from '../ids.ts'
import { DELEGATION_CODE } from '../ids.ts'
import { line } from './line.ts'

export interface Delegation {
  readonly code: DelegationCode
  /** ISO 3166-1 alpha-2, for the flag; null for the secretariat and the chair. */
  readonly alpha2: string | null
  /** UNTERM names by language: en, fr, es, ar, ru, zh. */
  readonly names: Readonly<{ [language: string]: string }>
  /** Whether the State was invited to the meeting. */
  readonly invited: boolean
}

/** Delegations that act together: the group has a code as a State has, and delegates who speak for all its members. */
export interface Group {
  readonly code: DelegationCode
  /** ISO 3166-1 alpha-2 code under which its flag is kept; null for a group that has none. */
  readonly alpha2: string | null
  readonly names: Readonly<{ [language: string]: string }>
  readonly members: readonly DelegationCode[]
  /** When the secretariat dissolved it: nobody speaks for it any more, and what it did keeps its name. */
  readonly dissolved?: Instant
}

/** `GET /api/conference`: the meeting, for everybody, signed in or not. */
export interface Conference {
  readonly names: Readonly<{ [language: string]: string }>
  readonly place: string
  /** ISO 8601 calendar date. */
  readonly date: string
  readonly demonstration: boolean
  readonly delegations: readonly Delegation[]
  readonly groups: readonly Group[]
}

/** `POST /api/groups?as=` (secretariat): makes a group, or changes its names and members. Answers `Group`. */
export const GroupBody = z.strictObject({
  code: z.string().regex(DELEGATION_CODE),
  names: z.record(z.string().regex(/^[a-z]{2}$/), line.max(120)).refine((it) => 'en' in it, {
    message: 'a group has an English name',
  }),
  members: z.array(z.string().regex(DELEGATION_CODE)).min(1).max(200),
})
export type GroupBody = z.infer<typeof GroupBody>
