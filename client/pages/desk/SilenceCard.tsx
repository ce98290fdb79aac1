import { useState } from 'react'
import { Link } from 'react-router'
import type { Silence } from '../../../shared/silence.ts'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { Countdown } from '../../silence/Countdown.tsx'
import { Deadline } from '../../silence/Deadline.tsx'
import { OpenSilenceDialog } from './OpenSilenceDialog.tsx'
import { CancelDialog, ExtendDialog } from './SilenceDialogs.tsx'
import { useDesk } from './useDesk.ts'

/** Opens a silence procedure; while one runs, until when, who has opened the text, and how to move or end it. */
export function SilenceCard({ pending }: { readonly pending: number }) {
  const { silence: say } = useMessages()
  const { view, may } = useDesk()
  const [opening, setOpening] = useState(false)
  const { silence } = view.record
  const isRunning = silence !== undefined && silence.end === null
  if (!isRunning && !may('silence.open')) return null
  return (
    <section className="desk-card" aria-labelledby="silence-title">
      <header className="desk-card-head">
        <h2 id="silence-title">{say.title}</h2>
      </header>
      {isRunning ? (
        <Running silence={silence} />
      ) : (
        <div className="stack-tight">
          <Button onPress={() => setOpening(true)}>{say.desk.open}</Button>
          <p className="muted small">{say.desk.hint}</p>
        </div>
      )}
      {opening ? <OpenSilenceDialog pending={pending} onClose={() => setOpening(false)} /> : null}
    </section>
  )
}

function Running({ silence }: { readonly silence: Silence }) {
  const { silence: say } = useMessages()
  const { view, may } = useDesk()
  const [asking, ask] = useState<'extend' | 'cancel' | null>(null)
  const { receipts = {}, versions } = view.record
  const seen = Object.keys(receipts).length
  return (
    <>
      <p className="small numeric">{versions[silence.version]?.symbol}</p>
      <p className="small">
        <Countdown deadline={silence.deadline} />
        <br />
        <Deadline at={silence.deadline} />
      </p>
      <p className="small">
        <Link to="../silence" relative="path">
          {seen === 0 ? say.receipts.none : say.receipts.count(seen)}
        </Link>
      </p>
      {may('silence.extend') ? <Button onPress={() => ask('extend')}>{say.desk.extend}</Button> : null}
      {may('silence.cancel') ? <Button onPress={() => ask('cancel')}>{say.desk.cancel}</Button> : null}
      {asking === 'extend' ? <ExtendDialog silence={silence} onClose={() => ask(null)} /> : null}
      {asking === 'cancel' ? <CancelDialog silence={silence} onClose={() => ask(null)} /> : null}
    </>
  )
}
