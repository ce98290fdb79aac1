import { diffArrays } from 'diff'
import type { Chronicle, Passage } from './chronicle.ts'
import type { AmendmentId, BlockId, DelegationCode } from './ids.ts'
import type { BlockItem, Id, Range, Sight } from './items.ts'
import type { Moment } from './moment.ts'
import { inReadingOrder, layoutOf } from './moves.ts'
import { movedBetween, movedBy, type Names, namesOf, type RedlineMove } from './provenance.ts'
import type { BlockKind } from './text.ts'

/** What is behind some words: who, and with which act. */
export interface Origin {
  readonly did: 'brought' | 'took out'
  /** Null for the text as laid before the meeting. */
  readonly amendment: AmendmentId | null
  /** Number of the act by which they came into the text, or left it. */
  readonly act: number
  /** Where they were brought back: who had brought them first. */
  readonly first: Origin | null
}

export interface ComparedSpan {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  readonly origin: Origin
}

export interface ComparedBlock {
  readonly id: BlockId
  readonly kind: BlockKind
  /** `struck`: it has no words any more; `returned`: it has some again. */
  readonly op: 'kept' | 'inserted' | 'deleted' | 'struck' | 'returned'
  readonly spans: readonly ComparedSpan[]
  /** Where it stood, if it was moved between the two; null where it stands as it stood. */
  readonly moved: RedlineMove | null
}

/**
 * The difference of two moments of one negotiation, exact to the character by item identity, with the amendment and the
 * act behind every word. From a later moment to an earlier one it reads backwards, and names the same acts. A moment
 * compared with itself tells where each of its words comes from.
 */
export function compared(chronicle: Chronicle, from: Moment, to: Moment): ComparedBlock[] {
  const isBackwards = from.act > to.act
  const [early, late] = isBackwards ? [to, from] : [from, to]
  const names = namesOf(late.record)
  const roots = rootsIn(chronicle, late)
  const looking: Looking = { chronicle, from: early.sight, to: late.sight, names, roots }
  const moves = movedFrom(from, to, names)
  // The later moment has every block that the earlier one has; they stand as the one does that is looked at.
  return inReadingOrder(late.blocks, to.moves).flatMap((block) => {
    const forwards = comparedBlock(block, looking)
    const it = forwards && isBackwards ? backwards(forwards) : forwards
    return it ? [{ ...it, moved: moves.get(block.id) ?? null }] : []
  })
}

/** Read backwards too, a clause was moved by whoever moved it last. */
function movedFrom(from: Moment, to: Moment, names: Names): ReadonlyMap<BlockId, RedlineMove> {
  const [before, now] = [layoutOf(from.blocks, from.moves), layoutOf(to.blocks, to.moves)]
  const moves = movedBetween(before, now, names)
  if (from.act <= to.act) return moves
  return new Map(
    [...moves].map(([id, move]) => [id, { ...move, amendment: movedBy(id, now, before, names) }]),
  )
}

const BACKWARDS = {
  kept: 'kept',
  inserted: 'deleted',
  deleted: 'inserted',
  struck: 'returned',
  returned: 'struck',
} as const

const backwards = ({ op, spans, ...block }: Omit<ComparedBlock, 'moved'>): Omit<ComparedBlock, 'moved'> => ({
  ...block,
  op: BACKWARDS[op],
  spans: spans.map((span) => ({ ...span, op: BACKWARDS[span.op] })),
})

interface Looking {
  readonly chronicle: Chronicle
  readonly from: Sight
  readonly to: Sight
  readonly names: Names
  readonly roots: Roots
}

function comparedBlock(
  { id, kind, item, runs }: BlockItem,
  looking: Looking,
): Omit<ComparedBlock, 'moved'> | null {
  const before = looking.from.presence(item) === 'stands'
  const after = looking.to.presence(item) === 'stands'
  if (!before && !after) return null
  const placed = runs.flatMap(({ client, clock, text }) =>
    placedIn([client, clock, text.length], text, looking),
  )
  const spans = joined(looking.roots.size > 0 ? recognized(placed, looking.roots) : placed)
  if (!before || !after) return { id, kind, op: after ? 'inserted' : 'deleted', spans }
  const areAll = (op: ComparedSpan['op']) => spans.length > 0 && spans.every((it) => it.op === op)
  return { id, kind, op: areAll('deleted') ? 'struck' : areAll('inserted') ? 'returned' : 'kept', spans }
}

/** A span of characters that were written side by side. */
interface PlacedSpan extends ComparedSpan {
  readonly first: Id
}

function placedIn([pen, clock, length]: Range, text: string, looking: Looking): PlacedSpan[] {
  const { chronicle, from, to } = looking
  return chronicle.passages([pen, clock, length]).flatMap((passage) => {
    // Every character of a passage came and went with the same acts, so that the first speaks for all.
    const first: Id = [pen, clock + passage.offset]
    const [before, after] = [from, to].map((sight) => sight.presence(first) === 'stands')
    if (!before && !after) return []
    const op = before && after ? 'kept' : after ? 'inserted' : 'deleted'
    const pieces = op === 'deleted' ? gone(first, passage, looking) : brought(first, passage, looking)
    const words = text.slice(passage.offset, passage.offset + passage.length)
    return pieces.map(({ at, origin }, index) => ({
      ...{ op, origin, first: next(first, at) },
      text: words.slice(at, pieces[index + 1]?.at),
    }))
  })
}

/**
 * By the id of a character that was brought back: the one that it repeats. Nothing was erased, and nothing deleted
 * comes back by its old id; but to whoever reads it is the same word.
 */
type Roots = ReadonlyMap<string, string>

