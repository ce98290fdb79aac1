import { wordingInForce } from '../../shared/amendment.ts'
import { supersededBy } from '../../shared/compromise.ts'
import { fallingWith } from '../../shared/order.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { parentOf, subAmendments } from '../../shared/subamendment.ts'
import type { Case, Deed } from './deed.ts'
import { labelsFor } from './numbers.ts'
import { pending } from './perform-amendment.ts'
import { takenIn } from './perform-incorporate.ts'

/** Accepting applies the engrossed wording to the text; rejecting changes nothing but the record (rule A2). */
export function decide({ state, record, command }: Case<'amendment.decide'>): Deed | Refusal {
  const amendment = pending(record, command.amendment)
  if (isRefusal(amendment)) return amendment
  const { note } = command
  if (command.decision === 'reject') {
    return { step: { kind: 'amendment rejected', amendment: amendment.id, note } }
  }
  if (state.effectOf(amendment).standing === 'carried') return refuse('amendment/carried')
  // Sub-amendments are decided before what they amend.
  const first = subAmendments(record, amendment.id).find((sub) => state.remainsOf(sub).update)
  if (first) return refuse('amendment/sub-first', { amendment: first.id })
  const parent = parentOf(record, amendment)
  if (parent) return takenIn(state, { sub: amendment, parent, note })
  const { update, lost, lostMoves } = state.remainsOf(amendment)
  if (!update) return refuse('amendment/overtaken')
  const { wording } = wordingInForce(amendment)
  const labels = labelsFor(state, record, update)
  const supersedes = supersededBy(amendment, record)
  const falls = fallingWith(amendment.id, record).filter((id) => !supersedes.includes(id))
  const step = {
    kind: 'amendment accepted' as const,
    ...{ amendment: amendment.id, wording, note, labels },
    ...(supersedes.length > 0 ? { supersedes } : {}),
    ...(falls.length > 0 ? { falls } : {}),
  }
  if (lost.length + lostMoves.length === 0) return { step }
  const gone = { lost, ...(lostMoves.length > 0 ? { lostMoves } : {}) }
  return { step: { ...step, ...gone }, engrossed: update }
}

/** Moves a clause on its ladder: open, bracketed, agreed ad referendum (capitals awaited), agreed. */
export function mark({ record, command }: Case<'clause.mark'>): Deed | Refusal {
  const { clause, ladder } = command
  if (!record.clauses[clause]) return refuse('clause/unknown')
  const awaiting = ladder === 'ad referendum' ? [...new Set(command.awaiting)].sort() : []
  return { step: { kind: 'clause marked', clause, ladder, awaiting } }
}
