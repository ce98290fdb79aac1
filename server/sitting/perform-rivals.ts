import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'
import { pending } from './perform-amendment.ts'

/** The desk decides in another order than furthest from the text first. */
export function order({ record, command }: Case<'amendment.order'>): Deed | Refusal {
  const refusal = faultOf(command.order, record)
  if (refusal) return refusal
  return { step: { kind: 'order changed', order: command.order } }
}

/** The desk says which amendments this one can't outlive. */
export function tie({ record, command }: Case<'amendment.tie'>): Deed | Refusal {
  const { amendment, fallsIf } = command
  const refusal = faultOf([amendment, ...fallsIf], record)
  if (refusal) return refusal
  return { step: { kind: 'amendment tied', amendment, fallsIf: [...fallsIf].sort() } }
}

function faultOf(ids: readonly string[], record: Case['record']): Refusal | null {
  if (new Set(ids).size < ids.length) return refuse('amendment/not-rivals')
  return ids.map((id) => pending(record, id)).find(isRefusal) ?? null
}
