import type { Actor } from './actor.ts'
import type { Edits, Hunk, Moved } from './edits.ts'
import type { Signatory } from './endorsement.ts'
import type {
  AmendmentId,
  BlockId,
  DeclarationId,
  DelegationCode,
  DraftId,
  Instant,
  Pen,
  Sha256,
  ThreadId,
} from './ids.ts'
import type { Range } from './items.ts'
import type { Endorsement, Endorsing, Paper, Withdrawal } from './roll.ts'
import type { Receipt, Silence } from './silence.ts'
import type { Stage } from './stage.ts'
import type { Standing } from './standing.ts'

export type { Actor } from './actor.ts'

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

export type ById<T> = Readonly<{ [id: string]: T }>

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

/** One exact wording of an amendment, by the pen that it was engrossed with. */
export interface Base {
  readonly amendment: AmendmentId
  readonly pen: Pen
}

/**
 * `superseded`: a compromise took its place. `fallen`: the desk had tied it to one that was carried, or what it
 * amended is not there any more.
 */
export type AmendmentState = 'pending' | 'accepted' | 'rejected' | 'withdrawn' | 'superseded' | 'fallen'
export type Stand = 'support' | 'oppose' | 'reserve'

export interface Position {
  readonly stand: Stand
  readonly why: string
  readonly at: Instant
}

export interface Revision {
  readonly revision: number
  readonly wording: Sha256
  /** The edits as tabled, against the text of that moment. */
  readonly edits: Edits
  readonly reason: string
  readonly pen: Pen
  readonly at: Instant
  readonly by: Actor
  /**
   * The sub-amendment whose acceptance made this wording: then nobody has consented to it by tabling it; the sponsor
   * has, where it was the one who accepted.
   */
  readonly amendedBy?: AmendmentId
  /** Of a sub-amendment: the same changes in the new wording of what it amends, to which nobody has consented yet. */
  readonly restated?: boolean
}

export interface Amendment {
  readonly id: AmendmentId
  readonly sponsor: DelegationCode
  /** In the order of tabling, over all delegations: 1, 2 … What the secretariat consolidates has 0. */
  readonly number: number
  /** The withdrawn amendment whose words the sponsor took up. */
  readonly takenUp: AmendmentId | null
  /** The wording that it amends; null for an amendment to the text. */
  readonly amends: Base | null
  /**
   * Rule A4: the wording that each co-sponsor put its name to; null for one asked that has not confirmed. The sponsor
   * itself stands here only while a sub-amendment has changed its words.
   */
  readonly cosponsors: ById<Sha256 | null>
  readonly state: AmendmentState
  /** Every wording that was tabled, oldest first; the last one is in force. Never empty. */
  readonly revisions: readonly [Revision, ...Revision[]]
  readonly positions: ById<Position>
  /** How it ended: who decided, or withdrew, and when; null while it is pending. */
  readonly decision: Decision | null
  /** Changes that had fallen away when it was accepted: the text had moved on. */
  readonly lost: readonly Hunk[]
  /** Moves that had fallen away by then; left out where there are none. */
  readonly lostMoves?: readonly Moved[]
  /** True for a consolidation draft adopted at a stroke. */
  readonly consolidation: boolean
  /** The version whose words it brought back. */
  readonly restores?: number
  /** Members that opted out of what their group says of this amendment, by group. */
  readonly optOuts?: ById<readonly DelegationCode[]>
  /** Its place among its rivals, where the desk changed the order of decision; 0 is first. */
  readonly rank?: number
  /** Set by the desk: it falls as soon as one of these is accepted. */
  readonly fallsIf?: readonly AmendmentId[]
  /** Of a compromise: what it was made from, and what the sponsors asked say to it. */
  readonly compromise?: Compromise
  /** What was accepted in its place, or made it fall. */
  readonly gaveWay?: GivingWay
}

export interface Compromise {
  readonly of: readonly AmendmentId[]
  readonly answers: ById<CompromiseAnswer>
}

/** Rule A4: to one exact wording. */
export interface CompromiseAnswer {
  readonly accepts: boolean
  readonly wording: Sha256
  readonly why: string
  readonly at: Instant
}

/** The sponsors of an amendment at the moment when another took its place, by what they had said to that. */
export interface GivingWay {
  readonly to: AmendmentId
  readonly consented: readonly DelegationCode[]
  readonly declined: readonly DelegationCode[]
  readonly unanswered: readonly DelegationCode[]
}

export interface Decision {
  readonly act: number
  readonly at: Instant
  readonly by: Actor
  readonly note: string
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

/** What the server adds to a pending amendment whenever the text moves. Derived, never journalled as fact. */
export interface Effect {
  /** What accepting it would do to the text as it stands now. */
  readonly edits: Edits
  readonly standing: Standing
  /** Changes that fell away: their words are gone from the text. */
  readonly lost: readonly Hunk[]
  /** Moves that fell away: the clauses were moved or struck by others. Left out where there are none. */
  readonly lostMoves?: readonly Moved[]
}

export const wordingInForce = (amendment: Pick<Amendment, 'revisions'>): Revision =>
  amendment.revisions[amendment.revisions.length - 1] ?? amendment.revisions[0]

/**
 * Sponsor first, then those who put their name to the wording in force, by code. None at all where a sub-amendment
 * changed the words and nobody has confirmed them yet.
 */
export function sponsorsOf({ sponsor, cosponsors, ...amendment }: Amendment): readonly DelegationCode[] {
  const { wording } = wordingInForce(amendment)
  const isNamed = (code: DelegationCode) =>
    code === sponsor && !(code in cosponsors) ? true : cosponsors[code] === wording
  const others = Object.keys(cosponsors).filter((code) => code !== sponsor)
  return [sponsor, ...others.sort()].filter(isNamed)
}

export const finalVersion = (record: Record): VersionHead | null =>
  record.versions.find((version) => version.final) ?? null

/** What is endorsed now: the final version, while endorsement or an addendum is open. */
export const openVersion = ({ endorsing, versions }: Record): VersionHead | null =>
  (endorsing?.isOpen && versions.find((version) => version.final)) || null
