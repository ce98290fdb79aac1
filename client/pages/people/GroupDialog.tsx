import { useState } from 'react'
import type { Group } from '../../../shared/api.ts'
import { getConference, putGroup } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useAnnounce } from '../../design/parts/Announcer.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { membersIn } from './membersIn.ts'

export interface GroupDialogProps {
  /** Null for a new one. */
  readonly group: Group | null
  readonly onClose: () => void
}

/** Code, names and members of a group; the members as a list that can be pasted from a table. */
export function GroupDialog({ group, onClose }: GroupDialogProps) {
  const { groups } = useMessages()
  const { conference, reload } = useConference()
  const { id: as } = useCapacity()
  const announce = useAnnounce()
  const [code, setCode] = useState(group?.code ?? '')
  const [en, setEn] = useState(group?.names['en'] ?? '')
  const [fr, setFr] = useState(group?.names['fr'] ?? '')
  const [list, setList] = useState(group?.members.join(', ') ?? '')
  // A list may name States in any language.
  const { asked } = useAsk('names', () => getConference(null))
  const { delegations = [] } = (asked.is === 'ready' ? asked.value : conference) ?? {}
  const { members, unknown } = membersIn(
    list,
    delegations.filter(({ invited }) => invited),
  )
  const isComplete = /^[A-Z][A-Z0-9]{1,5}$/.test(code.trim()) && en.trim() !== '' && members.length > 0
  const save = async () => {
    const names = { ...group?.names, en: en.trim(), ...(fr.trim() === '' ? {} : { fr: fr.trim() }) }
    const saved = await putGroup(as, { code: code.trim(), names, members: [...members] })
    if (isFailure(saved)) return saved
    announce(groups.saved(en.trim()))
    reload()
    return null
  }
  return (
    <ConfirmDialog
      title={group ? groups.changeTitle(group.code) : groups.make}
      isOpen
      onClose={onClose}
      confirm={groups.save}
      isDisabled={!isComplete || unknown.length > 0}
      onConfirm={save}
    >
      {group ? null : (
        <TextField
          label={groups.code}
          hint={groups.codeHint}
          value={code}
          onChange={(next) => setCode(next.toUpperCase())}
          maxLength={6}
          autoComplete="off"
        />
      )}
      <TextField label={groups.nameEn} value={en} onChange={setEn} maxLength={120} autoComplete="off" />
      <TextField
        label={groups.nameFr}
        value={fr}
        onChange={setFr}
        maxLength={120}
        autoComplete="off"
        optional
      />
      <TextArea
        label={groups.membersLabel}
        hint={groups.membersHint}
        value={list}
        onChange={setList}
        rows={4}
      />
      <p className="small muted" role="status">
        {groups.members(members.length)}
      </p>
      {unknown.length > 0 ? <p className="page-warning">{groups.unknown(unknown.join(', '))}</p> : null}
    </ConfirmDialog>
  )
}
