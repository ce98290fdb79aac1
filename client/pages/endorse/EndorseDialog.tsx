import type { Remark } from '../../../shared/endorsement.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { useConference } from '../../api/conference.tsx'
import type { Failure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { Hash } from '../../design/parts/Hash.tsx'
import { ConfirmDialog } from '../../design/plain/ConfirmDialog.tsx'
import { useMessages } from '../../i18n.tsx'
import { RemarkFacts } from './RemarkFacts.tsx'
import '../../design/parts/Facts.css'

export interface EndorseDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly version: VersionHead
  readonly name: string
  readonly title: string
  readonly remarks: readonly Remark[]
  readonly onConfirm: () => Promise<Failure | null>
}

/** Everything that will stand on the record, once more, before it does. */
export function EndorseDialog(props: EndorseDialogProps) {
  const { isOpen, onClose, version, name, title, remarks, onConfirm } = props
  const { endorse } = useMessages()
  const { flagOf } = useConference()
  const capacity = useCapacity()
  const nameOf = useCapacityName()
  const state = nameOf(capacity)
  return (
    <ConfirmDialog
      title={endorse.summary}
      isOpen={isOpen}
      onClose={onClose}
      confirm={endorse.confirm(state)}
      onConfirm={onConfirm}
    >
      <div className="endorse-summary">
        {capacity.delegation ? <Flag alpha2={flagOf(capacity.delegation)} size="large" /> : null}
        <p className="endorse-statement">{endorse.statement(state)}</p>
        <p>
          {name}, {title}
        </p>
      </div>
      <dl className="facts">
        <div className="fact">
          <dt>{endorse.text}</dt>
          <dd className="numeric">{version.symbol}</dd>
        </div>
        <RemarkFacts remarks={remarks} />
        <div className="fact">
          <dt>{endorse.hash}</dt>
          <dd>
            <Hash hash={version.hash} />
            <span className="muted small">{endorse.checked}</span>
          </dd>
        </div>
      </dl>
      <p className="muted small">{endorse.confirmHint}</p>
    </ConfirmDialog>
  )
}
