import { useState } from 'react'
import type { Accredited } from '../../../shared/api.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import { ROLES, type Role } from '../../../shared/policy.ts'
import { accredit } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { RadioGroup } from '../../design/parts/RadioGroup.tsx'
import { StatePicker } from '../../design/parts/StatePicker.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'

export interface AccreditDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAccredited: (made: Accredited) => void
}

const speaksForState = (role: Role): boolean => role === 'delegate' || role === 'signatory'

/** What the field says, in the reader's own time zone. */
const instantOf = (local: string): string => new Date(local).toISOString()

export function AccreditDialog({ isOpen, onClose, onAccredited }: AccreditDialogProps) {
  const { common, people } = useMessages()
  const { id: as } = useCapacity()
  const [role, setRole] = useState<Role>('delegate')
  const [state, setState] = useState<DelegationCode | null>(null)
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const isBackwards = from !== '' && until !== '' && from >= until
  const complete = !isBackwards && name.trim() !== '' && (!speaksForState(role) || state !== null)

  const perform = async () => {
    const delegation = speaksForState(role) ? state : null
    const made = await accredit(as, {
      role,
      delegation,
      name: name.trim(),
      title: title.trim(),
      ...(from ? { from: instantOf(from) } : {}),
      ...(until ? { until: instantOf(until) } : {}),
    })
    if (isFailure(made)) return made
    setName('')
    setTitle('')
    setFrom('')
    setUntil('')
    onAccredited(made)
    return null
  }

  return (
    <ConfirmDialog
      title={people.accredit}
      isOpen={isOpen}
      onClose={onClose}
      confirm={people.add}
      isDisabled={!complete}
      onConfirm={perform}
    >
      <RadioGroup
        label={people.role}
        look="segments"
        value={role}
        onChange={setRole}
        choices={ROLES.map((id) => ({ id, name: common.roles[id] }))}
      />
      {speaksForState(role) ? (
        <StatePicker
          key={role}
          label={people.state}
          empty={people.noState}
          value={state}
          onChange={setState}
          withGroups={role === 'delegate'}
        />
      ) : null}
      <TextField label={people.name} value={name} onChange={setName} maxLength={200} autoComplete="off" />
      <TextField label={people.office} hint={people.officeHint} value={title} onChange={setTitle} optional />
      <div className="people-term">
        <TextField label={people.from} type="datetime-local" value={from} onChange={setFrom} optional />
        <TextField
          label={people.until}
          type="datetime-local"
          value={until}
          onChange={setUntil}
          error={isBackwards ? people.badTerm : ''}
          optional
        />
        <p className="field-hint">{people.termHint}</p>
      </div>
    </ConfirmDialog>
  )
}
