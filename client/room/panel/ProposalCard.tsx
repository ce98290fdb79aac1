import { memo, useEffect, useRef } from 'react'
import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { Badge, type BadgeTone } from '../../design/parts/Badge.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { useMessages } from '../../i18n.tsx'
import { Discussion } from '../comments/Discussion.tsx'
import { useFloor } from '../floor.tsx'
import { useNewsSince } from '../follow/useFollowing.ts'
import { nameOfProposal, type Proposal, revised, spoken, type TabledProposal } from '../proposals.ts'
import { CardActions } from './CardActions.tsx'
import { CardRedline } from './CardRedline.tsx'
import { Lost } from './Lost.tsx'
import { OpeningChanges } from './OpeningChanges.tsx'
import { Origin } from './Origin.tsx'
import { Positions } from './Positions.tsx'
import { Reworded } from './Reworded.tsx'
import { Standpoints } from './Standpoints.tsx'
import { SubAmendments } from './SubAmendments.tsx'

export interface ProposalCardProps {
  readonly proposal: Proposal
  /** Where its card stands; null: wherever it changes words. */
  readonly clause: BlockId | null
  /** The names of its rivals; empty where it has none. */
  readonly rivals: string
  /** Whether it is a rival of the draft in the editor. */
  readonly isAgainst: boolean
}

/** A proposal, told by flag, name and number first: its words, why, what others think, what one can do. */
export const ProposalCard = memo(function ProposalCard(props: ProposalCardProps) {
  const { proposal, clause, rivals, isAgainst } = props
  const { opened } = useFloor()
  const { flagOf, isGroup } = useConference()
  const card = useRef<HTMLElement>(null)
  const isOpen = opened === proposal.id
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <article
      ref={card}
      className={isOpen ? 'card is-open' : 'card'}
      aria-label={nameOfProposal(proposal)}
      data-proposal-card={proposal.id}
    >
      <header className="card-head">
        <Flag alpha2={flagOf(proposal.sponsor)} size="medium" isGroup={isGroup(proposal.sponsor)} />
        <Heading proposal={proposal} />
        {proposal.is === 'amendment' ? <Signs proposal={proposal} /> : null}
      </header>
      {proposal.is === 'amendment' ? <Origin amendment={proposal.amendment} /> : null}
      {proposal.is === 'amendment' ? <Standpoints amendment={proposal.amendment} /> : null}
      <Names proposal={proposal} />
      {clause === null ? null : <OpeningChanges proposal={proposal} clause={clause} />}
      <CardRedline proposal={proposal} clause={clause} />
      {proposal.is === 'amendment' && proposal.standing !== 'overtaken' ? (
        <Lost hunks={proposal.lost} moves={proposal.lostMoves} isPending={proposal.standing !== null} />
      ) : null}
      <Rivals rivals={rivals} isAgainst={isAgainst} />
      {proposal.is === 'amendment' ? <Tabled proposal={proposal} /> : null}
    </article>
  )
})

function Heading({ proposal }: { readonly proposal: Proposal }) {
  const { room, amending } = useMessages()
  const { nameOf } = useConference()
  const isTabled = proposal.is === 'amendment'
  const numbered = (id: string, to: string | undefined) =>
    to ? amending.to(spoken(id), spoken(to)) : spoken(id)
  const drafting = () => {
    const name = nameOf(proposal.sponsor)
    const to = proposal.is === 'draft' ? proposal.draft.amends?.amendment : undefined
    if (to) return amending.draftTo(name, spoken(to))
    const id = revised(proposal)
    return id ? room.card.revisionOf(name, spoken(id)) : room.card.draftOf(name)
  }
  const tabledBy = ({ sponsor, number }: Amendment) =>
    [nameOf(sponsor), ...(number > 0 ? [amending.tabledAs(number)] : [])].join(' · ')
  return (
    <h3 className="card-name">
      {isTabled ? numbered(proposal.id, proposal.amendment.amends?.amendment) : drafting()}
      <span className="card-hint">{isTabled ? tabledBy(proposal.amendment) : room.card.draftHint}</span>
    </h3>
  )
}

const STATE_TONES: Readonly<Record<string, BadgeTone>> = { accepted: 'good', rejected: 'bad' }

function Signs({ proposal: { amendment, standing } }: { readonly proposal: TabledProposal }) {
  const { room, common, follow } = useMessages()
  const { revision } = wordingInForce(amendment)
  const { amendments } = useNewsSince()
  return (
    <span className="card-signs">
      {amendments.has(amendment.id) ? <span className="new-sign">{follow.isNew}</span> : null}
      {revision > 1 ? <Badge>{room.card.revision(revision)}</Badge> : null}
      {amendment.state === 'pending' ? null : (
        <Badge tone={STATE_TONES[amendment.state] ?? 'plain'}>{common.states[amendment.state]}</Badge>
      )}
      {standing && standing !== 'stands' ? (
        <Badge tone="warning">{room.card.standing[standing]}</Badge>
      ) : null}
    </span>
  )
}

function Names({ proposal }: { readonly proposal: Proposal }) {
  const { room } = useMessages()
  const { nameOf } = useConference()
  const others = proposal.sponsors.filter((code) => code !== proposal.sponsor)
  const unconfirmed =
    proposal.is === 'amendment'
      ? Object.keys(proposal.amendment.cosponsors).filter((code) => !proposal.sponsors.includes(code))
      : []
  return (
    <>
      {others.length > 0 ? (
        <p className="card-sponsors">
          {room.card.with}
          {others.map((code) => (
            <DelegationChip key={code} code={code} show="name" />
          ))}
        </p>
      ) : null}
      {unconfirmed.length > 0 ? (
        <p className="muted small">{room.card.invited(unconfirmed.map(nameOf).join(', '))}</p>
      ) : null}
    </>
  )
}

function Rivals({ rivals, isAgainst }: Pick<ProposalCardProps, 'rivals' | 'isAgainst'>) {
  const { card } = useMessages().room
  return (
    <>
      {isAgainst ? (
        <p>
          <Badge tone="rival">{card.rivalOfDraft}</Badge>
        </p>
      ) : null}
      {rivals ? (
        <p>
          <Badge tone="rival">{card.rivalOf(rivals)}</Badge>
        </p>
      ) : null}
    </>
  )
}

function Tabled({ proposal }: { readonly proposal: TabledProposal }) {
  const { room } = useMessages()
  const { amendment } = proposal
  const { reason } = wordingInForce(amendment)
  return (
    <>
      {reason ? <p className="card-reason">{reason}</p> : null}
      {amendment.decision?.note ? (
        <p className="card-reason">
          <strong>{room.card.note}</strong> {amendment.decision.note}
        </p>
      ) : null}
      <Reworded amendment={amendment} />
      <Positions amendment={amendment} />
      <CardActions proposal={proposal} />
      <SubAmendments
        parent={proposal}
        card={(sub) => <ProposalCard key={sub.id} proposal={sub} clause={null} rivals="" isAgainst={false} />}
      />
      <Discussion amendment={amendment.id} />
    </>
  )
}
