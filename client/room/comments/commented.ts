import type * as Y from 'yjs'
import { type Place, placesOf } from '../../../shared/anchor.ts'
import type { BlockId, ById, ThreadId } from '../../../shared/ids.ts'
import type { Range } from '../../../shared/items.ts'
import type { Thread } from '../../../shared/record.ts'

/** Words of the text on which an open discussion hangs, where they stand now. */
export interface CommentedWords extends Place {
  readonly thread: ThreadId
}

export type Commented = ReadonlyMap<BlockId, readonly CommentedWords[]>

/** By clause, in order. A discussion whose words are gone is nowhere. */
export function commentedIn(text: Y.Doc, threads: ById<Thread>): Commented {
  const anchors = new Map<BlockId, [ThreadId, readonly Range[]][]>()
  for (const { id, on, resolved } of Object.values(threads)) {
    if (resolved || !('clause' in on) || !on.anchor) continue
    anchors.set(on.clause, [...(anchors.get(on.clause) ?? []), [id, on.anchor]])
  }
  return new Map(
    [...anchors].map(([clause, held]) => {
      const places = [...placesOf(text, clause, held)].map(([thread, place]) => ({ thread, ...place }))
      return [clause, places.sort((a, b) => a.from - b.from)]
    }),
  )
}
