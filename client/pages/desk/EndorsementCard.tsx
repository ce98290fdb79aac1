import { useState } from 'react'
import { finalVersion } from '../../../shared/record.ts'
import { Badge } from '../../design/parts/Badge.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { Languages } from '../languages/Languages.tsx'
import { WaitingKeys } from '../signing/WaitingKeys.tsx'
import { OpenEndorsement } from './OpenEndorsement.tsx'
import { PapersToConfirm } from './PapersToConfirm.tsx'
import { RecordPaper } from './RecordPaper.tsx'
import { useDesk } from './useDesk.ts'

/** From the final text to its roll: who may endorse, whether they can, and what comes in on paper. */
export function EndorsementCard() {
  const { opening } = useMessages()
  const { view, may, perform } = useDesk()
  const [asking, setAsking] = useState<'open' | 'paper' | null>(null)
  const { stage, endorsing, endorsements, signatories } = view.record
  const version = finalVersion(view.record)
  if (!version || !may('endorsement.open')) return null
  const isOpen = endorsing?.isOpen === true
  const addendum = `${version.symbol}/Add.${(endorsing?.addenda ?? 0) + 1}`
  const states = new Set(Object.values(signatories).map(({ state }) => state))
  return (
    <section className="desk-card">
      <header className="desk-card-head">
        <h2>{opening.title}</h2>
        {isOpen ? <Badge tone="good">{opening.isOpen}</Badge> : null}
      </header>
      {isOpen ? (
        <p className="small">
          {endorsing.addendum
            ? opening.addendumOpen(endorsing.addendum)
            : opening.endorsed(endorsements.length, states.size)}
        </p>
      ) : (
        <div className="stack-tight">
          <Button onPress={() => setAsking('open')}>
            {stage === 'closed' ? opening.addendum(addendum) : opening.open}
          </Button>
          <p className="muted small">{stage === 'closed' ? opening.addendumHint : opening.lead}</p>
        </div>
      )}
      <Languages version={version} />
      <WaitingKeys level={3} onSettled={() => {}} />
      {isOpen ? (
        <div className="row">
          <Button
            kind="quiet"
            size="small"
            onPress={() => void perform({ do: 'signatories.list' }, opening.published)}
          >
            {opening.publish}
          </Button>
          <Button kind="quiet" size="small" onPress={() => setAsking('paper')}>
            {opening.paper.record}
          </Button>
          {endorsing.addendum ? (
            <Button
              kind="quiet"
              size="small"
              onPress={() => void perform({ do: 'addendum.close' }, opening.addendumClosed)}
            >
              {opening.addendumClose(endorsing.addendum)}
            </Button>
          ) : null}
        </div>
      ) : null}
      <PapersToConfirm />
      {asking === 'open' ? (
        <OpenEndorsement
          version={version}
          addendum={stage === 'closed' ? addendum : null}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'paper' ? <RecordPaper version={version} onClose={() => setAsking(null)} /> : null}
    </section>
  )
}
