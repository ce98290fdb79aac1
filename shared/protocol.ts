import type { Note } from './note.ts'
import type { Draft } from './record.ts'

/**
 * What travels on a socket. The first four types are those of y-websocket 3 (the stock provider works); ours
 * follow, and reach the application through the provider's `messageHandlers`.
 *
 * Rooms: `/sync/<declaration>?as=<capacity>` (text and record, read-only for everybody) and
 * `/sync/<declaration>/drafts/<draft>?as=<capacity>`.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  /** `[2][0][JSON Refusal]`, just before the server closes with a code from 4400 to 4499. */
  auth: 2,
  queryAwareness: 3,
  /**
   * `[4][varUint n]`: the first n sync messages of type step 2 or update that this socket sent are on disk.
   * A client that counts what it sent knows whether all of it is saved.
   */
  saved: 4,
  /** `[5][JSON Mine]`: the drafts that this capacity may write, private ones too. On joining and at each change. */
  mine: 5,
  /**
   * `[6][JSON Notes]`: the internal notes of the delegation for which this socket speaks. On joining and at each
   * change. They are no part of the declaration's document, which everybody reads.
   */
  notes: 6,
} as const

/** Closing codes. The stock provider stops reconnecting on 4400–4499; on 1012 it comes back. */
export const CLOSE = {
  malformed: 4400,
  noSession: 4401,
  forbidden: 4403,
  unknown: 4404,
  /** The draft was tabled or discarded: what the client still holds unsaved goes to its tray. */
  draftClosed: 4410,
  tooLarge: 4413,
  tooMany: 4429,
  restarting: 1012,
} as const

/** What the server stamps on presence (rule P4); a client may say only where it is. */
export interface Presence {
  readonly user: {
    /** Empty for an observer who does not wish to be named. */
    readonly name: string
    readonly delegation: string | null
    readonly role: string
  }
  /** The clause that the person is reading or writing. */
  readonly clause?: string | null
  /** Relative positions of the caret in a draft, `{ anchor, head }`, in the words of a block. */
  readonly cursor?: unknown
}

/** Payload of `MESSAGE.mine`. */
export interface Mine {
  readonly drafts: readonly Draft[]
}

/** Payload of `MESSAGE.notes`. */
export interface Notes {
  readonly notes: readonly Note[]
}
