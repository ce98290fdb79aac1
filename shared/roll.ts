import type { Actor } from './actor.ts'
import type { Remark, Signed } from './endorsement.ts'
import type { CapacityId, DelegationCode, Instant, PaperId, Sha256 } from './ids.ts'

/** What the record holds of endorsement: whose name stands where, how it came there, and what was taken back. */

/**
 * The final text in another language, as the secretariat laid it for those who read that one. It is no other text:
 * what is signed are the words of the version, which alone are authentic.
 */
export interface LanguageVersion {
  /** BCP 47. */
  readonly language: string
  readonly version: number
  /** Of the authentic words. */
  readonly hash: Sha256
  /** Of the words in this language, in the canonical form of all words (`paraph-words/1`). */
  readonly words: Sha256
  readonly at: Instant
  readonly by: Actor
  readonly act: number
}

export interface Statement {
  readonly kind: 'reservation' | 'explanation'
  readonly words: string
}

/** Rule E1: one exact text, one State, one capacity. */
export interface Endorsement {
  readonly state: DelegationCode
  readonly version: number
  readonly hash: Sha256
  /** The signatory's name and title as they shall stand on the roll. */
  readonly name: string
  readonly title: string
  /** `remarksOf` reads it. Of the first release, which had no remarks. */
  readonly statement?: Statement | null
  readonly remarks?: readonly Remark[]
  /** By the signatory's own device; neither this nor a paper where the first release wrote it. */
  readonly signed?: Signed
  readonly paper?: PaperTrail
  /** The symbol of the addendum that a late one went into. */
  readonly addendum?: string
  readonly at: Instant
  readonly by: Actor
  readonly act: number
}

/** Who recorded a signed paper, and what they wrote of it. Whoever did the act confirmed it. */
export interface PaperTrail {
  readonly id: PaperId
  readonly capacity: CapacityId
  readonly note: string
  readonly by: Actor
  readonly at: Instant
}

/** An endorsement that its State has taken back. Nothing of it is erased. */
export interface Withdrawal {
  readonly endorsement: Endorsement
  readonly at: Instant
  readonly by: Actor
  readonly act: number
}

/** Whether endorsements are taken, and for which place they are signed. */
export interface Endorsing {
  readonly isOpen: boolean
  /** The public address, whose host devices keep the keys for. */
  readonly origin: string
  /** The act that opened it: whoever signs has seen at least that much. */
  readonly act: number
  /** Where late endorsements go after the meeting; null before its end. */
  readonly addendum: string | null
  readonly addenda: number
}

/** A paper that a signatory signed by hand, before it counts. */
export interface Paper extends PaperFacts {
  readonly id: PaperId
  readonly version: number
  readonly hash: Sha256
  readonly at: Instant
  readonly by: Actor
}

export interface PaperFacts {
  readonly does: 'endorse' | 'withdraw'
  /** Of the signatory. */
  readonly capacity: CapacityId
  readonly state: DelegationCode
  readonly name: string
  readonly title: string
  readonly remarks: readonly Remark[]
  /** The date on the paper, and where it is kept. */
  readonly note: string
}

/** Remarks of any release: the first knew one statement at most, and no signatures. */
export const remarksOf = ({
  remarks,
  statement,
}: Pick<Endorsement, 'remarks' | 'statement'>): readonly Remark[] => remarks ?? (statement ? [statement] : [])

/** The endorsement of a State that is in force. */
export const endorsementOf = (
  { endorsements }: { readonly endorsements: readonly Endorsement[] },
  state: DelegationCode | null,
): Endorsement | null => endorsements.find((it) => it.state === state) ?? null
