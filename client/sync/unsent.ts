import type * as Y from 'yjs'
import type { BlockId, Pen } from '../../shared/ids.ts'
import { type BlockItem, walkBlocks } from '../../shared/items.ts'

/** What a person wrote in one clause and the server does not have. */
export interface UnsentWords {
  readonly clause: BlockId
  readonly words: string
}

/** The words of `pen` in the draft, from `clock` on, that still stand; stretches apart are joined by an ellipsis. */
export const unsentWords = (draft: Y.Doc, pen: Pen, clock: number): UnsentWords[] =>
  walkBlocks(draft)
    .filter(({ deleted }) => !deleted)
    .map((block) => ({ clause: block.id, words: ownWords(block, pen, clock) }))
    .filter(({ words }) => words.trim() !== '')

function ownWords({ runs }: BlockItem, pen: Pen, clock: number): string {
  const stretches: string[] = []
  let apart = true
  for (const run of runs.filter(({ deleted }) => !deleted)) {
    const own = run.client === pen ? run.text.slice(Math.max(0, clock - run.clock)) : ''
    if (own === '') apart = true
    else {
      if (apart) stretches.push(own)
      else stretches.push((stretches.pop() ?? '') + own)
      apart = false
    }
  }
  return stretches.map((words) => words.trim()).join(' … ')
}
