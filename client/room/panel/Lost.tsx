import type { Hunk, Moved } from '../../../shared/edits.ts'
import { MovedClauses } from '../../design/parts/MovedClauses.tsx'
import { useMessages } from '../../i18n.tsx'
import { bareExcerpt } from '../excerpt.ts'
import { useFloor } from '../floor.tsx'
import { Redline } from './Redline.tsx'

export interface LostProps {
  readonly hunks: readonly Hunk[]
  readonly moves: readonly Moved[]
  readonly isPending: boolean
}

/** Changes of an amendment that fell away: nothing of them comes into the text any more. */
export function Lost({ hunks, moves, isPending }: LostProps) {
  const { nameOf, record } = useFloor()
  const { amending } = useMessages()
  const count = hunks.length + moves.length
  if (count === 0) return null
  return (
    <div className="stack-tight">
      <p className="muted small">{isPending ? amending.losing(count) : amending.lost(count)}</p>
      {hunks.map((hunk) => (
        <div key={`${hunk.clause} ${hunk.from}`}>
          <p className="redline-place">{nameOf(hunk.clause)}</p>
          <Redline spans={bareExcerpt([hunk])} language={record.declaration.language} />
        </div>
      ))}
      <MovedClauses moves={moves} nameOf={nameOf} />
    </div>
  )
}
