import type { Actor } from './actor.ts'
import type { DelegationCode, Instant } from './ids.ts'

/**
 * A silence procedure: a frozen version is before the delegations until a deadline. A delegation that can't live with
 * it breaks the silence, with a reason; if none does, the text is adopted at the deadline, by itself.
 */
export interface Silence {
  /** Number of the version that is frozen. */
  readonly version: number
  readonly note: string
  readonly opened: Instant
  readonly by: Actor
  /** Extensions move it. */
  readonly deadline: Instant
  /** Oldest first. */
  readonly extensions: readonly Extension[]
  /** Null while it runs. */
  readonly end: SilenceEnd | null
}

export interface Extension {
  readonly deadline: Instant
  readonly reason: string
  readonly at: Instant
  readonly by: Actor
}

export type SilenceEnd =
  | {
      readonly is: 'broken'
      readonly delegation: DelegationCode
      readonly reason: string
      readonly at: Instant
      readonly act: number
    }
  | { readonly is: 'cancelled'; readonly reason: string; readonly at: Instant; readonly act: number }
  | {
      readonly is: 'adopted'
      /** The deadline. */
      readonly at: Instant
      /** When the server recorded it: later than the deadline, where it was down then. */
      readonly recorded: Instant
      /** Number of the final version. */
      readonly version: number
      readonly act: number
    }

/** That a delegation opened the frozen text, and when it did so first. */
export interface Receipt {
  readonly at: Instant
  readonly act: number
}

/** By custom; the secretariat may give more or less. */
export const USUAL_HOURS = 72
const HOUR = 3_600_000
/** Later is a slip of the hand. */
const LONGEST_HOURS = 366 * 24

/** So many hours that pass, whatever clocks are put forward or back in between. */
export const usualDeadline = (at: Instant): Instant => instantOf(Date.parse(at) + USUAL_HOURS * HOUR)

/** Whether a silence may last until then: it has to lie ahead, by at most a year. */
export const isAhead = (deadline: Instant, now: Instant): boolean => {
  const hours = (Date.parse(deadline) - Date.parse(now)) / HOUR
  return hours > 0 && hours <= LONGEST_HOURS
}

/** When the running silence ends; null where none runs. */
export const endsAt = (silence: Silence | undefined): Instant | null =>
  silence && silence.end === null ? silence.deadline : null

/**
 * Rule S1: what reaches the server before the deadline is before it; at the deadline, the text is adopted.
 */
export const isDue = (silence: Silence | undefined, now: Instant): boolean => {
  const deadline = endsAt(silence)
  return deadline !== null && Date.parse(deadline) <= Date.parse(now)
}

export const instantOf = (time: number): Instant => new Date(time).toISOString()
