import { useMemo } from 'react'
import { type Moved, movesOfText } from '../../../shared/edits.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { useMessages } from '../../i18n.tsx'
import { bareExcerpt } from '../excerpt.ts'
import { useFloor, useProposed } from '../floor.tsx'
import { nameOfProposal, type Proposal, revised, touching } from '../proposals.ts'

/** So many of a clause stand in a line each; the others are read in the clause. */
const FIRST = 4

/** Before a clause is chosen: all that is proposed, clause by clause. */
export function AllAmendments() {
  const { blocks, may } = useFloor()
  const { proposals } = useProposed()
  const { panel } = useMessages().room
  const clauses = useMemo(() => {
    const whole = proposals.filter((it) => revised(it) === null)
    return blocks.map(({ id }) => ({ id, here: touching(whole, id) })).filter(({ here }) => here.length > 0)
  }, [blocks, proposals])
  if (clauses.length === 0) {
    return (
      <EmptyState title={panel.nothingYet}>
        {may('draft.open') ? panel.noAmendmentsHint : panel.noAmendmentsRead}
      </EmptyState>
    )
  }
  return (
    <div className="stack">
      <h2>{panel.all}</h2>
      {clauses.map(({ id, here }) => (
        <OfClause key={id} clause={id} here={here} />
      ))}
    </div>
  )
}

function OfClause({ clause, here }: { readonly clause: BlockId; readonly here: readonly Proposal[] }) {
  const { nameOf, select } = useFloor()
  const { panel } = useMessages().room
  const rest = here.length - FIRST
  return (
    <section className="stack-tight" aria-label={nameOf(clause)}>
      <h3 className="all-clause">
        <button type="button" className="text-button" onClick={() => select(clause)}>
          {nameOf(clause)}
        </button>{' '}
        <span className="tab-count">{here.length}</span>
      </h3>
      <ul className="all-list">
        {here.slice(0, FIRST).map((proposal) => (
          <Line key={proposal.id} proposal={proposal} clause={clause} />
        ))}
      </ul>
      {rest > 0 ? (
        <p>
          <button type="button" className="text-button small" onClick={() => select(clause)}>
            {panel.showMore(rest)}
          </button>
        </p>
      ) : null}
    </section>
  )
}

function Line({ proposal, clause }: { readonly proposal: Proposal; readonly clause: BlockId }) {
  const { open, record, nameOf } = useFloor()
  const { flagOf, isGroup } = useConference()
  const { moving } = useMessages()
  const { hunks, added } = proposal.edits
  const whither = (move: Moved) => {
    if (move.clause !== clause) return moving.ghostHere(nameOf(move.clause))
    return move.after === null ? moving.ghostAwayFirst : moving.ghostAway(nameOf(move.after))
  }
  const words = [
    ...bareExcerpt(hunks.filter((hunk) => hunk.clause === clause)),
    ...added
      .filter(({ id, after }) => after === clause || id === clause)
      .map(({ text }) => ({ op: 'inserted' as const, text })),
    ...movesOfText(proposal.edits)
      .filter((move) => move.clause === clause || move.after === clause)
      .map((move) => ({ op: 'kept' as const, text: ` ↕ ${whither(move)}` })),
  ]
  return (
    <li>
      <button type="button" className="all-line" onClick={() => open(proposal.id)}>
        <Flag alpha2={flagOf(proposal.sponsor)} size="small" isGroup={isGroup(proposal.sponsor)} />
        <strong className="numeric">{nameOfProposal(proposal)}</strong>
        <span className="all-words" lang={record.declaration.language} dir="auto">
          {words.map(({ op, text }, index) => {
            const Tag = op === 'deleted' ? 'del' : op === 'inserted' ? 'ins' : 'span'
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no other name, and are drawn anew together
            return <Tag key={index}>{text}</Tag>
          })}
        </span>
      </button>
    </li>
  )
}
