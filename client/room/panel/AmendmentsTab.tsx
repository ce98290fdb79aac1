import { useMemo } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { decidedProposals, rivalsAmong, touching } from '../proposals.ts'
import { ProposalCard } from './ProposalCard.tsx'

/** All that is proposed for the clause; below it, what was decided. */
export function AmendmentsTab({ clause }: { readonly clause: BlockId }) {
  const { proposals, texts, view, may } = useFloor()
  const { room } = useMessages()
  const here = useMemo(() => touching(proposals, clause), [proposals, clause])
  const rivals = useMemo(() => rivalsAmong(here, texts), [here, texts])
  const decided = useMemo(() => touching(decidedProposals(view), clause), [view, clause])
  return (
    <div className="stack">
      {here.length === 0 ? (
        <EmptyState title={room.panel.noAmendments}>
          {may('draft.open') ? room.panel.noAmendmentsHint : room.panel.noAmendmentsRead}
        </EmptyState>
      ) : null}
      {here.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          clause={clause}
          rivals={rivals.get(proposal.id) ?? []}
        />
      ))}
      {decided.length > 0 ? (
        <details className="decided">
          <summary>
            {room.panel.decided} ({decided.length})
          </summary>
          <div className="stack">
            {decided.map((proposal) => (
              <ProposalCard key={proposal.id} proposal={proposal} clause={clause} rivals={[]} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}
