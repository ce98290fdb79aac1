import { useCallback, useMemo } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

export interface MoveWords {
  /** `Clause 3`; a clause of one's own has no number yet. */
  readonly nameOf: (clause: BlockId) => string
  /** `Clause 5 now stands after Clause 2 in your draft.` */
  readonly moved: (clause: BlockId, after: BlockId | null) => string
}

/** Clauses that are moved, as a person says it. */
export function useClauseNames(): MoveWords {
  const { nameOf: nameOfText, labels } = useFloor()
  const { moving } = useMessages()
  const nameOf = useCallback(
    (clause: BlockId) => (clause in labels ? nameOfText(clause) : moving.newClause),
    [nameOfText, labels, moving],
  )
  return useMemo(
    () => ({
      nameOf,
      moved: (clause, after) =>
        after === null ? moving.movedFirst(nameOf(clause)) : moving.moved(nameOf(clause), nameOf(after)),
    }),
    [nameOf, moving],
  )
}
