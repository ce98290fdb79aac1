import { useState } from 'react'
import { openCheckpoint } from '../../shared/checkpoint.ts'
import type { DeclarationId } from '../../shared/ids.ts'
import { saveAs } from '../api/save.ts'
import { useDates } from '../dates.ts'
import { Button } from '../design/parts/Button.tsx'
import { ConfirmDialog } from '../design/parts/ConfirmDialog.tsx'
import { Icon } from '../design/parts/Icon.tsx'
import { useMessages } from '../i18n.tsx'
import { witnessOf } from './declarationWitness.ts'
import { evidenceText } from './evidence.ts'
import type { Contradiction } from './seen.ts'
import './witness.css'

export interface HistoryWarningProps {
  readonly declaration: DeclarationId
  readonly contradiction: Contradiction
}

/** Rule V3, broken: says so plainly, what to do, and what to keep. It stays until the person says to go on. */
export function HistoryWarning({ declaration, contradiction }: HistoryWarningProps) {
  const { ledger } = useMessages()
  const { warning } = ledger
  const { moment } = useDates()
  const [leaving, setLeaving] = useState(false)
  const { before, shown } = contradiction
  const save = () =>
    saveAs(
      `${declaration}-checkpoints.txt`,
      evidenceText(declaration, location.origin, contradiction, ledger),
    )
  return (
    <section className="history-warning" role="alert" aria-labelledby="history-warning-title">
      <h2 id="history-warning-title">
        <Icon name="warning" /> {contradiction.way === 'unproved' ? warning.unproved : warning.title}
      </h2>
      <p>{useWayInWords(contradiction)}</p>
      <h3>{warning.todo}</h3>
      <ol>
        <li>{warning.keep}</li>
        <li>{warning.ask}</li>
        <li>{warning.others}</li>
      </ol>
      <div className="row no-print">
        <Button kind="primary" onPress={save}>
          <Icon name="download" />
          {warning.save}
        </Button>
        <Button kind="quiet" onPress={() => setLeaving(true)}>
          {warning.goOn}
        </Button>
      </div>
      <details>
        <summary>{warning.details}</summary>
        {before ? <Note title={warning.before(moment(before.at))} note={before.checkpoint} /> : null}
        <Note title={warning.now(moment(shown.at))} note={shown.checkpoint} />
      </details>
      <ConfirmDialog
        title={warning.goOnTitle}
        isOpen={leaving}
        onClose={() => setLeaving(false)}
        confirm={warning.goOn}
        danger
        onConfirm={async () => {
          witnessOf(declaration).goOn()
          return null
        }}
      >
        <p>{warning.goOnText}</p>
      </ConfirmDialog>
    </section>
  )
}

function Note({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <figure className="checkpoint">
      <figcaption>{title}</figcaption>
      <pre dir="ltr">{note}</pre>
    </figure>
  )
}

function useWayInWords({ way, before, shown }: Contradiction): string {
  const { ledger } = useMessages()
  const { moment } = useDates()
  const words = ledger.warning.way
  if (way === 'unsigned' || !before) return words.unsigned
  const when = moment(before.at)
  if (way === 'other key') return words[way](when)
  const sizes = [before, shown].map((it) => openCheckpoint(it)?.head.size ?? 0)
  return words[way](when, sizes[0] ?? 0, sizes[1] ?? 0)
}
