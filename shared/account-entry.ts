import type { Actor } from './actor.ts'
import type { GivingWay } from './amendment.ts'
import type { AmendmentId, BlockId, Instant } from './ids.ts'
import type { BlockItem, Sight } from './items.ts'
import type { Names } from './provenance.ts'
import type { Record } from './record.ts'

export interface AccountEntry {
  readonly amendment: AmendmentId
  readonly revision: number
  readonly clause: BlockId
  /** What was proposed for the words. */
  readonly would: 'come in' | 'go out' | 'move'
  /** Empty where the clause is to move: it takes its words along. */
  readonly words: string
  /** Where it is to move: the clause that it would stand after; null: first of all. */
  readonly after: BlockId | null
  readonly place: Place
  /** Who put them there. */
  readonly by: Actor
  readonly at: Instant
  /** Through which other amendment, where it is another's doing. */
  readonly through: AmendmentId | null
  /** Of superseded words: what the sponsors had said. */
  readonly consent: GivingWay | null
}

export type Place =
  /** Accepted, and they stand; of a clause that was to move: it stands there by this amendment. */
  | 'in the text'
  /** Accepted, and taken out again by another amendment; of a clause: moved again. */
  | 'taken out again'
  /** Of an accepted amendment, but they had lost their place by then, and did not come in. */
  | 'fell away'
  /** Accepted: these words of the text are gone, as proposed. */
  | 'taken out'
  | 'pending'
  /** Still pending, but the words that they depend on are gone. */
  | 'overtaken'
  /** Still pending; another that says the same was accepted. */
  | 'carried'
  /** Of an earlier revision, which a later one replaced. */
  | 'revised'
  | 'withdrawn'
  | 'rejected'
  | 'superseded with consent'
  | 'superseded without consent'
  | 'fallen'

export interface Nameless {
  readonly clause: BlockId
  readonly words: string
  readonly how: 'came in' | 'went out' | 'moved'
}

/** What an account is read from. */
export interface Sights {
  readonly record: Pick<Record, 'amendments'>
  readonly blocks: readonly BlockItem[]
  readonly sight: Sight
  readonly names: Names
}

/** Where words are; without `by` and `at`, it is their own tabling that put them there. */
export type Whereabouts = Pick<AccountEntry, 'place'> & Partial<AccountEntry>
