import { useState } from 'react'
import type { CapacityId } from '../../../shared/ids.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { SegmentedControl } from '../../design/parts/RadioGroup.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { areComplete, NO_REMARKS, Remarks, remarksOf } from '../endorse/Remarks.tsx'
import { useDesk } from './useDesk.ts'

export interface RecordPaperProps {
  readonly version: VersionHead
  readonly onClose: () => void
}

/** The second way: what a signatory signed by hand, as it stands on the paper. */
export function RecordPaper({ version, onClose }: RecordPaperProps) {
  const { opening, people } = useMessages()
  const { view, perform } = useDesk()
  const { nameOf } = useConference()
  const [does, setDoes] = useState<'endorse' | 'withdraw'>('endorse')
  const [capacity, setCapacity] = useState<CapacityId | null>(null)
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [remarks, setRemarks] = useState(NO_REMARKS)
  const [note, setNote] = useState('')
  const { signatories, clauses } = view.record
  const options = Object.values(signatories)
    .map((it) => ({ id: it.capacity, name: `${nameOf(it.state)}, ${it.name}` }))
    .sort((a, b) => a.name.localeCompare(b.name))
  const said = { name: name.trim(), title: title.trim(), note: note.trim() }
  const isComplete = capacity !== null && Object.values(said).every(Boolean) && areComplete(remarks)
  const choose = (chosen: CapacityId) => {
    setCapacity(chosen)
    setName(signatories[chosen]?.name ?? '')
    setTitle(signatories[chosen]?.title ?? '')
  }
  const send = () => {
    const facts = { does, capacity: capacity ?? '', hash: version.hash, ...said }
    const of = does === 'endorse' ? remarksOf(remarks) : []
    return perform({ do: 'paper.record', ...facts, remarks: of }, opening.paper.recorded)
  }
  const labels = Object.values(clauses).flatMap(({ label }) => (label === '' ? [] : [label]))
  return (
    <ConfirmDialog
      title={opening.paper.record}
      isOpen
      onClose={onClose}
      confirm={opening.paper.confirm}
      isDisabled={!isComplete}
      onConfirm={send}
    >
      <p>{opening.paper.lead}</p>
      <SegmentedControl
        label={opening.paper.does}
        value={does}
        onChange={setDoes}
        choices={[
          { id: 'endorse', name: opening.paper.endorses },
          { id: 'withdraw', name: opening.paper.withdraws },
        ]}
      />
      <Select label={opening.paper.who} options={options} value={capacity} onChange={choose} />
      <TextField label={people.name} value={name} onChange={setName} maxLength={200} />
      <TextField label={people.office} value={title} onChange={setTitle} maxLength={300} />
      {does === 'endorse' ? (
        <Remarks
          title={opening.paper.remarks}
          hint={opening.paper.remarksHint}
          labels={labels}
          value={remarks}
          onChange={setRemarks}
        />
      ) : null}
      <TextArea label={opening.paper.note} value={note} onChange={setNote} maxLength={5_000} />
      <div className="stack-tight">
        <p className="muted small">{opening.paper.hashHint}</p>
        <Hash hash={version.hash} />
      </div>
    </ConfirmDialog>
  )
}
