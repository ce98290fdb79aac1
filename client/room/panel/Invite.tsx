import { useState } from 'react'
import type { Amendment } from '../../../shared/amendment.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import { isFailure } from '../../api/failure.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { DelegationPicker } from '../DelegationPicker.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'

/** Asks other delegations for their names. */
export function Invite({ amendment }: { readonly amendment: Amendment }) {
  const { perform } = useFloor()
  const { amending } = useMessages()
  const announce = useAnnounce()
  const [asking, ask] = useState(false)
  const [chosen, choose] = useState<readonly DelegationCode[]>([])
  const invite = async () => {
    const answer = await perform({
      do: 'amendment.invite',
      amendment: amendment.id,
      delegations: [...chosen],
    })
    if (isFailure(answer)) return answer
    announce(amending.invited(chosen.length))
    choose([])
    return null
  }
  return (
    <>
      <Button size="small" onPress={() => ask(true)}>
        {amending.invite}
      </Button>
      <ConfirmDialog
        title={amending.inviteTitle(spoken(amendment.id))}
        isOpen={asking}
        onClose={() => ask(false)}
        confirm={amending.invite}
        isDisabled={chosen.length === 0}
        onConfirm={invite}
      >
        <div className="stack">
          <p className="muted small">{amending.inviteHint}</p>
          <DelegationPicker
            chosen={chosen}
            without={[amendment.sponsor, ...Object.keys(amendment.cosponsors)]}
            onChange={choose}
            add={amending.inviteAdd}
            remove={amending.inviteRemove}
          />
        </div>
      </ConfirmDialog>
    </>
  )
}
