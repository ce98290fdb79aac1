import type { Signatory } from '../endorsement.ts'
import type { DelegationCode, Instant, Sha256 } from '../ids.ts'
import type { DeclarationHead, VersionHead } from '../record.ts'
import type { Endorsement, Endorsing, LanguageVersion, Withdrawal } from '../roll.ts'
import type { Stage } from '../stage.ts'
import type { SigningState } from './people.ts'

/** `GET /api/declarations/<id>/endorsing?as=&known=`: all that a signatory's page shows. */
export interface SignatoryAnswer extends EndorsingAnswer {
  /** One's own keys; null for whoever is no signatory. */
  readonly signing: SigningState | null
  /** Stands for all of it but the time: asked with it as `If-None-Match`, what is still so is not sent again. */
  readonly tag: string
}

/** What of it is of one moment of the declaration. */
export interface EndorsingAnswer {
  readonly declaration: DeclarationHead
  readonly stage: Stage
  /** By the server's clock. */
  readonly time: Instant
  /** The head of the ledger: what whoever signs now has seen. */
  readonly ledger: { readonly size: number; readonly root: Sha256 }
  /** The final version, once there is one. */
  readonly version: VersionHead | null
  /** As `VersionAnswer` has them; null where `known` is their hash already. */
  readonly words: string | null
  /** Those in which the final text was laid beside the authentic one. */
  readonly languages: readonly LanguageVersion[]
  readonly endorsing: Endorsing | null
  /** Whoever asks, as published; null where the list doesn't name them. */
  readonly signatory: Signatory | null
  /** That of one's own State, in force. */
  readonly endorsement: Endorsement | null
  /** Taken back by one's own State, the last of them. */
  readonly withdrawal: Withdrawal | null
}

/** `GET /api/declarations/<id>/languages/<language>?as=`: the final text in another language. */
export interface LanguageAnswer {
  readonly head: LanguageVersion
  /** Canonical JSON, as `VersionAnswer` has the authentic ones; `head.words` is its hash. */
  readonly words: string
}

/** `GET /api/declarations/<id>/roll?as=`. Four different things, counted by State. */
export interface Roll {
  readonly invited: number
  readonly accredited: readonly DelegationCode[]
  readonly present: readonly DelegationCode[]
  readonly endorsements: readonly Endorsement[]
  readonly version: VersionHead | null
}
