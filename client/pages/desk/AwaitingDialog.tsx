import { useState } from 'react'
import type { DelegationCode } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import type { Failure } from '../../api/failure.ts'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { IconButton } from '../../design/parts/IconButton.tsx'
import { StatePicker } from '../../design/parts/StatePicker.tsx'
import { useMessages } from '../../i18n.tsx'

export interface AwaitingDialogProps {
  readonly clause: string
  readonly awaiting: readonly DelegationCode[]
  readonly onClose: () => void
  readonly onMark: (capitals: readonly DelegationCode[]) => Promise<Failure | null>
}

/** Agreed ad referendum: pending the capitals named here. */
export function AwaitingDialog({ clause, awaiting, onClose, onMark }: AwaitingDialogProps) {
  const { desk } = useMessages()
  const { nameOf } = useConference()
  const [capitals, setCapitals] = useState(awaiting)
  return (
    <ConfirmDialog
      title={desk.awaitingTitle(clause)}
      isOpen
      onClose={onClose}
      confirm={desk.mark}
      onConfirm={() => onMark(capitals)}
    >
      <p className="muted">{desk.awaitingLead}</p>
      {capitals.length > 0 ? (
        <ul className="capitals">
          {capitals.map((code) => (
            <li key={code}>
              <DelegationChip code={code} show="name" />
              <IconButton
                icon="close"
                label={desk.remove(nameOf(code))}
                onPress={() => setCapitals(capitals.filter((other) => other !== code))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {/* A fresh picker after each choice, so that the next can be typed at once. */}
      <StatePicker
        key={capitals.length}
        autoFocus={capitals !== awaiting}
        label={desk.awaitingAdd}
        empty={desk.awaitingNone}
        value={null}
        except={capitals}
        onChange={(code) => (code ? setCapitals([...capitals, code]) : undefined)}
      />
    </ConfirmDialog>
  )
}
