import type { DeclarationId } from '../../shared/ids.ts'
import { useCapacity } from '../api/session.tsx'
import { HistoryWarning } from './HistoryWarning.tsx'
import { useWitness } from './useWitness.ts'

export interface HistoryWatchProps {
  readonly declaration: DeclarationId
  /** How many acts the record has; null until it has arrived. */
  readonly acts: number | null
}

const QUIETLY = { first: 5_000, pause: 60_000 }

/** Watches the ledger from whatever page of the declaration is open; says something only where it has to warn. */
export function HistoryWatch({ declaration, acts }: HistoryWatchProps) {
  const { id: capacity } = useCapacity()
  const { memory } = useWitness({ declaration, capacity, acts }, QUIETLY)
  const { contradiction } = memory
  return contradiction ? <HistoryWarning declaration={declaration} contradiction={contradiction} /> : null
}
