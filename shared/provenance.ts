import type * as Y from 'yjs'
import { type Amendment, wordingInForce } from './amendment.ts'
import type { AmendmentId, BlockId, Pen } from './ids.ts'
import { type BlockItem, type Range, type Run, type Sight, walkBlocks } from './items.ts'
import {
  inReadingOrder,
  type Layout,
  type Move,
  moveInForce,
  penOf,
  placesBetween,
  readMoves,
} from './moves.ts'
import type { Record } from './record.ts'
import type { BlockKind } from './text.ts'

/** Words of a redline: what stands in both states, what the later brought, what it took out. */
export interface RedlineSpan {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  readonly amendment: AmendmentId | null
}

export interface RedlineBlock {
  readonly id: BlockId
  readonly kind: BlockKind
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly spans: readonly RedlineSpan[]
  /** Where it stood, if it was moved; null where it stands as it stood. */
  readonly moved: RedlineMove | null
}

export interface RedlineMove {
  /** The block after which it stood; null: it was the first. */
  readonly from: BlockId | null
  readonly amendment: AmendmentId | null
}

/** Who brought a character and who took it out: the names behind a redline. */
export interface Names {
  readonly broughtBy: (pen: Pen) => AmendmentId | null
  readonly deletedBy: (range: Range) => AmendmentId | null
}

/** No names: for states of which only the words matter. */
export const NAMELESS: Names = { broughtBy: () => null, deletedBy: () => null }

/**
 * The difference of two states of one history, exact to the character by item identity, in the order of the later.
 * `doc` must contain both and keep its deleted words.
 */
export const redline = (doc: Y.Doc, from: Sight, to: Sight, names: Names = NAMELESS): RedlineBlock[] =>
  redlineOf({ blocks: walkBlocks(doc), moves: readMoves(doc) }, from, to, names)

/** The same, of blocks that were read already. */
export function redlineOf(
  written: { readonly blocks: readonly BlockItem[]; readonly moves: readonly Move[] },
  from: Sight,
  to: Sight,
  names: Names = NAMELESS,
): RedlineBlock[] {
  const places = new Map(to.layout.order.map((id, place) => [id, place]))
  const moves = movedBetween(from.layout, to.layout, names)
  const blocks = inReadingOrder(written.blocks, written.moves).flatMap((block): RedlineBlock[] => {
    const before = from.presence(block.item) === 'stands'
    const after = to.presence(block.item) === 'stands'
    if (!before && !after) return []
    const op = before && after ? 'kept' : after ? 'inserted' : 'deleted'
    const spans = redlineSpans(block.runs, from, to, names)
    return [{ id: block.id, kind: block.kind, op, spans, moved: moves.get(block.id) ?? null }]
  })
  const placeOf = ({ id }: RedlineBlock) => places.get(id) ?? places.size
  return blocks.sort((a, b) => placeOf(a) - placeOf(b))
}

/** The clauses that both states have and that somebody moved between them, as far as they stand elsewhere now. */
export function movedBetween(
  before: Layout,
  now: Layout,
  names: Pick<Names, 'broughtBy'>,
): ReadonlyMap<BlockId, RedlineMove> {
  const wasThere = new Set(before.order)
  const isThere = new Set(now.order)
  const order = before.order.filter((id) => isThere.has(id))
  // One that was to stand after another goes along with it: every clause that was ever moved may stand elsewhere now.
  const moved = order.filter((id) => moveInForce(now, id) !== null || moveInForce(before, id) !== null)
  if (moved.length === 0) return new Map()
  const places = placesBetween(
    order,
    now.order.filter((id) => wasThere.has(id)),
    new Set(moved),
  )
  return new Map(
    places.map(({ clause }) => {
      const from = before.order[before.order.indexOf(clause) - 1] ?? null
      return [clause, { from, amendment: movedBy(clause, before, now, names) }]
    }),
  )
}

