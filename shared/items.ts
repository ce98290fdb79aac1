import * as Y from 'yjs'
import type { BlockId } from './ids.ts'
import { isMove, type Layout, layoutOf, type Move, movesRoot, NO_LAYOUT, readMoves } from './moves.ts'
import { type BlockKind, textRoot } from './text.ts'

/**
 * Reaches into Yjs's own structures, as `writing.ts` does and nothing else (yjs is pinned for it): every character has
 * an id, and walking the ids tells exactly what a draft changes, who brought a word, and what two versions have in
 * common.
 */

/** `[client, clock]` */
export type Id = readonly [client: number, clock: number]
/** `[client, clock, length]`: `length` characters that were written one after the other with one pen. */
export type Range = readonly [client: number, clock: number, length: number]

/** Between which two it was put when it was written, whatever has come in between since. */
export interface Origins {
  readonly origin: Y.ID | null
  readonly rightOrigin: Y.ID | null
}

/** The character at a place in a row of characters; null at its end, and before its beginning. */
export function idAt(row: readonly Range[], at: number): Id | null {
  let from = 0
  for (const [client, clock, length] of row) {
    if (at >= from && at < from + length) return [client, clock + at - from]
    from += length
  }
  return null
}

/** The characters from one place in a row to another. */
export function rangesBetween(row: readonly Range[], from: number, to: number): Range[] {
  const ranges: [number, number, number][] = []
  let at = 0
  for (const [client, clock, length] of row) {
    const start = Math.max(from, at)
    const end = Math.min(to, at + length)
    const last = ranges.at(-1)
    const first = clock + start - at
    if (end > start && last && last[0] === client && last[1] + last[2] === first) last[2] += end - start
    else if (end > start) ranges.push([client, first, end - start])
    at += length
  }
  return ranges
}

/** Characters of one pen that stand side by side, whether they are still there or deleted. */
export interface Run extends Origins {
  readonly client: number
  readonly clock: number
  readonly text: string
  readonly deleted: boolean
}

export interface BlockItem extends Origins {
  readonly item: Id
  /** What holds its words. */
  readonly words: Id | null
  readonly id: BlockId
  readonly kind: BlockKind
  readonly deleted: boolean
  readonly runs: readonly Run[]
}

/** Every block that the document ever held, deleted ones too, in the order in which they were written. */
export function walkBlocks(doc: Y.Doc): BlockItem[] {
  const blocks: BlockItem[] = []
  for (let item = textRoot(doc)._start; item; item = item.right) {
    const element = item.content instanceof Y.ContentType ? item.content.type : null
    if (element instanceof Y.XmlElement) blocks.push(blockItem(element, item))
  }
  return blocks
}

function blockItem(element: Y.XmlElement, item: Y.Item): BlockItem {
  const words = firstText(element)
  return {
    item: [item.id.client, item.id.clock],
    words: words?._item ? [words._item.id.client, words._item.id.clock] : null,
    id: idAttribute(element),
    kind: element.nodeName as BlockKind,
    deleted: item.deleted,
    runs: runsOf(words),
    origin: item.origin,
    rightOrigin: item.rightOrigin,
  }
}

/** The one block, as `walkBlocks` would give it; null for an element that stands in no document. */
export const walkBlock = (element: Y.XmlElement): BlockItem | null =>
  element._item ? blockItem(element, element._item) : null

/** The moves of a draft by id, those that were taken back too. */
export const movesById = (doc: Y.Doc): { readonly item: Id; readonly clause: BlockId }[] =>
  [...movesRoot(doc)._map.values()].flatMap((item) => {
    const value: unknown = item.content instanceof Y.ContentAny ? item.content.arr[0] : null
    return isMove(value) ? [{ item: [item.id.client, item.id.clock] as const, clause: value.clause }] : []
  })

/** The words of a block by pen, in order, deleted ones too. */
function runsOf(words: Y.XmlText | null): Run[] {
  const runs: Run[] = []
  for (let item = words?._start ?? null; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    runs.push({
      client: item.id.client,
      clock: item.id.clock,
      text: item.content.str,
      deleted: item.deleted,
      origin: item.origin,
      rightOrigin: item.rightOrigin,
    })
  }
  return runs
}

function firstText(element: Y.XmlElement): Y.XmlText | null {
  for (let item = element._start; item; item = item.right) {
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlText)
      return item.content.type
  }
  return null
}

