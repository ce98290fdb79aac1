import type { BlockId } from '../../../shared/ids.ts'
import type { Hand, Tracked, TrackedBlock } from '../../../shared/tracked.ts'

/** What is done to some words, and by whom. Of two, the second is done to what the first brought. */
export interface Change {
  readonly as: 'ins' | 'del' | 'moveFrom' | 'moveTo'
  readonly by: Hand
}

/** What becomes of a paragraph: a clause that is moved has one where it leaves, and one where it comes. */
export interface Row {
  readonly block: TrackedBlock
  /** `new`: the text has no such words; `goes`: none of its words are left. */
  readonly is: 'stands' | 'new' | 'goes' | 'leaves' | 'comes'
  readonly changes: readonly Change[]
}

/** In the order in which they are read: without those that come, as in the text; without those that go, as amended. */
export function rowsOf(tracked: Tracked): Row[] {
  const { before, after, blocks } = tracked
  const rows = after.flatMap((id) => asAmended(blocks.get(id), tracked) ?? [])
  const standing = new Set(rows.filter(({ is }) => is === 'stands').map(({ block }) => block.id))
  let place = 0
  for (const id of before) {
    const block = blocks.get(id)
    if (!block || wordsOf(block, 'before') === '') continue
    if (standing.has(id)) place = rows.findIndex((row) => row.block.id === id) + 1
    else rows.splice(place++, 0, asWas(block, tracked.moved))
  }
  return rows
}

export const wordsOf = ({ spans }: TrackedBlock, side: 'before' | 'after'): string =>
  spans
    .filter(({ by, gone }) => (side === 'before' ? by === null : gone.length === 0))
    .map(({ text }) => text)
    .join('')

function asAmended(block: TrackedBlock | undefined, { moved }: Tracked): Row | null {
  if (!block || block.spans.length === 0) return null
  const [before, after] = [wordsOf(block, 'before'), wordsOf(block, 'after')]
  if (before === '') return { block, is: 'new', changes: bringing(block, after === '') }
  if (after === '') return null
  const by = moved.get(block.id)
  return by ? { block, is: 'comes', changes: [{ as: 'moveTo', by }] } : { block, is: 'stands', changes: [] }
}

/** Where the text has it, and will not. */
function asWas(block: TrackedBlock, moved: ReadonlyMap<BlockId, Hand>): Row {
  const by = wordsOf(block, 'after') === '' ? undefined : moved.get(block.id)
  if (by) return { block, is: 'leaves', changes: [{ as: 'moveFrom', by }] }
  return { block, is: 'goes', changes: lastTaken(block) }
}

function bringing(block: TrackedBlock, isGoneAgain: boolean): Change[] {
  const by = block.by ?? block.spans.find((it) => it.by !== null)?.by
  return [...(by ? [{ as: 'ins' as const, by }] : []), ...(isGoneAgain ? lastTaken(block) : [])]
}

const lastTaken = ({ spans }: TrackedBlock): Change[] => {
  const by = spans.findLast(({ gone }) => gone.length > 0)?.gone[0]
  return by ? [{ as: 'del', by }] : []
}
