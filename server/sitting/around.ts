import type { DelegationCode, DraftId, Instant } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/refusal.ts'
import type { Hand } from './tick.ts'

/** What a sitting tells its room, once it is on disk. */
export interface Listener {
  /** The declaration's document changed. */
  hall(update: Uint8Array): void
  /** A draft changed: its members' words, or the text under it. */
  /** `hand` alone wrote it and has it, if it is not null. */
  draft(id: DraftId, update: Uint8Array, hand: Hand | null): void
  draftClosed(id: DraftId): void
  /** Drafts were opened, shared or closed, or the stage moved: what each capacity may write has changed. */
  draftsChanged(): void
  /** A delegation's internal notes changed. */
  notesChanged(delegation: DelegationCode): void
  /** The disk failed, or we did: nothing that was under way is told to anybody. */
  broken(reason: Refusal): void
}

export interface Around {
  readonly now: () => Instant
  readonly present: () => readonly DelegationCode[]
  readonly onBreak: (fault: unknown) => void
  /** A silence procedure runs until then, or none runs any more: told when it is opened, moved or ended. */
  readonly onSilence: (endsAt: Instant | null) => void
  /** A checkpoint could not be kept, or is of no use: opening takes longer, and nothing is lost. */
  readonly onNoCheckpoint: (fault: unknown) => void
  readonly pulse: Pulse
}

/** What pacing needs of the machine. */
export interface Pulse {
  /** Milliseconds that only grow. */
  readonly clock: () => number
  /** Milliseconds of processor time that this process has used. */
  readonly processor: () => number
  readonly later: (ms: number, then: () => void) => void
}
