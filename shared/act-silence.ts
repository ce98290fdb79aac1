import type { DelegationCode, Instant } from './ids.ts'
import type { VersionHead } from './record.ts'

/** What becomes of a silence procedure. */
export type SilenceStep =
  | {
      /** The text is frozen, and adopted at the deadline unless a delegation breaks the silence before. */
      readonly kind: 'silence opened'
      /** Number of the version that is before the delegations. */
      readonly frozen: number
      /** Null where that version had been issued before, with the words that stand. */
      readonly version: VersionHead | null
      readonly deadline: Instant
      readonly note: string
    }
  /** A delegation has opened the frozen text for the first time. */
  | { readonly kind: 'silence seen'; readonly delegation: DelegationCode }
  | { readonly kind: 'silence extended'; readonly deadline: Instant; readonly reason: string }
  /** Drafting is open again. */
  | { readonly kind: 'silence broken'; readonly delegation: DelegationCode; readonly reason: string }
  | { readonly kind: 'silence cancelled'; readonly reason: string }
  | {
      /**
       * Nobody broke the silence. `at` is the deadline, and `by` who set it: nobody acts. The version is what
       * ministers endorse, and has the words of the frozen one.
       */
      readonly kind: 'text adopted'
      readonly frozen: number
      readonly version: VersionHead
      /** When the server recorded it. */
      readonly recorded: Instant
    }
