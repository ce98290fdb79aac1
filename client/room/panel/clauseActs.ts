import type { Act } from '../../../shared/act.ts'
import { type Edits, touched } from '../../../shared/edits.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { Record } from '../../../shared/record.ts'

/** The public acts that touch the clause: its marks and comments, and all about amendments of it. Latest first. */
export function clauseActs(acts: readonly Act[], record: Record, clause: BlockId): Act[] {
  const concerns = (edits: Edits): boolean =>
    touched(edits).has(clause) || edits.added.some(({ id }) => id === clause)
  const amends = (id: string): boolean =>
    record.amendments[id]?.revisions.some(({ edits }) => concerns(edits)) ?? false
  const commentsOn = (id: string): boolean => {
    const on = record.threads[id]?.on
    return on !== undefined && ('clause' in on ? on.clause === clause : amends(on.amendment))
  }
  const touches = (act: Act): boolean => {
    if ('edits' in act) return concerns(act.edits)
    if ('amendment' in act) return amends(act.amendment)
    if (act.kind === 'clause marked') return act.clause === clause
    return 'thread' in act && commentsOn(act.thread)
  }
  return acts.filter(touches).reverse()
}
