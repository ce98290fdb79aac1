import { directionOf } from '../../../shared/direction.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { Labels } from '../../../shared/numbering.ts'
import { newLabels } from '../../../shared/numbering.ts'
import { openingLength } from '../../../shared/opening.ts'
import { clean } from '../../../shared/projection.ts'
import type { DeclarationHead } from '../../../shared/record.ts'
import type { BlockKind } from '../../../shared/text.ts'
import { isSame, type Tracked, type TrackedBlock, type TrackedSpan } from '../../../shared/tracked.ts'
import { PUNCTUATION } from './authors.ts'
import { type Change, type Row, rowsOf, wordsOf } from './rows.ts'

/** A paragraph as Word has it: with every change in its place, and yet without a word of XML. */
export interface Paragraph {
  readonly block: BlockId
  readonly kind: BlockKind
  /** What becomes of its end: a paragraph comes or goes with its end. */
  readonly marks: readonly Change[]
  readonly parts: readonly Part[]
}

export type Part =
  | { readonly is: 'words'; readonly text: string; readonly italics: boolean; readonly changes: Changes }
  | { readonly is: 'tab'; readonly changes: Changes }
  | { readonly is: 'bookmark'; readonly edge: Edge }
  | { readonly is: 'comment'; readonly edge: Edge; readonly comment: number }

type Changes = readonly Change[]
type Edge = 'start' | 'end'

/** Where a comment hangs, in the words of a block with all that comes and goes in it. */
export interface Anchor {
  readonly comment: number
  readonly block: BlockId
  readonly from: number
  readonly to: number
}

interface Setting {
  readonly declaration: DeclarationHead
  readonly labels: Labels
  readonly anchors: readonly Anchor[]
}

export function paragraphsOf(tracked: Tracked, { declaration, labels, anchors }: Setting): Paragraph[] {
  const rows = rowsOf(tracked)
  const numbers = { ...labels, ...newLabels(tracked.after, labels) }
  const ends = (side: 'before' | 'after') =>
    new Map(clean(read(tracked, side), labels, declaration.punctuation).map(({ id, end }) => [id, end]))
  const around: Around = {
    language: declaration.language,
    numbers,
    ...{ before: ends('before'), after: ends('after') },
    anchors: byBlock(anchors),
  }
  return rows.map((row) => paragraphOf(row, around))
}

function byBlock(anchors: readonly Anchor[]): Map<BlockId, Anchor[]> {
  const all = new Map<BlockId, Anchor[]>()
  for (const anchor of anchors) {
    const own = all.get(anchor.block) ?? []
    own.push(anchor)
    all.set(anchor.block, own)
  }
  return all
}

const read = ({ before, after, blocks }: Tracked, side: 'before' | 'after') =>
  (side === 'before' ? before : after).flatMap((id) => {
    const block = blocks.get(id)
    return block ? [{ id, kind: block.kind, text: wordsOf(block, side) }] : []
  })

interface Around {
  readonly language: string
  readonly numbers: Labels
  readonly before: ReadonlyMap<BlockId, string>
  readonly after: ReadonlyMap<BlockId, string>
  readonly anchors: ReadonlyMap<BlockId, readonly Anchor[]>
}

function paragraphOf(row: Row, around: Around): Paragraph {
  const { block, changes } = row
  const label = labelIn(around.language, around.numbers[block.id] ?? '')
  const words = row.is === 'leaves' ? leaving(row, around) : staying(row, around)
  // A clause that is moved stands in two places, and no two bookmarks have one name.
  const isMarked = row.is !== 'comes'
  return {
    ...{ block: block.id, kind: block.kind, marks: changes },
    parts: [
      ...(label ? [{ is: 'words' as const, text: `${label}.`, italics: false, changes }] : []),
      ...(label ? [{ is: 'tab' as const, changes }] : []),
      ...(isMarked ? [{ is: 'bookmark' as const, edge: 'start' as const }] : []),
      ...words,
      ...(isMarked ? [{ is: 'bookmark' as const, edge: 'end' as const }] : []),
      ...endOf(row, around),
    ],
  }
}

/** Where the text runs from right to left, `3 bis` runs the other way: a mark on either side says so. */
const labelIn = (language: string, label: string): string =>
  directionOf(language) === 'rtl' && /\p{L}/u.test(label) ? `\u200e${label}\u200e` : label

