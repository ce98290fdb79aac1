import type { Refusal } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'

/** Lets everybody see the final text and its roll, signed in or not; or no longer, as an act too. */
export function publishRoll({ record, command }: Case<'roll.publish'>): Deed | Refusal {
  const { publish } = command
  if (publish === (record.isPublic ?? false)) return { step: null }
  return { step: { kind: 'roll published', published: publish } }
}
