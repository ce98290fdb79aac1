import { type Amendment, wordingInForce } from './amendment.ts'
import { type Ground, type Sheet, writingLeft } from './effect.ts'
import { Hands } from './hands.ts'
import type { AmendmentId, BlockId } from './ids.ts'
import { type BlockItem, Sight } from './items.ts'
import { inTurn, type Move, type Place, penOf } from './moves.ts'
import { laidOver } from './overlay.ts'
import { movedBetween } from './provenance.ts'
import { parentOf } from './subamendment.ts'
import type { BlockKind } from './text.ts'
import type { Writing } from './writing.ts'

/**
 * The text with everything that is proposed laid over it at once, as capitals read it: each word in its place that would
 * come or go, and by whom. Without what would come it reads as the text; without what would go, as amended by all.
 */
export interface Tracked {
  /** The blocks as they are read in the text, and as they would be read. */
  readonly before: readonly BlockId[]
  readonly after: readonly BlockId[]
  readonly blocks: ReadonlyMap<BlockId, TrackedBlock>
  /** Who would have clauses stand elsewhere. */
  readonly moved: ReadonlyMap<BlockId, Hand>
  /** Of clauses that somebody who tabled earlier would have elsewhere: only one of the two can be carried. */
  readonly rivals: readonly (Place & { readonly by: Hand })[]
}

export interface TrackedBlock {
  readonly id: BlockId
  readonly kind: BlockKind
  /** Who brings it; null for a block of the text. */
  readonly by: Hand | null
  readonly spans: readonly TrackedSpan[]
}

export interface TrackedSpan {
  readonly text: string
  /** Who brings the words; null for words of the text. */
  readonly by: Hand | null
  /** Who would take them out, in the order of tabling. */
  readonly gone: readonly Hand[]
}

/** An amendment; or the act that carried it, where it was carried. */
export interface Hand {
  readonly amendment: AmendmentId | null
  readonly act: number | null
}

/** What an amendment would write. */
interface Proposed {
  readonly hand: Hand
  readonly writing: Writing
}

/** With all pending amendments of the ground. */
export function tracked(ground: Ground, pending: readonly Amendment[]): Tracked {
  const proposed = proposedIn(ground, pending)
  const { text } = ground
  const hands = handsOf(proposed)
  const written = proposed.reduce(
    (blocks, { writing }) => laidOver(blocks, { ...writing, gone: [] }),
    text.blocks,
  )
  const { chosen, rivals } = movesOf(proposed, text)
  const { layout } = Sight.ofBlocks(written, inTurn([...text.moves, ...chosen.map(({ move }) => move)]))
  return {
    before: text.sight.layout.order,
    after: layout.order,
    blocks: new Map(written.filter(({ deleted }) => !deleted).map((it) => [it.id, blockOf(it, text, hands)])),
    moved: movedBy(text, layout, chosen),
    rivals,
  }
}

/** What amends something has no place where that has none. */
function proposedIn(ground: Ground, pending: readonly Amendment[]): Proposed[] {
  const proposed = new Map<AmendmentId, Proposed>()
  for (const amendment of byTabling(pending)) {
    const { id } = amendment
    const parent = parentOf(ground, amendment)
    const writing = parent && !proposed.has(parent.id) ? null : writingLeft(ground, amendment)
    if (writing) proposed.set(id, { hand: { amendment: id, act: null }, writing })
  }
  return [...proposed.values()]
}

/** What is amended before what amends it, whose wording may be older. */
const byTabling = (pending: readonly Amendment[]): Amendment[] =>
  [...pending].sort(
    (a, b) =>
      Number(a.amends !== null) - Number(b.amends !== null) || wordingInForce(a).pen - wordingInForce(b).pen,
  )

function handsOf(proposed: readonly Proposed[]): Hands<Hand> {
  const hands = new Hands<Hand>()
  for (const { hand, writing } of proposed) {
    for (const { item } of writing.blocks) hands.brings([item[0], item[1], 1], hand)
    for (const { client, clock, text } of writing.runs) hands.brings([client, clock, text.length], hand)
    for (const range of writing.gone) hands.takes(range, hand)
  }
  return hands
}

function blockOf({ id, kind, item, runs }: BlockItem, { sight }: Sheet, hands: Hands<Hand>): TrackedBlock {
  const spans: TrackedSpan[] = []
  for (const { client, clock, text } of runs) {
    for (const { offset, length, presence } of sight.pieces([client, clock, text.length])) {
      if (presence === 'deleted') continue
      for (const it of hands.pieces([client, clock + offset, length])) {
        // What lost its place comes deleted by its own hand: it never comes.
        if (it.by !== null && it.gone.includes(it.by)) continue
        const from = offset + it.offset
        push(spans, { text: text.slice(from, from + it.length), by: it.by, gone: it.gone })
      }
    }
  }
  const by = sight.presence(item) === 'unknown' ? (hands.pieces([...item, 1])[0]?.by ?? null) : null
  return { id, kind, by, spans }
}

export function push(spans: TrackedSpan[], span: TrackedSpan): void {
  const last = spans.at(-1)
  if (last && isSame(last.by, span.by) && isSameRow(last.gone, span.gone)) {
    spans[spans.length - 1] = { ...last, text: last.text + span.text }
  } else spans.push(span)
}

export const isSame = (a: Hand | null, b: Hand | null): boolean =>
  a === b || (a !== null && b !== null && a.amendment === b.amendment && a.act === b.act)

const isSameRow = (a: readonly Hand[], b: readonly Hand[]): boolean =>
  a.length === b.length && a.every((hand, at) => isSame(hand, b[at] ?? null))

interface ProposedMove {
  readonly hand: Hand
  readonly move: Move
}

/** Of several who would move one clause, the first has it; where a new clause stands is nobody else's business. */
function movesOf(proposed: readonly Proposed[], { sight }: Sheet) {
  const own = new Set(sight.layout.order)
  const first = new Map<BlockId, Hand>()
  const chosen: ProposedMove[] = []
  const rivals: (Place & { by: Hand })[] = []
  for (const { hand, writing } of proposed) {
    for (const move of writing.moves) {
      const { clause, after } = move
      const mover = first.get(clause) ?? hand
      first.set(clause, mover)
      if (mover === hand || !own.has(clause)) chosen.push({ hand, move })
      else rivals.push({ clause, after, by: hand })
    }
  }
  return { chosen, rivals }
}

function movedBy(
  { sight }: Sheet,
  layout: Sight['layout'],
  chosen: readonly ProposedMove[],
): Map<BlockId, Hand> {
  const hands = new Map(chosen.map(({ hand, move }) => [penOf(move.key), hand]))
  const byPen = (pen: number) => hands.get(pen)?.amendment ?? null
  const moved = movedBetween(sight.layout, layout, { broughtBy: byPen })
  // A clause that was to stand after another goes along with it, though nobody moves it now.
  const some = chosen[0]?.hand ?? { amendment: null, act: null }
  return new Map([...moved].map(([id, { amendment }]) => [id, amendment ? { amendment, act: null } : some]))
}
