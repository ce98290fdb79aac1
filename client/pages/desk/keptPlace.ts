import type { AmendmentId, BlockId, ById } from '../../../shared/ids.ts'
import type { ClauseAgenda } from './agenda.ts'

/** Where the desk goes on once amendments are decided: the first of these that still stands on it. */
export interface KeptPlace {
  readonly decided: readonly AmendmentId[]
  /** Those after them in the order of decision of their clause, then those before; of a sub-amendment, its parent last. */
  readonly next: readonly AmendmentId[]
  /** Its heading, where nothing of the clause is left to decide. */
  readonly clause: BlockId
}

/** Null where none of them is on the agenda. `subsOf`: the sub-amendments of an amendment, in their order. */
export function keptPlace(
  agenda: readonly ClauseAgenda[],
  decided: readonly AmendmentId[],
  parents: ById<AmendmentId>,
): KeptPlace | null {
  const [first = '', last = ''] = [decided[0], decided.at(-1)]
  const parent = parents[first]
  const under = parent ?? first
  const found = agenda.find(({ groups }) => groups.flat().some(({ amendment }) => amendment.id === under))
  if (!found) return null
  const own = found.groups.flat().map(({ amendment }) => amendment.id)
  const siblings = Object.keys(parents).filter((id) => parent !== undefined && parents[id] === parent)
  const next = parent === undefined ? around(own, last) : [...around(siblings, last), parent]
  return { decided, next: next.filter((id) => !decided.includes(id)), clause: found.block.id }
}

function around(order: readonly AmendmentId[], id: AmendmentId): AmendmentId[] {
  const at = order.indexOf(id)
  return [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))]
}
