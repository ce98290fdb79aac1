import type { Actor } from './actor.ts'
import type { Amendment, Base } from './amendment.ts'
import type { Signatory } from './endorsement.ts'
import type {
  AmendmentId,
  BlockId,
  ById,
  DeclarationId,
  DelegationCode,
  DraftId,
  Instant,
  Sha256,
  ThreadId,
} from './ids.ts'
import type { Range } from './items.ts'
import type { Endorsement, Endorsing, LanguageVersion, Paper, Withdrawal } from './roll.ts'
import type { Receipt, Silence } from './silence.ts'
import type { Stage } from './stage.ts'

/**
 * The record: what everybody in the room must see live and nobody may write directly. It is folded from the
 * acts (`enact`), and mirrored by the server into the Y.Map `record` of the declaration's document
 * (`mirror.ts`), where clients read it.
 */
export interface Record {
  readonly declaration: DeclarationHead
  readonly stage: Stage
  /** The title and every clause that is or was in the text. */
  readonly clauses: ById<ClauseStatus>
  readonly drafts: ById<Draft>
  readonly amendments: ById<Amendment>
  readonly threads: ById<Thread>
  /** Groups that have acted here, each with the members that it spoke for when it last did. */
  readonly groups: ById<readonly DelegationCode[]>
  /** Oldest first. The first is the text as it was laid before the meeting. */
  readonly versions: readonly VersionHead[]
  /** The final text in other languages, by language; not where none was laid. */
  readonly languages?: ById<LanguageVersion>
  /** Those who may endorse, as published, by capacity. */
  readonly signatories: ById<Signatory>
  /** Nothing before the secretariat has opened endorsement. */
  readonly endorsing?: Endorsing
  /** Those in force, in the order in which they were made: one of a State at most. */
  readonly endorsements: readonly Endorsement[]
  /** The last silence procedure, running or ended; none where there was none. */
  readonly silence?: Silence
  /** Delegations that have opened the text that it freezes. */
  readonly receipts?: ById<Receipt>
  /** In the order in which they were made. */
  readonly withdrawals: readonly Withdrawal[]
  /** Signed papers that one of the secretariat recorded and another has yet to confirm. */
  readonly papers: ById<Paper>
  /** Whether everybody may see the final text and its roll; not where nothing is said. */
  readonly isPublic?: boolean
  /** What the desk has put on the projector; nothing yet where it is not there. */
  readonly screen?: OnScreen
  /** How many acts have been folded in; the next act has this number. */
  readonly acts: number
}

export interface DeclarationHead {
  readonly id: DeclarationId
  /** The root symbol, such as `A/CONF.2009/L.1`. Versions add `/Rev.1` and so on. */
  readonly symbol: string
  /** BCP 47. */
  readonly language: string
  /** What stands after each clause; derived when shown, never typed. */
  readonly punctuation: Punctuation
}

export interface Punctuation {
  readonly between: string
  readonly beforeLast: string
  readonly last: string
}

export const LADDER = ['open', 'bracketed', 'ad referendum', 'agreed'] as const
export type Ladder = (typeof LADDER)[number]

export interface ClauseStatus {
  /** `3`, `3 bis`; empty for the title. A label that has been given never moves. */
  readonly label: string
  readonly ladder: Ladder
  /** Whose capitals must still confirm; only while `ad referendum`. */
  readonly awaiting: readonly DelegationCode[]
}

export type Sharing = 'private' | 'live'

export interface Draft {
  readonly id: DraftId
  readonly kind: 'amendment' | 'consolidation' | 'compromise'
  /** The delegation that opened it and will sponsor it. */
  readonly delegation: DelegationCode
  /** Delegations invited to write in it too. */
  readonly members: readonly DelegationCode[]
  /** `live`: the whole room sees the words grow. `private`: only members know that the draft exists. */
  readonly sharing: Sharing
  /** The amendment that this draft, once tabled, gives a new wording. */
  readonly revises: AmendmentId | null
  /** The wording that this draft, once tabled, amends: a sub-amendment. */
  readonly amends?: Base
  /** Amendments that the draft is made of: it started with their words. */
  readonly from: readonly AmendmentId[]
  /**
   * Those of them that compete for the same words: the draft starts without theirs, and who writes it chooses among
   * them. Run together they would be words that nobody proposed.
   */
  readonly alternatives?: readonly AmendmentId[]
  readonly opened: Instant
}

/** What a comment hangs on. A quote keeps the words that it was about when they change. */
export type Subject =
  | {
      readonly clause: BlockId
      readonly quote: string | null
      /** The characters quoted, by id: where they stand now, however the clause has changed. */
      readonly anchor?: readonly Range[]
    }
  | { readonly amendment: AmendmentId }

/** One clause, large; with one of its amendments alone, or all that are pending. */
export interface OnScreen {
  readonly clause: BlockId
  readonly amendment: AmendmentId | null
}

export interface Comment {
  readonly words: string
  readonly by: Actor
  readonly at: Instant
}

export interface Thread {
  readonly id: ThreadId
  readonly on: Subject
  /** The comment and its replies, oldest first. Never empty. */
  readonly comments: readonly [Comment, ...Comment[]]
  readonly resolved: { readonly by: Actor; readonly at: Instant } | null
}

export interface VersionHead {
  /** 0 for the text as laid before the meeting, then 1, 2 … */
  readonly number: number
  readonly symbol: string
  readonly note: string
  readonly stage: Stage
  /** Of the words that a person reads: `wordsHash` in `version.ts`. What an endorsement signs. */
  readonly hash: Sha256
  /** Of the canonical bytes with every item id: `stateHash` in `version.ts` (rule V1). */
  readonly state: Sha256
  readonly at: Instant
  readonly by: Actor
  /** What it was frozen before, where nobody issued it: the next stage, or decisions. */
  readonly automatic?: 'stage' | 'decisions'
  /** The text that ministers endorse. At most one version of a declaration is final. */
  readonly final: boolean
}

export const finalVersion = (record: Record): VersionHead | null =>
  record.versions.find((version) => version.final) ?? null

/** What is endorsed now: the final version, while endorsement or an addendum is open. */
export const openVersion = ({ endorsing, versions }: Record): VersionHead | null =>
  (endorsing?.isOpen && versions.find((version) => version.final)) || null