/** The amendment that moved it, or whose move was undone. */
export function movedBy(
  clause: BlockId,
  before: Layout,
  now: Layout,
  names: Pick<Names, 'broughtBy'>,
): AmendmentId | null {
  const key = moveInForce(now, clause) ?? moveInForce(before, clause)
  return key && names.broughtBy(penOf(key))
}

function redlineSpans(runs: readonly Run[], from: Sight, to: Sight, names: Names): RedlineSpan[] {
  const spans: RedlineSpan[] = []
  for (const run of runs) {
    for (const { range, before, after } of shared(run, from, to)) {
      const text = run.text.slice(range[1] - run.clock, range[1] - run.clock + range[2])
      if (before && after) push(spans, { op: 'kept', text, amendment: names.broughtBy(run.client) })
      else if (after) push(spans, { op: 'inserted', text, amendment: names.broughtBy(run.client) })
      else if (before) push(spans, { op: 'deleted', text, amendment: names.deletedBy(range) })
    }
  }
  return spans
}

/** The run cut so that each piece is of one presence in both states. */
function shared(run: Run, from: Sight, to: Sight): { range: Range; before: boolean; after: boolean }[] {
  return from.pieces([run.client, run.clock, run.text.length]).flatMap((first) =>
    to.pieces([run.client, run.clock + first.offset, first.length]).map((second) => ({
      range: [run.client, run.clock + first.offset + second.offset, second.length] as const,
      before: first.presence === 'stands',
      after: second.presence === 'stands',
    })),
  )
}

function push(spans: RedlineSpan[], span: RedlineSpan): void {
  const last = spans.at(-1)
  if (last && last.op === span.op && last.amendment === span.amendment) {
    spans[spans.length - 1] = { ...last, text: last.text + span.text }
  } else spans.push(span)
}

/** Names from the record: provenance is free, since every pen is one amendment's. */
export function namesOf(record: Pick<Record, 'amendments'>): Names {
  const all = Object.values(record.amendments)
  const byPen = new Map(all.flatMap((it) => it.revisions.map(({ pen }) => [pen, it.id] as const)))
  // Who decided first took the words out; one that came too late found them gone.
  const accepted = all
    .filter(({ state }) => state === 'accepted')
    .flatMap((it) => {
      const at = enteredAt(record, it)
      return at === null ? [] : [{ it, at }]
    })
    .sort((a, b) => a.at - b.at)
  return {
    broughtBy: (pen) => byPen.get(pen) ?? null,
    deletedBy: (range) => accepted.find(({ it }) => takesOut(it, range))?.it.id ?? null,
  }
}

/** The same as if these had been accepted: deletions are named after accepted amendments. */
export function namesWith({ amendments }: Pick<Record, 'amendments'>, ids: readonly AmendmentId[]): Names {
  const accepted = ids.flatMap((id) => {
    const amendment = amendments[id]
    return amendment ? [[id, { ...amendment, state: 'accepted' as const }]] : []
  })
  return namesOf({ amendments: { ...amendments, ...Object.fromEntries(accepted) } })
}

/**
 * When its words came into the text. One that is only looked at as if it were accepted comes after all that are; a
 * sub-amendment comes with its parent, just before it, or never.
 */
function enteredAt(record: Pick<Record, 'amendments'>, { amends, decision }: Amendment): number | null {
  const parent = amends ? record.amendments[amends.amendment] : undefined
  const at = decision?.act ?? Number.MAX_SAFE_INTEGER
  if (!parent || (parent.decision && parent.decision.act < at)) return at
  return parent.state === 'accepted' ? (parent.decision?.act ?? Number.MAX_SAFE_INTEGER) - 0.5 : null
}

const takesOut = (amendment: Amendment, [client, clock]: Range): boolean =>
  wordingInForce(amendment).edits.hunks.some(({ gone }) =>
    gone.some(([pen, start, length]) => pen === client && start <= clock && clock < start + length),
  )
