import type { BlockId } from '../../../shared/ids.ts'
import type { Place } from '../../../shared/moves.ts'
import { useMessages } from '../../i18n.tsx'
import { Badge } from './Badge.tsx'
import './Redline.css'

export interface MovedClausesProps {
  readonly moves: readonly Place[]
  readonly nameOf: (clause: BlockId) => string
}

/** Where clauses are to stand, a line for each. */
export function MovedClauses({ moves, nameOf }: MovedClausesProps) {
  const { moving } = useMessages()
  return moves.map(({ clause, after }) => (
    <p key={clause} className="redline-move">
      <span aria-hidden="true">↕ </span>
      {after === null ? moving.movesFirst(nameOf(clause)) : moving.moves(nameOf(clause), nameOf(after))}
    </p>
  ))
}

export interface StoodAfterProps {
  readonly from: BlockId | null
  /** The amendment that moved it. */
  readonly amendment: string | null
  readonly nameOf: (clause: BlockId) => string
}

/** A sign at a clause that stands elsewhere than before. */
export function StoodAfter({ from, amendment, nameOf }: StoodAfterProps) {
  const { moving } = useMessages()
  const where = from === null ? moving.stoodFirst : moving.stoodAfter(nameOf(from))
  return (
    <>
      <Badge>{amendment ? moving.hereBy(amendment, where) : moving.here(where)}</Badge>{' '}
    </>
  )
}
