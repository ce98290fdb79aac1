import { useMemo, useState } from 'react'
import type { BlockId, DelegationCode } from '../../../shared/ids.ts'
import { Button } from '../../design/parts/Button.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor, useProposed } from '../floor.tsx'
import { decidedProposals, nameOfProposal, type Proposal, rivalsAmong, touching } from '../proposals.ts'
import { isAsked } from './CoSponsor.tsx'
import { ProposalCard } from './ProposalCard.tsx'

/** So many cards at a time: a clause of the plenary has hundreds, and nobody reads them all at once. */
const PILE = 12

/** All that is proposed for the clause; below it, what was decided. */
export function AmendmentsTab({ clause }: { readonly clause: BlockId }) {
  const { record, may, capacity } = useFloor()
  const { proposals } = useProposed()
  const { room } = useMessages()
  const here = useMemo(
    () => askedFirst(touching(proposals, clause), capacity.delegation),
    [proposals, clause, capacity.delegation],
  )
  const decided = useMemo(
    () => touching(decidedProposals(record.amendments), clause),
    [record.amendments, clause],
  )
  const [showsDecided, showDecided] = useState(false)
  return (
    <div className="stack">
      {here.length === 0 ? (
        <EmptyState title={room.panel.noAmendments}>
          {may('draft.open') ? room.panel.noAmendmentsHint : room.panel.noAmendmentsRead}
        </EmptyState>
      ) : null}
      <Cards proposals={here} clause={clause} among={here} />
      {decided.length > 0 ? (
        <details className="decided" onToggle={(event) => showDecided(event.currentTarget.open)}>
          <summary>
            {room.panel.decided} ({decided.length})
          </summary>
          <div className="stack">
            {showsDecided ? <Cards proposals={decided} clause={clause} among={NONE} /> : null}
          </div>
        </details>
      ) : null}
    </div>
  )
}

/** The first of them, the opened one wherever it lies, and a way to the others. */
function Cards(props: {
  readonly proposals: readonly Proposal[]
  readonly clause: BlockId
  /** Where their rivals are looked for. */
  readonly among: readonly Proposal[]
}) {
  const { proposals, clause, among } = props
  const { opened, texts } = useFloor()
  const { against, subs } = useProposed()
  const { panel } = useMessages().room
  const [piles, setPiles] = useState(1)
  const shown = useMemo(() => {
    const isOpened = ({ id }: Proposal) =>
      id === opened || (subs.get(id)?.some((sub) => sub.id === opened) ?? false)
    return proposals.filter((it, index) => index < piles * PILE || isOpened(it))
  }, [proposals, piles, opened, subs])
  const rivals = useMemo(() => rivalsAmong(shown, among, texts), [shown, among, texts])
  const rest = proposals.length - shown.length
  return (
    <>
      {shown.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          clause={clause}
          rivals={namesOf(rivals.get(proposal.id) ?? NONE)}
          isAgainst={against.has(proposal.id)}
        />
      ))}
      {rest > 0 ? <Button onPress={() => setPiles(piles + 1)}>{panel.showMore(rest)}</Button> : null}
    </>
  )
}

/** Those that wait for one's own name stand before all others. */
function askedFirst(proposals: readonly Proposal[], delegation: DelegationCode | null): Proposal[] {
  const waits = (it: Proposal) => it.is === 'amendment' && isAsked(it.amendment, delegation)
  return [...proposals.filter(waits), ...proposals.filter((it) => !waits(it))]
}

const NONE: readonly Proposal[] = []

/** The first few: of hundreds nobody would read the names. */
function namesOf(rivals: readonly Proposal[]): string {
  const names = rivals.slice(0, PILE / 2).map(nameOfProposal)
  const rest = rivals.length - names.length
  return [...names, ...(rest > 0 ? [`+${rest}`] : [])].join(', ')
}
