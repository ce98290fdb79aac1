import type { AmendmentId, DeclarationId, Sha256 } from '../ids.ts'
import type { VersionHead } from '../record.ts'
import type { Stage } from '../stage.ts'
import type { Fate } from '../standing.ts'

export const TEXT_VIEWS = ['clean', 'compilation', 'amended'] as const
export type TextView = (typeof TEXT_VIEWS)[number]

/** `GET /api/declarations/<id>/text?as=clean|compilation|amended&with=FRA-1,BRA-2&version=<n>` as JSON. */
export interface TextAnswer {
  readonly declaration: DeclarationId
  readonly view: TextView
  readonly symbol: string
  readonly stage: Stage
  /** The version asked for, or null for the text as it stands. */
  readonly version: number | null
  /** `wordsHash` of the words that are shown when the view is clean or amended. */
  readonly hash: Sha256 | null
  readonly blocks: readonly TextBlock[]
}

/**
 * `GET /api/declarations/<id>/outcome?with=FRA-1,BRA-2`: what accepting these, one after the other, would come to,
 * and what would become of every other pending amendment.
 */
export interface OutcomeAnswer {
  /** Those that can be accepted; one that an earlier one leaves nothing of can not. */
  readonly accepted: readonly AmendmentId[]
  readonly fates: Readonly<{ [amendment: AmendmentId]: Fate }>
  /** The text as amended by those accepted, as `TextAnswer` gives it. */
  readonly blocks: readonly TextBlock[]
}

export interface TextBlock {
  readonly id: string
  readonly kind: 'title' | 'clause'
  readonly label: string
  /** What stands after the clause: derived punctuation. */
  readonly end: string
  /** For `amended`: the redline against the text; otherwise a single kept span. */
  readonly spans: readonly TextSpan[]
  /** For `amended`: where a clause that is moved stood, the block before it; null: first of all. */
  readonly moved?: { readonly from: string | null; readonly amendment: string | null }
  /** The block as a line of plain text in this view, without its label. */
  readonly plain: string
}

export interface TextSpan {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  /** The amendment that brought the words, or that takes them out; null for the text as laid. */
  readonly amendment: string | null
}

/** `GET /api/declarations/<id>/versions/<n>?as=`. */
export interface VersionAnswer {
  readonly head: VersionHead
  /** The exact bytes whose SHA-256 is `head.hash`, as UTF-8 text (RFC 8785). */
  readonly words: string
  /** The exact bytes whose SHA-256 is `head.state`, as UTF-8 text (RFC 8785). */
  readonly state: string
}
