import type { Act } from '../../../shared/act.ts'
import { type Edits, touched } from '../../../shared/edits.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { Record } from '../../../shared/record.ts'

/** The public acts that touch the clause: its marks and comments, and all about amendments of it. Latest first. */
export const clauseActs = (acts: readonly Act[], record: Record, clause: BlockId): Act[] =>
  acts.filter((act) => clausesOf(act, record).has(clause)).reverse()

/** The clauses that an act touches; none for one about the whole declaration. */
export function clausesOf(act: Act, record: Record): ReadonlySet<BlockId> {
  if ('edits' in act) return clausesIn(act.edits)
  if ('amendment' in act) return amendedBy(act.amendment, record)
  if (act.kind === 'order changed') return new Set(act.order.flatMap((id) => [...amendedBy(id, record)]))
  if (act.kind === 'clause marked' || act.kind === 'clause confirmed') return new Set([act.clause])
  if (!('thread' in act)) return new Set()
  const on = record.threads[act.thread]?.on
  if (on === undefined) return new Set()
  return 'clause' in on ? new Set([on.clause]) : amendedBy(on.amendment, record)
}

/** Where an amendment changes words, in any of its wordings. */
export const amendedBy = (id: string, record: Record): ReadonlySet<BlockId> =>
  new Set(record.amendments[id]?.revisions.flatMap(({ edits }) => [...clausesIn(edits)]))

const clausesIn = (edits: Edits): ReadonlySet<BlockId> =>
  new Set([...touched(edits), ...edits.added.map(({ id }) => id)])
