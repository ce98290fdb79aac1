import { useState } from 'react'
import { Link } from 'react-router'
import type { Amendment } from '../../../shared/amendment.ts'
import { isReplaced } from '../../../shared/subamendment.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken, type TabledProposal } from '../proposals.ts'
import { AnswerCompromise } from './AnswerCompromise.tsx'
import { CoSponsor, isAsked, isNamed } from './CoSponsor.tsx'
import { Incorporate } from './Incorporate.tsx'
import { Invite } from './Invite.tsx'
import { OptOut } from './OptOut.tsx'
import { TakePosition } from './TakePosition.tsx'
import { TakeUp } from './TakeUp.tsx'

/** What this role can do with the amendment at this stage, and nothing else. */
export function CardActions({ proposal }: { readonly proposal: TabledProposal }) {
  const { amendment } = proposal
  const { may, capacity, declaration } = useFloor()
  const { room } = useMessages()
  if (amendment.state === 'withdrawn') return <TakeUp amendment={amendment} />
  if (amendment.state !== 'pending') return null
  const own = amendment.sponsor === capacity.delegation
  const named = capacity.delegation !== null && isNamed(amendment, capacity.delegation)
  return (
    <div className="card-actions">
      <AnswerCompromise amendment={amendment} />
      <OptOut amendment={amendment} />
      {!own && !named && may('amendment.position') ? <TakePosition amendment={amendment} /> : null}
      <div className="row">
        <Incorporate proposal={proposal} />
        {(!own || isAsked(amendment, capacity.delegation)) && may('amendment.cosponsor') ? (
          <CoSponsor amendment={amendment} />
        ) : null}
        {amendment.compromise && may('compromise.put') ? <Reword amendment={amendment} /> : null}
        {own && may('amendment.invite') ? <Invite amendment={amendment} /> : null}
        {!own && !amendment.amends && may('draft.open') ? <Amend amendment={amendment} /> : null}
        {may('draft.open') && !(amendment.amends && !own) ? <Draft amendment={amendment} own={own} /> : null}
        {own && may('amendment.withdraw') ? <Withdraw amendment={amendment} /> : null}
        {may('amendment.decide') ? (
          <Link to={`/as/${capacity.id}/d/${declaration}/desk`}>{room.card.desk}</Link>
        ) : null}
      </div>
    </div>
  )
}

/** One's own is revised; another's can be the start of a compromise. */
function Draft({ amendment, own }: { readonly amendment: Amendment; readonly own: boolean }) {
  const { performAndTell, writeIn, record } = useFloor()
  const { room, amending } = useMessages()
  const { card } = room
  const start = async () => {
    const answer = await performAndTell(
      own
        ? { do: 'draft.open', revises: amendment.id, another: true }
        : { do: 'draft.open', from: [amendment.id], another: true },
      '',
    )
    if (answer?.draft !== undefined) writeIn(answer.draft)
  }
  return (
    <Button size="small" onPress={start}>
      {own ? (isReplaced(record, amendment) ? amending.redo : card.revise) : card.buildOn}
    </Button>
  )
}

/** Only the desk gives its compromise other words, and the sponsors are asked again. */
function Reword({ amendment }: { readonly amendment: Amendment }) {
  const { performAndTell, writeIn } = useFloor()
  const { compromise } = useMessages()
  const start = async () => {
    const answer = await performAndTell({ do: 'compromise.open', revises: amendment.id }, '')
    if (answer?.draft !== undefined) writeIn(answer.draft)
  }
  return (
    <Button size="small" onPress={start}>
      {compromise.reword}
    </Button>
  )
}

/** Other words within another's amendment: decided before it, and its sponsor is asked to confirm them. */
function Amend({ amendment }: { readonly amendment: Amendment }) {
  const { performAndTell, writeIn } = useFloor()
  const { amending } = useMessages()
  const start = async () => {
    const answer = await performAndTell({ do: 'draft.open', amends: amendment.id }, '')
    if (answer?.draft !== undefined) writeIn(answer.draft)
  }
  return (
    <Button size="small" onPress={start}>
      {amending.amend}
    </Button>
  )
}

function Withdraw({ amendment }: { readonly amendment: Amendment }) {
  const { perform } = useFloor()
  const { card } = useMessages().room
  const announce = useAnnounce()
  const [asking, ask] = useState(false)
  const id = spoken(amendment.id)
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => ask(true)}>
        {card.withdraw}
      </Button>
      <ConfirmDialog
        title={card.withdrawTitle(id)}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={card.withdraw}
        danger
        onConfirm={async () => {
          const answer = await perform({ do: 'amendment.withdraw', amendment: amendment.id })
          if (isFailure(answer)) return answer
          announce(card.done.withdrawn(id))
          return null
        }}
      >
        <p>{card.withdrawHint}</p>
      </ConfirmDialog>
    </>
  )
}
