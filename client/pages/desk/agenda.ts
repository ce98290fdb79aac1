import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import { changed, type Edits, touched } from '../../../shared/edits.ts'
import type { AmendmentId, BlockId } from '../../../shared/ids.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { distanceOf, inOrderOfDecision } from '../../../shared/order.ts'
import { rivals } from '../../../shared/rivals.ts'
import { isSpent, type Standing } from '../../../shared/standing.ts'
import { parentOf, subAmendments } from '../../../shared/subamendment.ts'
import type { Block } from '../../../shared/text.ts'

/** What the desk decides, in the order of decision. */

/** A pending amendment with what accepting it would do now. */
export interface Item {
  readonly amendment: Amendment
  readonly edits: Edits
  readonly standing: Standing
  /** Characters that it takes out or brings: how far it is from the text. */
  readonly distance: number
  /** Pending amendments that can't have their way together with it. */
  readonly rivals: readonly AmendmentId[]
  /** Those that it changes, and those after which it moves others, in the order of the text; never empty. */
  readonly clauses: readonly BlockId[]
}

export interface ClauseAgenda {
  readonly block: Block
  /** Rivals stand in one group; the group that reaches furthest comes first. */
  readonly groups: readonly (readonly Item[])[]
  /** Those that touch this clause too but are decided under an earlier one. */
  readonly elsewhere: readonly Item[]
}

/** What the agenda is made of. */
type Sight = Pick<RoomView, 'record' | 'effects'>

export function agendaOf({ record, effects }: Sight, blocks: readonly Block[]): ClauseAgenda[] {
  const pending = Object.values(record.amendments).filter(
    (it) => it.state === 'pending' && !parentOf(record, it),
  )
  const texts = new Map(blocks.map(({ id, text }) => [id, text]))
  const items = pending.map((amendment) => itemOf(amendment, effects, blocks))
  const tied = withRivals(items, texts)
  return blocks.map((block) => ({
    block,
    groups: groupsOf(tied.filter(({ clauses }) => clauses[0] === block.id)),
    elsewhere: tied.filter(({ clauses }) => clauses.slice(1).includes(block.id)),
  }))
}

/** Only those that touch a clause in common can be rivals: of a thousand, few are compared. */
function withRivals(items: readonly Item[], texts: ReadonlyMap<BlockId, string>): Item[] {
  const at = new Map<BlockId, number[]>()
  items.forEach(({ edits }, nth) => {
    for (const clause of touched(edits)) {
      const near = at.get(clause)
      if (near) near.push(nth)
      else at.set(clause, [nth])
    }
  })
  const found = items.map(() => new Set<number>())
  for (const near of at.values()) {
    near.forEach((a, index) => {
      for (const b of near.slice(index + 1)) {
        const [one, other] = [items[a], items[b]]
        if (!one || !other || found[a]?.has(b) || rivals(texts, one.edits, other.edits).length === 0) continue
        found[a]?.add(b)
        found[b]?.add(a)
      }
    })
  }
  return items.map((item, nth) => ({
    ...item,
    rivals: [...(found[nth] ?? [])].sort((a, b) => a - b).flatMap((b) => items[b]?.amendment.id ?? []),
  }))
}

/** What amends the amendment, to be decided before it; told against its words. */
export const subItems = ({ record, effects }: Sight, parent: AmendmentId, blocks: readonly Block[]): Item[] =>
  subAmendments(record, parent).map((amendment) => itemOf(amendment, effects, blocks))

/** Those that are wanted, in the order of decision: what amends one of them before it, and none without that. */
export function tickedAmong(
  items: readonly Item[],
  wanted: readonly AmendmentId[],
  view: Sight,
  blocks: readonly Block[],
): Item[] {
  if (wanted.length === 0) return []
  const isWanted = ({ amendment }: Item) => wanted.includes(amendment.id)
  return items.flatMap((item) => {
    const subs = subItems(view, item.amendment.id, blocks)
    const isReady = subs.every((sub) => isSpent(sub.standing) || isWanted(sub))
    return [...subs.filter(isWanted), ...(isReady && isWanted(item) ? [item] : [])]
  })
}

function itemOf(amendment: Amendment, effects: RoomView['effects'], blocks: readonly Block[]): Item {
  const tabled = wordingInForce(amendment).edits
  const effect = effects[amendment.id] ?? { edits: tabled, standing: 'stands' }
  // One of which nothing is left still has a place: where it was tabled.
  const edits = isSpent(effect.standing) ? tabled : effect.edits
  const order = blocks.map(({ id }) => id)
  // What is moved is decided where it stands, not where it would come.
  const [first, where] = [changed(edits), touched(edits)]
  const clauses = [
    ...order.filter((id) => first.has(id)),
    ...order.filter((id) => where.has(id) && !first.has(id)),
  ]
  return {
    amendment,
    ...effect,
    distance: distanceOf(effect.edits),
    rivals: [],
    clauses: clauses.length > 0 ? clauses : blocks.slice(0, 1).map(({ id }) => id),
  }
}

/** Rivals of rivals are in the same group: what is decided of one bears on all. */
function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = []
  for (const item of inOrderOfDecision(items)) {
    const near = groups.filter((group) => group.some((it) => it.rivals.includes(item.amendment.id)))
    const [first, ...others] = near
    if (!first) {
      groups.push([item])
      continue
    }
    first.splice(0, first.length, ...inOrderOfDecision([...first, ...others.flat(), item]))
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups
}
