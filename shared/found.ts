import type { Brought, Room } from './bringing.ts'
import type { DocumentKind } from './document.ts'
import type { BlockId, Instant, ThreadId } from './ids.ts'

/** What was found in a file that came back, to be confirmed before anything of it is done. */
export interface Found {
  /** Which of our files it is. */
  readonly issued: {
    readonly view: DocumentKind
    /** Number of the act right after which the text stood as in the file, and when that was. */
    readonly act: number
    readonly at: Instant
    /** Symbol of the version that it shows; null for the text as it stood. */
    readonly symbol: string | null
  }
  /** By clause, in reading order, as changes of the text as it stands today. */
  readonly changes: readonly FoundChange[]
  readonly comments: readonly FoundComment[]
  /** What has no place in the text as it stands today: handed back in words. */
  readonly lost: readonly LostChange[]
  readonly oddities: readonly { readonly what: Oddity; readonly count: number }[]
  /** In each draft that begins with some of the changes. */
  readonly room: Room
}

/** What stands in a file and no clause can hold. */
export type Oddity = 'table' | 'picture' | 'footnote' | 'formula' | 'number'

/** Everything that was changed in one clause, or the new clauses that stand after one. */
export interface FoundChange {
  /** The clause; of new ones, that after which they stand (null: first of all). */
  readonly clause: BlockId | null
  readonly kind: 'words' | 'struck' | 'moved' | 'new'
  /** Of the clause; of new ones, of that after which they stand. */
  readonly label: string
  /** The clause as it stands today; empty for new ones. */
  readonly stands: string
  readonly brought: Brought
  readonly tracked: Tracking
  /** The words around it have changed since the file was issued. */
  readonly movedOn: boolean
  /** As the file says. */
  readonly authors: readonly string[]
}

/** Whether the word processor recorded a change. Of the two, `no` is what somebody may have overlooked. */
export type Tracking = 'yes' | 'no' | 'partly'

export interface FoundComment {
  readonly clause: BlockId
  readonly label: string
  /** The words that it hangs on, and where they begin in the clause as it stands; null for the whole clause. */
  readonly quote: string | null
  readonly at: number | null
  readonly words: string
  readonly author: string
  /** The comment in the room that it answers. */
  readonly answers: ThreadId | null
}

export interface LostChange {
  readonly what: 'words' | 'move'
  readonly label: string
  readonly was: string
  readonly insert: string
  /**
   * `overtaken`: its words are gone; `there`: the text reads so already; `proposal`: it changes words of an amendment;
   * `too-long`: it is more than a draft has room for; `beside`: it stands in no clause.
   */
  readonly why: 'overtaken' | 'there' | 'proposal' | 'too-long' | 'beside'
}

/** What was found in a file that is to become a declaration: read, and not yet laid before anybody. */
export interface FoundText {
  /** Empty where the file names none. */
  readonly title: string
  /** BCP 47; null where the file doesn't say, or names none that is known here. */
  readonly language: string | null
  /** Without their numbers and the punctuation after them, which are derived when they are shown. */
  readonly clauses: readonly string[]
}
