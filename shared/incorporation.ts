import * as Y from 'yjs'
import { type Edits, editsAsWritten } from './edits.ts'
import { asAmended } from './engross.ts'
import type { Sight } from './items.ts'
import { withPlaces } from './remains.ts'

/** The words of an amendment and of what amends it, as one wording. */
export interface Incorporated {
  readonly edits: Edits
  /** Each word keeps its own author's pen. */
  readonly engrossed: Uint8Array
}

/** `own` is what is left of the amendment in this text, `sub` what is left of the sub-amendment in both. */
export function incorporated(text: Y.Doc, sight: Sight, own: Uint8Array, sub: Uint8Array): Incorporated {
  const engrossed = Y.mergeUpdates([own, sub])
  const amended = asAmended(text, [engrossed])
  return { edits: withPlaces(sight, amended, editsAsWritten(sight, amended)), engrossed }
}
