import type * as Y from 'yjs'
import type { BlockId, Pen } from '../../shared/ids.ts'
import { type BlockItem, type Range, type Run, Sight, walkBlocks } from '../../shared/items.ts'
import { movesRoot, readMoves } from '../../shared/moves.ts'

/** What a person did in one clause with one pen, and the server does not have. */
export interface UnsentWords {
  readonly clause: BlockId
  readonly pen: Pen
  /** Written; empty where words were only struck. */
  readonly words: string
  /** Stretches that were struck, in order. What was set aside by an earlier release has none. */
  readonly struck?: readonly string[]
  /** Where the clause was moved to; absent where it was not. `after` null: first of all. */
  readonly moved?: { readonly after: BlockId | null }
}

/** What was done with one pen that the server may lack. */
export interface Unsent {
  /** The clock from which on it may lack the words. */
  readonly since: number
  readonly struck: readonly Range[]
}

/**
 * What in the draft, of each pen, the server may lack: words that still stand, stretches apart joined by an
 * ellipsis, words that were struck and were not the pens' own, and where a clause was moved to.
 */
export function unsentWords(draft: Y.Doc, unsent: ReadonlyMap<Pen, Unsent>): UnsentWords[] {
  const isUnsent = ({ client, clock }: Id) => clock >= (unsent.get(client)?.since ?? Number.POSITIVE_INFINITY)
  const pens = [...unsent].map(([pen, { since, struck }]) => ({
    pen,
    since,
    isStruck: Sight.from(struck.map((range) => [range, false])),
  }))
  const moves = unsentMoves(draft, isUnsent)
  return walkBlocks(draft)
    .filter(({ deleted }) => !deleted)
    .flatMap((block) =>
      pens.map(({ pen, since, isStruck }): UnsentWords => {
        const moved = moves.findLast((it) => it.clause === block.id && it.pen === pen)
        return {
          clause: block.id,
          pen,
          words: ownWords(block, pen, since),
          struck: struckWords(block, isStruck, isUnsent),
          ...(moved ? { moved: { after: moved.after } } : {}),
        }
      }),
    )
    .filter(({ words, struck, moved }) => words.trim() !== '' || struck?.length || moved)
}

/** Moves that stand in the draft and that the server may lack, in the order in which they were made. */
const unsentMoves = (draft: Y.Doc, isUnsent: (entry: Id) => boolean) =>
  readMoves(draft).flatMap(({ key, clause, after }) => {
    const entry = movesRoot(draft)._map.get(key)?.id
    return entry && isUnsent(entry) ? [{ clause, after, pen: entry.client }] : []
  })

type Id = Pick<Run, 'client' | 'clock'>

function ownWords({ runs }: BlockItem, pen: Pen, since: number): string {
  const stretches: string[] = []
  // What stands between two own words: a mere space does not part them.
  let between: string | null = null
  for (const run of runs.filter(({ deleted }) => !deleted)) {
    const own = run.client === pen ? run.text.slice(Math.max(0, since - run.clock)) : ''
    if (own === '') between = (between ?? '') + run.text
    else {
      const joins = stretches.length > 0 && (between ?? '').trim() === ''
      stretches.push(joins ? (stretches.pop() ?? '') + (between ?? '') + own : own)
      between = null
    }
  }
  return stretches.map((words) => words.trim()).join(' … ')
}

function struckWords({ runs }: BlockItem, struck: Sight, isUnsent: (run: Run) => boolean): string[] {
  const stretches: string[] = []
  let open = false
  for (const run of runs) {
    if (!run.deleted) {
      // Unsent words in their midst do not part what was replaced.
      open &&= isUnsent(run)
      continue
    }
    if (isUnsent(run)) continue
    for (const { offset, length, presence } of struck.pieces([run.client, run.clock, run.text.length])) {
      if (presence === 'unknown') continue
      const words = run.text.slice(offset, offset + length)
      stretches.push(open ? (stretches.pop() ?? '') + words : words)
      open = true
    }
  }
  return stretches.filter((words) => words.trim() !== '')
}
