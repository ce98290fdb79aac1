import { wordingInForce } from '../../../shared/amendment.ts'
import { isEmpty, movesOfText } from '../../../shared/edits.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import type { Proposal } from '../proposals.ts'
import { useBase } from '../useBase.ts'
import { EditsRedline } from './EditsRedline.tsx'

/** What the proposal does here; where the text has moved on, the words as they were tabled. */
export function CardRedline(props: {
  readonly proposal: Proposal
  /** Null: all of it. */
  readonly clause: BlockId | null
}) {
  const { proposal, clause } = props
  const { nameOf } = useFloor()
  const { room } = useMessages()
  const isPending = proposal.is === 'draft' || proposal.amendment.state === 'pending'
  const hasEffect = isPending && !isEmpty(proposal.edits)
  const edits =
    hasEffect || proposal.is === 'draft' ? proposal.edits : wordingInForce(proposal.amendment).edits
  const base = useBase(proposal.is === 'draft' ? proposal.draft.amends : proposal.amendment.amends)
  const moves = movesOfText(edits)
  const isToldHere = moves.filter((move) => move.clause === clause || move.after === clause)
  const told = new Set([clause, ...isToldHere.map((move) => move.clause)])
  const changed = new Set([...edits.hunks, ...moves].map((it) => it.clause))
  const elsewhere = [...changed].filter((id) => clause !== null && !told.has(id))
  return (
    <>
      <EditsRedline edits={edits} clause={clause} inPlace={hasEffect} on={base} />
      {isPending && !hasEffect ? <p className="muted small">{room.card.overtakenHint}</p> : null}
      {elsewhere.length > 0 ? (
        <p className="muted small">{room.card.alsoIn(elsewhere.map(nameOf).join(', '))}</p>
      ) : null}
    </>
  )
}
