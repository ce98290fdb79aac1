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
import { useLanguageName } from '../../useLanguageName.ts'
import { RemarkFacts } from './RemarkFacts.tsx'
import '../../design/parts/Facts.css'

export interface EndorseDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly version: VersionHead
  /** The language of the words that are signed, and the one in which they were read. */
  readonly authentic: string
  readonly language: string
  readonly name: string
  readonly title: string
  readonly remarks: readonly Remark[]
  readonly onConfirm: () => Promise<Failure | null>
}

/** Everything that will stand on the record, once more, before it does. */
export function EndorseDialog(props: EndorseDialogProps) {
  const { isOpen, onClose, version, authentic, language, name, title, remarks, onConfirm } = props
  const { endorse } = useMessages()
  const { flagOf } = useConference()
  const capacity = useCapacity()
  const nameOf = useCapacityName()
  const state = nameOf(capacity)
  const languageName = useLanguageName()
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
            <span className="muted small">
              {language === authentic
                ? endorse.checked
                : endorse.reading.checked(languageName(language), languageName(authentic))}
            </span>
          </dd>
        </div>
      </dl>
      <p className="muted small">{endorse.confirmHint}</p>
    </ConfirmDialog>
  )
}
