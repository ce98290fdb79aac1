import { useState } from 'react'
import type { Paper } from '../../../shared/roll.ts'
import { useConference } from '../../api/conference.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { useMessages } from '../../i18n.tsx'
import { RemarkFacts } from '../endorse/RemarkFacts.tsx'
import { useDesk } from './useDesk.ts'
import '../../design/parts/Facts.css'

/** Papers that one of the secretariat has recorded, for another to look at. */
export function PapersToConfirm() {
  const { opening } = useMessages()
  const { view } = useDesk()
  const { nameOf } = useConference()
  const [chosen, setChosen] = useState<Paper | null>(null)
  const papers = Object.values(view.record.papers)
  if (papers.length === 0) return null
  return (
    <div className="stack-tight">
      <h3>{opening.paper.waiting}</h3>
      <ul className="signatories">
        {papers.map((paper) => (
          <li key={paper.id} className="signatory">
            <span>{opening.paper.waitingOf(nameOf(paper.state), paper.by.name)}</span>
            <Button
              size="small"
              onPress={() => setChosen(paper)}
              aria-label={`${opening.paper.settle}: ${nameOf(paper.state)}`}
            >
              {opening.paper.settle}
            </Button>
          </li>
        ))}
      </ul>
      {chosen ? <SettlePaper paper={chosen} onClose={() => setChosen(null)} /> : null}
    </div>
  )
}

function SettlePaper({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  const { endorse, opening, people } = useMessages()
  const { perform } = useDesk()
  const { nameOf } = useConference()
  const settle = (confirm: boolean, done: string) =>
    perform({ do: 'paper.settle', paper: paper.id, confirm }, done)
  const reject = async () => {
    await settle(false, opening.paper.rejected)
    onClose()
  }
  return (
    <ConfirmDialog
      title={opening.paper.settleTitle}
      isOpen
      onClose={onClose}
      confirm={opening.paper.settle}
      onConfirm={() => settle(true, opening.paper.settled)}
    >
      <p>{opening.paper.settleLead}</p>
      <dl className="facts">
        <div className="fact">
          <dt>{endorse.state}</dt>
          <dd>
            {nameOf(paper.state)}:{' '}
            {paper.does === 'endorse' ? opening.paper.endorses : opening.paper.withdraws}
          </dd>
        </div>
        <div className="fact">
          <dt>{people.name}</dt>
          <dd>
            {paper.name}, {paper.title}
          </dd>
        </div>
        <RemarkFacts remarks={paper.remarks} />
        <div className="fact">
          <dt>{opening.paper.note}</dt>
          <dd>{paper.note}</dd>
        </div>
        <div className="fact">
          <dt>{endorse.hash}</dt>
          <dd>
            <Hash hash={paper.hash} />
          </dd>
        </div>
      </dl>
      <div>
        <Button kind="quiet" size="small" onPress={reject}>
          {opening.paper.reject}
        </Button>
      </div>
    </ConfirmDialog>
  )
}
