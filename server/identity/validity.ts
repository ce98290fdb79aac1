import type { Instant } from '../../shared/ids.ts'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { CapacityEntry } from './value.ts'

/** Null: the capacity can be used now. */
export function validityFault({ revoked, from, until }: CapacityEntry, now: Instant): Refusal | null {
  if (revoked !== null) return refuse('capacity/revoked')
  if (from !== undefined && isBefore(now, from)) return refuse('capacity/not-yet')
  return until === undefined || isBefore(now, until) ? null : refuse('capacity/expired')
}

/** Instants may come with more or fewer digits than ours. */
const isBefore = (a: Instant, b: Instant): boolean => Date.parse(a) < Date.parse(b)
