import { useState } from 'react'
import type { Amendment } from '../../../shared/amendment.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'

/** On the card of a withdrawn amendment: its words become those of one's own delegation. */
export function TakeUp({ amendment }: { readonly amendment: Amendment }) {
  const { perform, may, capacity, record } = useFloor()
  const { amending } = useMessages()
  const announce = useAnnounce()
  const [asking, ask] = useState(false)
  const taker = Object.values(record.amendments).find(
    ({ takenUp, state }) => takenUp === amendment.id && state !== 'withdrawn',
  )
  if (taker) return <p className="muted small">{amending.takenUpBy(spoken(taker.id))}</p>
  if (!may('amendment.takeup') || amendment.sponsor === capacity.delegation) return null
  return (
    <div className="card-actions">
      <div className="row">
        <Button size="small" onPress={() => ask(true)}>
          {amending.takeUp}
        </Button>
      </div>
      <ConfirmDialog
        title={amending.takeUpTitle(spoken(amendment.id))}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={amending.takeUp}
        onConfirm={async () => {
          const answer = await perform({ do: 'amendment.takeup', amendment: amendment.id })
          if (isFailure(answer)) return answer
          announce(amending.takenUp(spoken(answer.amendment ?? '')))
          return null
        }}
      >
        <p>{amending.takeUpHint}</p>
      </ConfirmDialog>
    </div>
  )
}