/** Where it stood: the words of the text, of which nothing is said but that they leave. */
const leaving = ({ block, changes }: Row, around: Around): Part[] =>
  block.spans
    .filter(({ by }) => by === null)
    .reduce<Placed[]>(placed, [])
    .flatMap((it) => cut(it, [italicsEnd(block, 'before', around)]))
    .map(({ text, at }) => ({
      ...{ is: 'words', text, changes },
      italics: at < italicsEnd(block, 'before', around),
    }))

interface Placed {
  readonly text: string
  readonly at: number
}

const placed = (all: Placed[], { text }: TrackedSpan): Placed[] => {
  const last = all.at(-1)
  all.push({ text, at: last ? last.at + last.text.length : 0 })
  return all
}

/** The opening word of a clause is set in italics. */
const italicsEnd = (block: TrackedBlock, side: 'before' | 'after', { language }: Around): number =>
  block.kind === 'title' ? 0 : openingLength(wordsOf(block, side), language)

function staying(row: Row, around: Around): Part[] {
  const { block } = row
  const anchors = around.anchors.get(block.id) ?? []
  const [before, after] = [italicsEnd(block, 'before', around), italicsEnd(block, 'after', around)]
  const parts: Part[] = [...edgesAt(0, anchors, true)]
  let [at, inBefore, inAfter] = [0, 0, 0]
  for (const span of block.spans) {
    const isOld = span.by === null
    const [opening, from] = isOld ? [before, inBefore] : [after, inAfter]
    const cuts = [at + opening - from, ...anchors.flatMap((it) => [it.from, it.to])]
    for (const piece of cut({ text: span.text, at }, cuts)) {
      const italics = piece.at - at + from < opening
      const changes = changesOf(span, row)
      if (!takesBack(changes)) parts.push({ is: 'words', text: piece.text, italics, changes })
      parts.push(...edgesAt(piece.at + piece.text.length, anchors))
    }
    at += span.text.length
    if (isOld) inBefore += span.text.length
    if (span.gone.length === 0) inAfter += span.text.length
  }
  return parts
}

/** Cuts words at places inside them. */
function cut({ text, at }: Placed, places: readonly number[]): Placed[] {
  const inside = places.filter((place) => place > at && place < at + text.length)
  const starts = [...new Set([at, ...inside])].sort((a, b) => a - b)
  return starts.map((from, index) => ({
    text: text.slice(from - at, (starts[index + 1] ?? Infinity) - at),
    at: from,
  }))
}

/** Comments end before others begin; one on no words does both. */
function edgesAt(place: number, anchors: readonly Anchor[], isFirst = false): Part[] {
  const edge = (edge: Edge, { comment }: Anchor): Part => ({ is: 'comment', edge, comment })
  const ending = isFirst ? [] : anchors.filter(({ from, to }) => to === place && from < to)
  return [
    ...ending.map((it) => edge('end', it)),
    ...anchors
      .filter(({ from }) => from === place)
      .flatMap((it) => [edge('start', it), ...(it.to === it.from ? [edge('end', it)] : [])]),
  ]
}

/** Words that two would take out are taken out once, by the first: no reader knows a deletion within a deletion. */
function changesOf({ by, gone }: TrackedSpan, { is, changes }: Row): Change[] {
  const [first] = gone
  const brought: readonly Change[] = by ? [{ as: 'ins', by }] : is === 'comes' ? changes : []
  return [...brought, ...(first ? [{ as: 'del' as const, by: first }] : [])]
}

/** What somebody brings and takes out at once needn't come: words of a clause that the same hand moves and amends. */
const takesBack = ([brought, gone]: readonly Change[]): boolean =>
  brought !== undefined && gone !== undefined && isSame(brought.by, gone.by)

function endOf({ block, is, changes }: Row, { before, after }: Around): Part[] {
  const [old, now] = [before.get(block.id) ?? '', after.get(block.id) ?? '']
  const say = (text: string, changes: Changes): Part[] =>
    text ? [{ is: 'words', text, italics: false, changes }] : []
  if (is === 'leaves' || is === 'goes') return say(old, changes)
  if (is !== 'stands') return say(now, changes)
  if (old === now) return say(now, [])
  return [...say(old, [{ as: 'del', by: PUNCTUATION }]), ...say(now, [{ as: 'ins', by: PUNCTUATION }])]
}
