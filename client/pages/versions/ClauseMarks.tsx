import type { ComparedBlock } from '../../../shared/comparison.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { StoodAfter } from '../../design/parts/MovedClauses.tsx'
import { useMessages } from '../../i18n.tsx'

export interface ClauseMarksProps extends Pick<ComparedBlock, 'op' | 'moved'> {
  readonly nameOf: (clause: BlockId) => string
}

/** What became of a clause as a whole: new, struck, brought back, moved. */
export function ClauseMarks({ op, moved, nameOf }: ClauseMarksProps) {
  const { versions } = useMessages()
  return (
    <>
      {op === 'kept' ? null : (
        <>
          <Badge tone={op === 'inserted' || op === 'returned' ? 'good' : 'bad'}>
            {versions.clauses[op]}
          </Badge>{' '}
        </>
      )}
      {moved ? <StoodAfter {...moved} nameOf={nameOf} /> : null}
    </>
  )
}
