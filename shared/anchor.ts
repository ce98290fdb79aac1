import type * as Y from 'yjs'
import { idRanges } from './edits.ts'
import type { BlockId } from './ids.ts'
import { type BlockItem, type Id, type Range, Sight, walkBlocks } from './items.ts'

/** Words of a clause are held by the ids of their characters, so that they are found again after any change. */

/** Where words stand in a clause, in UTF-16 units of its text. */
export interface Place {
  readonly from: number
  readonly to: number
}

/** Of the places where the clause says `quote`, the one nearest to `at`; nothing where it doesn't say so. */
export function anchorOf(doc: Y.Doc, clause: BlockId, quote: string, at: number): readonly Range[] {
  const block = walkBlocks(doc).find(({ id, deleted }) => id === clause && !deleted)
  if (!block || quote === '') return []
  const { text, ids } = standing(block)
  const from = nearest(text, quote, at)
  return from === null ? [] : idRanges(ids, from, from + quote.length)
}

/** Where the words of each anchor stand now, from the first to the last that is left; those that are gone are left out. */
export function placesOf<K>(
  doc: Y.Doc,
  clause: BlockId,
  anchors: Iterable<readonly [K, readonly Range[]]>,
): ReadonlyMap<K, Place> {
  const block = walkBlocks(doc).find(({ id, deleted }) => id === clause && !deleted)
  const places = new Map<K, Place>()
  if (!block) return places
  const { ids } = standing(block)
  for (const [key, anchor] of anchors) {
    const held = Sight.from(anchor.map((range) => [range, true]))
    const from = ids.findIndex((id) => held.presence(id) === 'stands')
    const to = ids.findLastIndex((id) => held.presence(id) === 'stands')
    if (from >= 0) places.set(key, { from, to: to + 1 })
  }
  return places
}

function standing({ runs }: BlockItem): { readonly text: string; readonly ids: readonly Id[] } {
  const ids: Id[] = []
  let text = ''
  for (const { client, clock, text: words, deleted } of runs) {
    if (deleted) continue
    text += words
    for (let i = 0; i < words.length; i++) ids.push([client, clock + i])
  }
  return { text, ids }
}

function nearest(text: string, quote: string, at: number): number | null {
  let best: number | null = null
  for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
    if (best === null || Math.abs(from - at) < Math.abs(best - at)) best = from
  }
  return best
}
