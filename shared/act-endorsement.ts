import type { Remark, Signatory, Signed } from './endorsement.ts'
import type { CapacityId, DelegationCode, PaperId, Sha256 } from './ids.ts'
import type { LaidWords } from './language-version.ts'
import type { PaperFacts, PaperTrail, Statement } from './roll.ts'

/** Who endorses the final text, and how. */
export type EndorsementStep =
  | ({
      /** The final text in another language, before endorsement opens; it takes the place of what was laid in it. */
      readonly kind: 'language version laid'
      readonly version: number
      readonly hash: Sha256
      readonly words: Sha256
    } & LaidWords)
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
