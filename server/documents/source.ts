import type { Act } from '../../shared/act.ts'
import type { Conference } from '../../shared/api.ts'
import type { Counted } from '../../shared/document.ts'
import type { DelegationCode, Pen, Sha256 } from '../../shared/ids.ts'

/** What a declaration gives for a document: little to gather, all of one moment, and it can go to another thread. */
export interface DeclarationSource {
  /** The text with every word that ever stood in it, as a Yjs update. */
  readonly text: Uint8Array
  /** The public acts, oldest first. */
  readonly acts: readonly Act[]
  /** Every wording that was tabled, as it was engrossed, by pen. */
  readonly engrossed: ReadonlyMap<Pen, Uint8Array>
  /** Of the ledger of these acts. */
  readonly head: { readonly size: number; readonly root: Sha256 }
  readonly present: readonly DelegationCode[]
}

/** The same with what stands around the declaration. */
export interface Source extends Omit<DeclarationSource, 'head' | 'present'> {
  readonly conference: Conference
  readonly counted: Counted
  /** The public origin, where the document can be checked. */
  readonly origin: string
  /** The signed head of the ledger, and the key by which it is checked. */
  readonly checkpoint: string
  readonly key: string
}
