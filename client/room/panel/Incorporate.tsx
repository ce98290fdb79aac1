import { useState } from 'react'
import { type Amendment, wordingInForce } from '../../../shared/amendment.ts'
import { isSpent, type Standing } from '../../../shared/standing.ts'
import { parentOf } from '../../../shared/subamendment.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken, type TabledProposal } from '../proposals.ts'
import { CardRedline } from './CardRedline.tsx'

/** On the card of a sub-amendment to one's own amendment: a friendly one is taken in without a decision of the desk. */
export function Incorporate({ proposal }: { readonly proposal: TabledProposal }) {
  const { perform, record, capacity, may } = useFloor()
  const { amending } = useMessages()
  const announce = useAnnounce()
  const [asking, ask] = useState(false)
  const { amendment, standing } = proposal
  const parent = ownParent(amendment, standing)
  if (!parent || !may('amendment.incorporate')) return null
  const [id, own] = [spoken(amendment.id), spoken(parent.id)]
  return (
    <>
      <Button size="small" kind="primary" onPress={() => ask(true)}>
        {amending.takeIn}
      </Button>
      <ConfirmDialog
        title={amending.takeInTitle(id, own)}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={amending.takeIn}
        onConfirm={async () => {
          const { wording } = wordingInForce(amendment)
          const answer = await perform({ do: 'amendment.incorporate', amendment: amendment.id, wording })
          if (isFailure(answer)) return answer
          announce(amending.tookIn(id, own))
          return null
        }}
      >
        <div className="stack">
          <CardRedline proposal={proposal} clause={null} />
          <p className="muted small">{amending.takeInHint(own)}</p>
        </div>
      </ConfirmDialog>
    </>
  )

  function ownParent(sub: Amendment, left: Standing | null): Amendment | null {
    const found = parentOf(record, sub)
    return found?.sponsor === capacity.delegation && left !== null && !isSpent(left) ? found : null
  }
}
