import type * as Y from 'yjs'
import type { BlockId, Pen } from '../../shared/ids.ts'
import { type BlockItem, walkBlocks } from '../../shared/items.ts'

/** What a person wrote in one clause with one pen, and the server does not have. */
export interface UnsentWords {
  readonly clause: BlockId
  readonly pen: Pen
  readonly words: string
}

/**
 * The words in the draft, of each pen from its clock on, that still stand; stretches apart are joined by an
 * ellipsis.
 */
export const unsentWords = (draft: Y.Doc, since: ReadonlyMap<Pen, number>): UnsentWords[] =>
  walkBlocks(draft)
    .filter(({ deleted }) => !deleted)
    .flatMap((block) =>
      [...since].map(([pen, clock]) => ({ clause: block.id, pen, words: ownWords(block, pen, clock) })),
    )
    .filter(({ words }) => words.trim() !== '')

function ownWords({ runs }: BlockItem, pen: Pen, clock: number): string {
  const stretches: string[] = []
  // What stands between two own words: a mere space does not part them.
  let between: string | null = null
  for (const run of runs.filter(({ deleted }) => !deleted)) {
    const own = run.client === pen ? run.text.slice(Math.max(0, clock - run.clock)) : ''
    if (own === '') between = (between ?? '') + run.text
    else {
      const joins = stretches.length > 0 && (between ?? '').trim() === ''
      stretches.push(joins ? (stretches.pop() ?? '') + (between ?? '') + own : own)
      between = null
    }
  }
  return stretches.map((words) => words.trim()).join(' … ')
}