function rootsIn(chronicle: Chronicle, { blocks }: Moment): Roots {
  const roots = new Map<string, string>()
  const copies = blocks
    .flatMap(({ runs }) => runs)
    .flatMap(({ client, clock, text }) =>
      chronicle
        .passages([client, clock, text.length])
        .flatMap(({ offset, length, came, copyOf }) =>
          copyOf ? [{ first: [client, clock + offset] as const, length, came, copyOf }] : [],
        ),
    )
    // A copy of a copy comes after it.
    .sort((a, b) => a.came - b.came)
  for (const { first, length, copyOf } of copies) {
    for (let at = 0; at < length; at++) {
      const old = keyOf(next(copyOf, at))
      roots.set(keyOf(next(first, at)), roots.get(old) ?? old)
    }
  }
  return roots
}

const keyOf = ([pen, clock]: Id): string => `${pen} ${clock}`
const next = ([pen, clock]: Id, by: number): Id => [pen, clock + by]

/** Where words went and the same words were brought back in their place, nothing changed for whoever reads. */
function recognized(spans: readonly PlacedSpan[], roots: Roots): ComparedSpan[] {
  const all: ComparedSpan[] = []
  let changed: PlacedSpan[] = []
  const settle = () => {
    all.push(...settled(changed, roots))
    changed = []
  }
  for (const span of spans) {
    if (span.op !== 'kept') changed.push(span)
    else {
      settle()
      all.push(span)
    }
  }
  settle()
  return all
}

function settled(changed: readonly PlacedSpan[], roots: Roots): ComparedSpan[] {
  const unitsOf = (op: ComparedSpan['op']) =>
    changed.filter((it) => it.op === op).flatMap((it) => units(it, roots))
  const [went, came] = [unitsOf('deleted'), unitsOf('inserted')]
  if (![...went, ...came].some(({ isCopy }) => isCopy)) return [...changed]
  const [old, now] = [went, came].map((all) => all.map(({ root }) => root))
  let [left, right] = [0, 0]
  return diffArrays(old ?? [], now ?? []).flatMap(({ added, removed, count = 0 }) => {
    const taken = (removed ? went : came).slice(removed ? left : right, (removed ? left : right) + count)
    if (!added) left += count
    if (!removed) right += count
    return taken.map(({ span }) => (added || removed ? span : { ...span, op: 'kept' as const }))
  })
}

/** Character by character. */
function units({ first, text, op, origin }: PlacedSpan, roots: Roots) {
  return Array.from({ length: text.length }, (_, at) => {
    const key = keyOf(next(first, at))
    const root = roots.get(key)
    return { root: root ?? key, isCopy: root !== undefined, span: { op, origin, text: text.charAt(at) } }
  })
}

/** Words from `at` on, within a passage, that have one origin. */
interface Piece {
  readonly at: number
  readonly origin: Origin
}

function brought([pen]: Id, { came, copyOf, length }: Passage, around: Looking): Piece[] {
  const { chronicle, names } = around
  const origin: Origin = { did: 'brought', amendment: names.broughtBy(pen), act: came, first: null }
  if (!copyOf) return [{ at: 0, origin }]
  return chronicle.passages([copyOf[0], copyOf[1], length]).flatMap((passage) => {
    const firsts = brought([copyOf[0], copyOf[1] + passage.offset], passage, around)
    return firsts.map((first) => ({
      at: passage.offset + first.at,
      origin: { ...origin, first: first.origin.first ?? first.origin },
    }))
  })
}

/** A sub-amendment takes words out together with what it amends: each under its own name. */
function gone([pen, clock]: Id, { went, length }: Passage, { names }: Looking): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < length; at++) {
    const amendment = names.deletedBy([pen, clock + at, 1])
    if (at > 0 && pieces.at(-1)?.origin.amendment === amendment) continue
    pieces.push({ at, origin: { did: 'took out', amendment, act: went ?? 0, first: null } })
  }
  return pieces
}

function joined(spans: readonly ComparedSpan[]): ComparedSpan[] {
  const all: ComparedSpan[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last && last.op === span.op && isSame(last.origin, span.origin)) {
      all[all.length - 1] = { ...last, text: last.text + span.text }
    } else all.push(span)
  }
  return all
}

const isSame = (a: Origin | null, b: Origin | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.did === b.did &&
    a.amendment === b.amendment &&
    a.act === b.act &&
    isSame(a.first, b.first))

/** How much of a text comes from whom. */
export interface Share {
  /** The delegation that sponsored the words, or the secretariat; null for the text as laid. */
  readonly of: DelegationCode | null
  /** Of all characters but spaces; the shares of a text come to 1. */
  readonly part: number
  readonly amendments: readonly AmendmentId[]
}

/** The text as laid first, then the largest share. What was brought back is its first author's. */
export function coverage(blocks: readonly ComparedBlock[]): Share[] {
  const counts = new Map<DelegationCode | null, { count: number; amendments: Set<AmendmentId> }>()
  let all = 0
  for (const { text, origin } of blocks.flatMap(({ spans }) => spans)) {
    const { amendment } = origin.first ?? origin
    const of = amendment?.split('-')[0] ?? null
    const share = counts.get(of) ?? { count: 0, amendments: new Set() }
    const { length } = text.replace(/\s/g, '')
    share.count += length
    if (amendment) share.amendments.add(amendment)
    counts.set(of, share)
    all += length
  }
  return [...counts]
    .filter(([, { count }]) => count > 0)
    .sort(
      ([a, { count: many }], [b, { count: few }]) => Number(a !== null) - Number(b !== null) || few - many,
    )
    .map(([of, { count, amendments }]) => ({ of, part: count / all, amendments: [...amendments].sort() }))
}
