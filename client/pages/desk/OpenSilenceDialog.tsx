import { useMemo, useState } from 'react'
import { labelsOf } from '../../../shared/projection.ts'
import { isAhead, usualDeadline } from '../../../shared/silence.ts'
import { stateOfText, versionHash } from '../../../shared/version.ts'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { MomentField } from '../../design/parts/MomentField.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { Elsewhere, serverInstant } from './SilenceDialogs.tsx'
import { nextSymbol } from './symbol.ts'
import { useDesk } from './useDesk.ts'

export interface OpenSilenceDialogProps {
  readonly pending: number
  readonly onClose: () => void
}

export function OpenSilenceDialog({ pending, onClose }: OpenSilenceDialogProps) {
  const { silence: say, desk } = useMessages()
  const { view, perform } = useDesk()
  const { declaration, versions } = view.record
  const issued = useIssuedAlready()
  const [deadline, setDeadline] = useState(() => usualDeadline(toTheMinute(serverInstant())))
  const [symbol, setSymbol] = useState(() => nextSymbol(declaration.symbol, versions))
  const [note, setNote] = useState('')
  const given = issued ?? symbol.trim()
  const isPossible = isAhead(deadline, serverInstant())
  return (
    <ConfirmDialog
      title={say.desk.open}
      isOpen
      onClose={onClose}
      confirm={say.desk.confirm(given)}
      isDisabled={given === '' || !isPossible}
      onConfirm={() =>
        perform(
          { do: 'silence.open', symbol: issued ? null : given, note: note.trim(), deadline },
          say.desk.opened(given),
        )
      }
    >
      <p className="muted">{say.desk.hint}</p>
      {pending > 0 ? <p className="page-warning">{say.desk.pending(pending)}</p> : null}
      {issued ? (
        <p>{say.desk.again(issued)}</p>
      ) : (
        <TextField label={desk.version.symbol} value={symbol} onChange={setSymbol} maxLength={80} />
      )}
      <MomentField
        label={say.desk.deadline}
        hint={say.desk.deadlineHint}
        value={deadline}
        onChange={setDeadline}
        error={isPossible ? '' : say.desk.past}
      />
      <Elsewhere deadline={deadline} />
      <TextArea label={desk.version.note} value={note} onChange={setNote} maxLength={5_000} optional />
    </ConfirmDialog>
  )
}

/** The symbol of the last version, where the text is still what it froze. */
function useIssuedAlready(): string | null {
  const { view, room } = useDesk()
  const { record } = view
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is a mutable document, told by its blocks
  return useMemo(() => {
    const last = record.versions.findLast((it) => !it.automatic)
    return last && last.state === versionHash(stateOfText(room.doc, labelsOf(record))) ? last.symbol : null
  }, [record, room.doc, room.blocks])
}

/** A deadline is said in minutes. */
const toTheMinute = (instant: string): string =>
  new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000).toISOString()
