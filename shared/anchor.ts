import type * as Y from 'yjs'
import type { BlockId } from './ids.ts'
import { type BlockItem, type Range, rangesBetween, Sight, walkBlocks } from './items.ts'

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
  const { text, row } = standing(block)
  const from = nearest(text, quote, at)
  return from === null ? [] : rangesBetween(row, from, from + quote.length)
}

/** Where the words of each anchor stand now, from the first to the last that is left; those that are gone are left out. */
export const placesOf = <K>(
  doc: Y.Doc,
  clause: BlockId,
  anchors: Iterable<readonly [K, readonly Range[]]>,
): ReadonlyMap<K, Place> => placesAmong(walkBlocks(doc), clause, anchors)

/** The same in the blocks of a text. */
export function placesAmong<K>(
  blocks: readonly BlockItem[],
  clause: BlockId,
  anchors: Iterable<readonly [K, readonly Range[]]>,
): ReadonlyMap<K, Place> {
  const block = blocks.find(({ id, deleted }) => id === clause && !deleted)
  const places = new Map<K, Place>()
  if (!block) return places
  const { row } = standing(block)
  for (const [key, anchor] of anchors) {
    const place = placeIn(row, anchor)
    if (place) places.set(key, place)
  }
  return places
}

function placeIn(row: readonly Range[], anchor: readonly Range[]): Place | null {
  const held = Sight.from(anchor.map((range) => [range, true]))
  let [first, last, at] = [-1, -1, 0]
  for (const range of row) {
    for (const { offset, length, presence } of held.pieces(range)) {
      if (presence !== 'stands') continue
      if (first < 0) first = at + offset
      last = at + offset + length
    }
    at += range[2]
  }
  return first < 0 ? null : { from: first, to: last }
}

function standing({ runs }: BlockItem): { readonly text: string; readonly row: readonly Range[] } {
  const here = runs.filter(({ deleted }) => !deleted)
  return {
    text: here.map((run) => run.text).join(''),
    row: here.map(({ client, clock, text }) => [client, clock, text.length]),
  }
}

function nearest(text: string, quote: string, at: number): number | null {
  let best: number | null = null
  for (let from = text.indexOf(quote); from >= 0; from = text.indexOf(quote, from + 1)) {
    if (best === null || Math.abs(from - at) < Math.abs(best - at)) best = from
  }
  return best
}
