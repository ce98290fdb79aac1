import type { Edits, Hunk, Moved } from './edits.ts'
import type { Remark, Signatory, Signed } from './endorsement.ts'
import type {
  AmendmentId,
  BlockId,
  CapacityId,
  DelegationCode,
  DraftId,
  Instant,
  NoteId,
  PaperId,
  Pen,
  Sha256,
  ThreadId,
} from './ids.ts'
import type {
  Actor,
  Base,
  DeclarationHead,
  Draft,
  Ladder,
  OnScreen,
  Sharing,
  Stand,
  Subject,
  VersionHead,
} from './record.ts'
import type { PaperFacts, PaperTrail, Statement } from './roll.ts'
import type { Stage } from './stage.ts'
import type { Block } from './text.ts'

/**
 * One official step. Acts are what the journal is for: folding them (`enact`) gives the record, and the
 * Yjs updates that stand beside them in the journal give the text.
 */
export type Act = ActHead & Step

export interface ActHead {
  /** Counts from 0 within a declaration, without gaps. */
  readonly act: number
  readonly at: Instant
  readonly by: Actor
}

export type Step =
  | {
      readonly kind: 'declaration laid'
      readonly declaration: DeclarationHead
      readonly blocks: readonly Block[]
      readonly labels: Labels
      /** Version 0: the text as laid. */
      readonly version: VersionHead
    }
  | {
      readonly kind: 'draft opened'
      readonly draft: Draft
      /** Of words that it starts with besides those of amendments: the act comes with them. */
      readonly pen?: Pen
    }
  | {
      readonly kind: 'draft shared'
      readonly draft: DraftId
      readonly sharing: Sharing
      readonly members: readonly DelegationCode[]
    }
  | { readonly kind: 'draft discarded'; readonly draft: DraftId }
  | {
      readonly kind: 'amendment tabled'
      readonly amendment: AmendmentId
      readonly sponsor: DelegationCode
      /** Delegations that wrote along and are asked to put their names to it. */
      readonly invited: readonly DelegationCode[]
      /** Null where the words of a withdrawn amendment are taken up. */
      readonly draft: DraftId | null
      readonly takenUp?: AmendmentId
      readonly amends?: Base
      readonly revision: number
      readonly wording: Sha256
      readonly edits: Edits
      readonly reason: string
      readonly pen: Pen
      /** Of a compromise: the amendments that it would take the place of. */
      readonly of?: readonly AmendmentId[]
    }
  | {
      /** What it amends was given other words, and it makes the same changes in those. */
      readonly kind: 'amendment restated'
      readonly amendment: AmendmentId
      readonly amends: Base
      readonly revision: number
      readonly wording: Sha256
      readonly edits: Edits
      readonly pen: Pen
    }
  | { readonly kind: 'amendment withdrawn'; readonly amendment: AmendmentId }
  | {
      readonly kind: 'amendment co-sponsored'
      readonly amendment: AmendmentId
      readonly delegation: DelegationCode
      /** The wording confirmed, or null when the name is taken off. */
      readonly wording: Sha256 | null
    }
  | {
      /** Asked to put their names to the amendment. */
      readonly kind: 'co-sponsors invited'
      readonly amendment: AmendmentId
      readonly delegations: readonly DelegationCode[]
    }
  | {
      readonly kind: 'position taken'
      readonly amendment: AmendmentId
      readonly delegation: DelegationCode
      readonly stand: Stand | 'none'
      readonly why: string
    }
  | {
      readonly kind: 'opted out'
      readonly amendment: AmendmentId
      readonly group: DelegationCode
      readonly delegation: DelegationCode
      /** False: the member is with its group again. */
      readonly out: boolean
    }
  | {
      readonly kind: 'amendment accepted'
      readonly amendment: AmendmentId
      readonly wording: Sha256
      readonly note: string
      /** Labels given to the clauses that it brought. */
      readonly labels: Labels
      /** Changes that had fallen away: then the act comes with an update of its own. */
      readonly lost?: readonly Hunk[]
      /** Moves that had fallen away: of clauses that were moved or struck since. */
      readonly lostMoves?: readonly Moved[]
      /** Amendments that a compromise takes the place of. */
      readonly supersedes?: readonly AmendmentId[]
      /** Amendments that the desk had tied to this one, and that fall with its acceptance. */
      readonly falls?: readonly AmendmentId[]
      /** Of a sub-amendment: the new wording that it gives its parent. The act comes with that one's update. */
      readonly parent?: NewWording
    }
  | {
      readonly kind: 'compromise answered'
      readonly amendment: AmendmentId
      readonly delegation: DelegationCode
      readonly wording: Sha256
      readonly accepts: boolean
      readonly why: string
    }
  | {
      /** It takes part no more: its positions on what is pending lapse. */
      readonly kind: 'group dissolved'
      readonly group: DelegationCode
    }
  | { readonly kind: 'order changed'; readonly order: readonly AmendmentId[] }
  | {
      readonly kind: 'amendment tied'
      readonly amendment: AmendmentId
      readonly fallsIf: readonly AmendmentId[]
    }
  | { readonly kind: 'amendment rejected'; readonly amendment: AmendmentId; readonly note: string }
  | {
      readonly kind: 'consolidation adopted'
      readonly amendment: AmendmentId
      readonly draft: DraftId
      readonly wording: Sha256
      readonly edits: Edits
      readonly pen: Pen
      readonly note: string
      readonly labels: Labels
      /** The amendments that it was made of, where they were pending still: it takes their place. */
      readonly supersedes?: readonly AmendmentId[]
    }
  | {
      /** The words of a version again: new characters, for what was taken out never comes back by its old ids. */
      readonly kind: 'text restored'
      readonly amendment: AmendmentId
      readonly version: number
      readonly wording: Sha256
      readonly edits: Edits
      readonly pen: Pen
      readonly note: string
      readonly labels: Labels
    }
  | {
      readonly kind: 'clause marked'
      readonly clause: BlockId
      readonly ladder: Ladder
      readonly awaiting: readonly DelegationCode[]
    }
  | {
      /** The delegation's capital confirms what was agreed ad referendum; the last one makes it agreed. */
      readonly kind: 'clause confirmed'
      readonly clause: BlockId
      readonly delegation: DelegationCode
      /** Hash of the clause's words that were confirmed: `wordsOfClause` in `clause.ts`. */
      readonly words: Sha256
    }
  | {
      readonly kind: 'comment made'
      readonly thread: ThreadId
      readonly on: Subject
      readonly words: string
    }
  | { readonly kind: 'comment replied to'; readonly thread: ThreadId; readonly words: string }
  | { readonly kind: 'thread resolved'; readonly thread: ThreadId; readonly resolved: boolean }
  | {
      readonly kind: 'note made'
      readonly note: NoteId
      /** The only ones who ever read it. */
      readonly delegation: DelegationCode
      readonly on: Subject
      /** The note that it replies to. */
      readonly to?: NoteId
      readonly words: string
    }
  | { readonly kind: 'note removed'; readonly note: NoteId; readonly delegation: DelegationCode }
  | { readonly kind: 'screen turned'; readonly screen: OnScreen }
  | { readonly kind: 'version issued'; readonly version: VersionHead }
  | {
      readonly kind: 'stage moved'
      readonly from: Stage
      readonly to: Stage
      /** Moving to `final` issues the version that ministers endorse. */
      readonly version: VersionHead | null
    }
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
  | {
      readonly kind: 'text endorsed'
      readonly state: DelegationCode
      readonly version: number
      readonly hash: Sha256
      readonly name: string
      readonly title: string
      /** Of the first release, in place of `remarks`. */
      readonly statement?: Statement | null
      readonly remarks?: readonly Remark[]
      /** By the signatory's device. */
      readonly signed?: Signed
      /** Signed by hand: the act confirms what another of the secretariat recorded. */
      readonly paper?: PaperTrail
      readonly addendum?: string
    }
  | {
      /** Who may endorse from now on, with their keys; those of a capacity take the place of what was said of it. */
      readonly kind: 'signatories listed'
      readonly signatories: readonly Signatory[]
      readonly struck: readonly CapacityId[]
    }
  | {
      /** After the meeting: an addendum, for those who come late. */
      readonly kind: 'endorsement opened'
      readonly version: number
      readonly hash: Sha256
      readonly origin: string
      readonly addendum: string | null
    }
  | { readonly kind: 'addendum closed'; readonly addendum: string }
  | {
      /** Whether everybody may see the final text and its roll, signed in or not. */
      readonly kind: 'roll published'
      readonly published: boolean
    }
  | {
      readonly kind: 'endorsement withdrawn'
      readonly state: DelegationCode
      /** The act that is withdrawn. */
      readonly endorsement: number
      readonly signed?: Signed
      readonly paper?: PaperTrail
    }
  | ({
      readonly kind: 'paper recorded'
      readonly paper: PaperId
      readonly version: number
      readonly hash: Sha256
    } & PaperFacts)
  | { readonly kind: 'paper rejected'; readonly paper: PaperId }

export interface NewWording {
  readonly amendment: AmendmentId
  readonly revision: number
  readonly wording: Sha256
  readonly edits: Edits
}

export type Labels = Readonly<{ [clause: BlockId]: string }>

/** Acts about drafts and notes are internal to their delegations, and the screen is no part of the record. */
const INTERNAL: ReadonlySet<Act['kind']> = new Set<Act['kind']>([
  'draft opened',
  'draft shared',
  'draft discarded',
  'note made',
  'note removed',
  'screen turned',
])

/** All others are public. */
export const isPublic = ({ kind }: Act): boolean => !INTERNAL.has(kind)
