import type { Actor } from './actor.ts'
import type { DelegationCode, Instant, NoteId } from './ids.ts'
import type { Subject } from './record.ts'

/**
 * A note within one delegation. It is journalled as an act, and never enters the record: all of that is everybody's
 * to read. It reaches the sockets of its delegation by a message of its own (`MESSAGE.notes`), and no other door.
 */
export interface Note {
  readonly id: NoteId
  readonly delegation: DelegationCode
  readonly on: Subject
  /** The note that it replies to; absent for one that begins. */
  readonly to?: NoteId
  readonly words: string
  readonly by: Actor
  readonly at: Instant
}
