import { hashOf } from './hash.ts'
import type { BlockId, Sha256 } from './ids.ts'

/** The exact words of a clause that a capital confirms: whoever confirms has read these and no others. */
export const wordsOfClause = (clause: BlockId, text: string): Sha256 =>
  hashOf({ format: 'paraph-clause/1', clause, text })
