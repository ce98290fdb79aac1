import type { Base, Stand } from './amendment.ts'
import type { Edits, Hunk, Moved } from './edits.ts'
import type { AmendmentId, DelegationCode, DraftId, Pen, Sha256 } from './ids.ts'
import type { Labels } from './numbering.ts'

/** What becomes of amendments: they are tabled, supported and decided on. */
export type AmendmentStep =
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

export interface NewWording {
  readonly amendment: AmendmentId
  readonly revision: number
  readonly wording: Sha256
  readonly edits: Edits
}
