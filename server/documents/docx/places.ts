import type { Place } from '../../../shared/anchor.ts'
import type { AmendmentId, BlockId } from '../../../shared/ids.ts'
import type { Hand, Tracked, TrackedBlock, TrackedSpan } from '../../../shared/tracked.ts'
import { rowsOf } from './rows.ts'

/** Somewhere in a block, in its words with all that comes and goes in them. */
export interface Spot extends Place {
  readonly block: BlockId
}

/** Where each amendment is seen first: what it brings or takes out, or the clause that it moves. */
export function firstSpots(tracked: Tracked): ReadonlyMap<AmendmentId, Spot> {
  const spots = new Map<AmendmentId, Spot>()
  const keep = ({ amendment }: Hand, spot: Spot) => {
    if (amendment !== null && !spots.has(amendment)) spots.set(amendment, spot)
  }
  for (const { block, is } of rowsOf(tracked)) {
    if (is === 'leaves') continue
    const mover = tracked.moved.get(block.id)
    for (const hand of handsIn(block)) {
      const [first] = stretches(block, (span) => isOn(span, hand))
      if (first) keep(hand, first)
    }
    if (mover) keep(mover, wholeOf(block))
  }
  return spots
}

/** Whose deletions of the same words stand behind that of another, and where. */
export function secondHands(tracked: Tracked): { readonly by: Hand; readonly spot: Spot }[] {
  return [...tracked.blocks.values()].flatMap((block) => {
    const seconds = new Set(block.spans.flatMap(({ gone }) => gone.slice(1)))
    return [...seconds].flatMap((by) =>
      stretches(block, ({ gone }) => gone.indexOf(by) > 0).map((spot) => ({ by, spot })),
    )
  })
}

export const wholeOf = ({ id, spans }: TrackedBlock): Spot => ({
  ...{ block: id, from: 0 },
  to: spans.reduce((sum, { text }) => sum + text.length, 0),
})

/** Words of the text, found again among those that come. */
export function spotOf({ id, spans }: TrackedBlock, { from, to }: Place): Spot {
  let [at, old] = [0, 0]
  let [start, end] = [0, 0]
  for (const { by, text } of spans) {
    if (by === null) {
      if (from >= old && from < old + text.length) start = at + from - old
      if (to > old && to <= old + text.length) end = at + to - old
      old += text.length
    }
    at += text.length
  }
  return { block: id, from: start, to: Math.max(start, end) }
}

const handsIn = ({ spans }: TrackedBlock): Set<Hand> =>
  new Set(spans.flatMap(({ by, gone }) => (by ? [by, ...gone] : gone)))

const isOn = ({ by, gone }: TrackedSpan, hand: Hand): boolean => by === hand || gone.includes(hand)

/** The stretches of a block on which all spans are such. */
function stretches({ id, spans }: TrackedBlock, isSuch: (span: TrackedSpan) => boolean): Spot[] {
  const found: { block: BlockId; from: number; to: number }[] = []
  let at = 0
  for (const span of spans) {
    const to = at + span.text.length
    const last = found.at(-1)
    if (isSuch(span) && last?.to === at) last.to = to
    else if (isSuch(span)) found.push({ block: id, from: at, to })
    at = to
  }
  return found
}
