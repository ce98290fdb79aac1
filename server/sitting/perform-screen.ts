import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Case, Deed } from './deed.ts'

export function showOnScreen({ record, command }: Case<'screen.show'>): Deed | Refusal {
  const { clause, amendment } = command
  if (!record.clauses[clause]) return refuse('clause/unknown')
  if (amendment !== null && !record.amendments[amendment]) return refuse('amendment/unknown')
  const { screen } = record
  if (screen?.clause === clause && screen.amendment === amendment) return { step: null }
  return { step: { kind: 'screen turned', screen: { clause, amendment } } }
}
