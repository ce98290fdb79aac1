import type { BlockId } from '../../../shared/ids.ts'
import type { Moment } from '../../../shared/moment.ts'
import { moveInForce, type Place, placesBetween } from '../../../shared/moves.ts'
import { standingOfMove } from '../../../shared/standing.ts'
import type { Changes } from './changes.ts'

/** Where clauses stand now that the file puts elsewhere, and new ones. */
export interface Places {
  readonly moved: readonly Place[]
  /** Of clauses that somebody else has moved since. */
  readonly lost: readonly BlockId[]
  readonly added: readonly { readonly id: BlockId; readonly after: BlockId | null }[]
}

export function placesIn(
  { order, added, moved }: Pick<Changes, 'order' | 'added' | 'moved'>,
  { then, now }: { readonly then: Moment; readonly now: Moment },
): Places {
  const fresh = new Set(added.map(({ id }) => id))
  const known = order.filter((id) => !fresh.has(id))
  const issued = then.sight.layout.order.filter((id) => known.includes(id))
  const stayed = longestInOrder(
    issued,
    known.filter((id) => !moved.has(id)),
  )
  const candidates = new Set(known.filter((id) => !stayed.has(id)))
  const places = placesBetween(issued, known, candidates)
  const isHere = new Set(now.sight.layout.order)
  const [first = null] = now.sight.layout.order
  /** Nothing stands before the title. */
  const anchorOf = (id: BlockId): BlockId | null =>
    order.slice(0, order.indexOf(id)).findLast((it) => isHere.has(it) || fresh.has(it)) ?? first
  const stands = ({ clause }: Place) =>
    standingOfMove({ clause, after: null, since: moveInForce(then.sight.layout, clause) }, now.sight) ===
      'stands' && isHere.has(clause)
  return {
    // A new clause that is withheld must leave nothing without its place.
    moved: places
      .filter(stands)
      .map(({ clause }) => ({ clause, after: blockBefore(order, clause, isHere) ?? first })),
    lost: places.filter((place) => !stands(place)).map(({ clause }) => clause),
    added: added.map(({ id }) => ({ id, after: anchorOf(id) })),
  }
}

const blockBefore = (order: readonly BlockId[], id: BlockId, among: ReadonlySet<BlockId>) =>
  order.slice(0, order.indexOf(id)).findLast((it) => among.has(it))

/** The most of `now` that still follow each other as in `before`: whoever is not among them was moved. */
function longestInOrder(before: readonly BlockId[], now: readonly BlockId[]): Set<BlockId> {
  const rank = now.map((id) => before.indexOf(id))
  const best: { length: number; previous: number }[] = []
  for (const [index, place] of rank.entries()) {
    let longest = { length: 1, previous: -1 }
    for (let earlier = 0; earlier < index; earlier++) {
      const { length } = best[earlier] ?? longest
      if ((rank[earlier] ?? 0) < place && length + 1 > longest.length)
        longest = { length: length + 1, previous: earlier }
    }
    best.push(longest)
  }
  const last = best.reduce((top, { length }, at) => (length > (best[top]?.length ?? 0) ? at : top), 0)
  const stayed = new Set<BlockId>()
  for (let at = best.length > 0 ? last : -1; at >= 0; at = best[at]?.previous ?? -1) stayed.add(now[at] ?? '')
  return stayed
}
