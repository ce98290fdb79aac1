import { useMemo } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { openingChanges } from '../../../shared/strength.ts'
import { useFloor } from '../floor.tsx'
import type { Proposal } from '../proposals.ts'
import { StrengthSign } from '../StrengthSign.tsx'

/** A change of the opening verb, with what it does to the commitment: delegations look for exactly that. */
export function OpeningChanges({
  proposal,
  clause,
}: {
  readonly proposal: Proposal
  readonly clause: BlockId
}) {
  const { texts, record } = useFloor()
  const { language } = record.declaration
  const isInPlace = proposal.is === 'draft' || proposal.amendment.state === 'pending'
  const changes = useMemo(
    () => (isInPlace ? openingChanges(proposal.edits, texts, language) : []),
    [isInPlace, proposal.edits, texts, language],
  )
  const here = changes.find((change) => change.clause === clause)
  if (!here) return null
  return (
    <p className="opening-change">
      <StrengthSign strength={here.strength} />
      <span lang={language}>
        <em>{here.was}</em> → <em>{here.now}</em>
      </span>
    </p>
  )
}
