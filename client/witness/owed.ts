import type { Instant } from '../../shared/ids.ts'

/** A proof that was asked for and not given, by a server that answers everything else. */
export interface Owed {
  /** When it was first asked for in vain. */
  readonly since: Instant
  readonly times: number
}

/** One more time in vain. */
export const owedAgain = (owed: Owed | null | undefined, now: Instant): Owed => ({
  since: owed?.since ?? now,
  times: (owed?.times ?? 0) + 1,
})

// A full disk, a restart, a train in a tunnel: less than this is a failure of the moment. Who rewrites history and
// keeps silent about it has no better answer later.
const TIMES = 3
const MINUTES = 5

/** Whether it has been owed for so long that the person is to know. */
export const isOverdue = ({ since, times }: Owed, now: Instant): boolean =>
  times >= TIMES && Date.parse(now) - Date.parse(since) >= MINUTES * 60_000
