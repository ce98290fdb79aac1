import { useState } from 'react'
import { isFailure } from '../../api/failure.ts'
import { addPasskey } from '../../api/passkeys.ts'
import { useCapacity, useSession } from '../../api/session.tsx'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'

export interface AddPasskeyProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdded: () => void
}

export function AddPasskey({ isOpen, onClose, onAdded }: AddPasskeyProps) {
  const { passkeys } = useMessages().access
  const { id: as } = useCapacity()
  const { capacities } = useSession()
  const announce = useAnnounce()
  const [name, setName] = useState(passkeys.usualName)
  const add = async () => {
    const added = await addPasskey(as, name.trim())
    if (isFailure(added)) return added
    announce(passkeys.added(added.name))
    onAdded()
    return null
  }
  return (
    <ConfirmDialog
      title={passkeys.addTitle}
      isOpen={isOpen}
      onClose={onClose}
      confirm={passkeys.add}
      isDisabled={name.trim() === ''}
      onConfirm={add}
    >
      <p>{passkeys.addLead(capacities.length)}</p>
      <TextField
        label={passkeys.name}
        hint={passkeys.nameHint}
        value={name}
        onChange={setName}
        maxLength={60}
        autoComplete="off"
      />
    </ConfirmDialog>
  )
}
