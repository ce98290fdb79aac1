import { useState } from 'react'
import { Button } from '../../design/parts/Button.tsx'
import { ConfirmDialog } from '../../design/parts/ConfirmDialog.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { nextSymbol } from './symbol.ts'
import { useDesk } from './useDesk.ts'

export function VersionCard() {
  const { desk } = useMessages()
  const { view, may } = useDesk()
  const [issuing, setIssuing] = useState(false)
  const last = view.record.versions.findLast((it) => !it.automatic)
  return (
    <section className="desk-card">
      <header className="desk-card-head">
        <h2>{desk.version.title}</h2>
      </header>
      {last ? <p className="small numeric">{desk.version.last(last.symbol)}</p> : null}
      {may('version.issue') ? (
        <div className="stack-tight">
          <Button onPress={() => setIssuing(true)}>{desk.version.open}</Button>
          <p className="muted small">{desk.version.hint}</p>
        </div>
      ) : null}
      {issuing ? <IssueDialog onClose={() => setIssuing(false)} /> : null}
    </section>
  )
}

function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useMessages()
  const { view, perform } = useDesk()
  const { declaration, versions } = view.record
  const [symbol, setSymbol] = useState(() => nextSymbol(declaration.symbol, versions))
  const [note, setNote] = useState('')
  return (
    <ConfirmDialog
      title={desk.version.title}
      isOpen
      onClose={onClose}
      confirm={desk.version.confirm(symbol.trim())}
      isDisabled={symbol.trim() === ''}
      onConfirm={() =>
        perform(
          { do: 'version.issue', symbol: symbol.trim(), note: note.trim() },
          desk.version.done(symbol.trim()),
        )
      }
    >
      <p className="muted">{desk.version.hint}</p>
      <TextField label={desk.version.symbol} value={symbol} onChange={setSymbol} maxLength={80} />
      <TextArea label={desk.version.note} value={note} onChange={setNote} maxLength={5_000} optional />
    </ConfirmDialog>
  )
}