/** `getAttribute` is silent about deleted blocks; the attribute's item still knows. */
function idAttribute(element: Y.XmlElement): BlockId {
  const content = element._map.get('id')?.content
  return content instanceof Y.ContentAny ? String(content.arr[0]) : ''
}

/** Deletes these characters wherever they stand. The caller wraps it in a transaction. */
export function deleteCharacters(doc: Y.Doc, ranges: readonly Range[]): void {
  for (let block = textRoot(doc)._start; block; block = block.right) {
    const element = block.content instanceof Y.ContentType ? block.content.type : null
    const words = element instanceof Y.XmlElement && !block.deleted ? firstText(element) : null
    if (words) for (const [from, length] of placesIn(words, ranges).reverse()) words.delete(from, length)
  }
}

/** Where the characters stand in the words, from the beginning on. */
function placesIn(words: Y.XmlText, ranges: readonly Range[]): [from: number, length: number][] {
  const places: [number, number][] = []
  let at = 0
  for (let item = words._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const here = ranges
      .filter(([pen]) => pen === client)
      .map(([, start, length]) => [Math.max(start, clock), Math.min(start + length, clock + item.length)])
      .filter(([start = 0, end = 0]) => end > start)
      .sort(([a = 0], [b = 0]) => a - b)
    for (const [start = 0, end = 0] of here) places.push([at + start - clock, end - start])
    at += item.length
  }
  return places
}

/** What a state of the text knows of a character: it stands there, it was deleted, or it never was there. */
export type Presence = 'stands' | 'deleted' | 'unknown'

interface Stretch {
  readonly clock: number
  readonly end: number
  readonly stands: boolean
}

/** Every block and every character of the document by id, and whether it stands. */
export const rangesOf = (doc: Y.Doc): [Range, boolean][] => rangesIn(walkBlocks(doc))

function rangesIn(blocks: readonly BlockItem[]): [Range, boolean][] {
  const found: [Range, boolean][] = []
  for (const block of blocks) {
    found.push([[block.item[0], block.item[1], 1], !block.deleted])
    for (const run of block.runs) found.push([[run.client, run.clock, run.text.length], !run.deleted])
  }
  return found
}

/** What one state of the text shows, as a question about ids. No second document needs to be walked. */
export class Sight {
  readonly layout: Layout
  private readonly stretches: ReadonlyMap<number, readonly Stretch[]>

  private constructor(stretches: ReadonlyMap<number, readonly Stretch[]>, layout: Layout) {
    this.stretches = stretches
    this.layout = layout
  }

  static of(doc: Y.Doc): Sight {
    return Sight.ofBlocks(walkBlocks(doc), readMoves(doc))
  }

  static ofBlocks(blocks: readonly BlockItem[], moves: readonly Move[]): Sight {
    return Sight.from(rangesIn(blocks), layoutOf(blocks, moves))
  }

  /** From ranges with whether they stand; what is not named is unknown. */
  static from(found: Iterable<readonly [Range, boolean]>, layout: Layout = NO_LAYOUT): Sight {
    const byClient = new Map<number, Stretch[]>()
    for (const [[client, clock, length], stands] of found) {
      const list = byClient.get(client) ?? []
      list.push({ clock, end: clock + length, stands })
      byClient.set(client, list)
    }
    for (const list of byClient.values()) list.sort((a, b) => a.clock - b.clock)
    return new Sight(byClient, layout)
  }

  /** Cuts a range into the largest pieces that are of one presence, in order. */
  pieces([client, clock, length]: Range): { offset: number; length: number; presence: Presence }[] {
    const end = clock + length
    const pieces: { offset: number; length: number; presence: Presence }[] = []
    const add = (from: number, to: number, presence: Presence) => {
      if (to <= from) return
      const last = pieces.at(-1)
      if (last?.presence === presence) last.length += to - from
      else pieces.push({ offset: from - clock, length: to - from, presence })
    }
    let at = clock
    const list = this.stretches.get(client) ?? []
    for (let i = firstEndingAfter(list, clock); i < list.length; i++) {
      const stretch = list[i]
      if (!stretch || stretch.clock >= end) break
      add(at, stretch.clock, 'unknown')
      const from = Math.max(at, stretch.clock)
      const to = Math.min(end, stretch.end)
      add(from, to, stretch.stands ? 'stands' : 'deleted')
      at = to
    }
    add(at, end, 'unknown')
    return pieces
  }

  presence([client, clock]: Id): Presence {
    return this.pieces([client, clock, 1])[0]?.presence ?? 'unknown'
  }
}

function firstEndingAfter(list: readonly Stretch[], clock: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.end ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low
}
