import type { Actor } from './actor.ts'
import type { Edits, Hunk, Moved } from './edits.ts'
import type { AmendmentId, ById, DelegationCode, Instant, Pen, Sha256 } from './ids.ts'
import type { Standing } from './standing.ts'

/** A proposal to change the text, or another proposal, as it was tabled and as it stands since. */
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
