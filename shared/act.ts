import type { AmendmentStep } from './act-amendment.ts'
import type { EndorsementStep } from './act-endorsement.ts'
import type { SilenceStep } from './act-silence.ts'
import type { Actor } from './actor.ts'
import type { BlockId, DelegationCode, DraftId, Instant, NoteId, Pen, Sha256, ThreadId } from './ids.ts'
import type { Labels } from './numbering.ts'
import type { DeclarationHead, Draft, Ladder, OnScreen, Sharing, Subject, VersionHead } from './record.ts'
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
  | AmendmentStep
  | SilenceStep
  | EndorsementStep

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
