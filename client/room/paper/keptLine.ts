import type { BlockId } from '../../../shared/ids.ts'

/** Where the blocks in sight begin, from the top of what scrolls; in the order in which they are read. */
export type Places = ReadonlyMap<BlockId, number>

/**
 * By how much to scroll so that the person finds the line again after the paper grew or shrank around it: the clause
 * that is written in stays, or else the first that begins in sight, or that fills it. 0 where none of them stands.
 */
export function drift(
  before: Places,
  written: BlockId | null,
  now: (block: BlockId) => number | null,
): number {
  const begins = [...before].filter(([, top]) => top >= 0).map(([block]) => block)
  const own = written !== null && before.has(written) ? [written] : []
  for (const block of [...own, ...begins, ...before.keys()]) {
    const [was, is] = [before.get(block), now(block)]
    if (was !== undefined && is !== null) return is - was
  }
  return 0
}
