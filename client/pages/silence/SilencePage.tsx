import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import type { Silence } from '../../../shared/silence.ts'
import { getVersion } from '../../api/api.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useRoom } from '../../sync/useRoom.ts'
import { FinalText } from '../endorse/FinalText.tsx'
import { readWords } from '../endorse/shown.ts'
import { OneChoice } from './OneChoice.tsx'
import { Receipts } from './Receipts.tsx'
import { Standing } from './Standing.tsx'
import './Silence.css'
import { useReceipt } from './useReceipt.ts'

/** The frozen text in full, until when, and the one thing that a delegation may do. Made for a telephone first. */
export function SilencePage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { silence: say } = useMessages()
  return (
    <DeclarationPage title={say.title} room={room} layout="measure" banner={false}>
      {(view) => {
        const { silence } = view.record
        return silence ? <Frozen view={view} silence={silence} /> : <Nothing />
      }}
    </DeclarationPage>
  )
}

function Nothing() {
  const { silence: say } = useMessages()
  return (
    <div className="stack">
      <h1>{say.title}</h1>
      <EmptyState title={say.page.none} actions={<Link to="..">{say.page.toRoom}</Link>}>
        {say.page.noneHelp}
      </EmptyState>
    </div>
  )
}

interface FrozenProps {
  readonly view: RoomView
  readonly silence: Silence
}

function Frozen({ view, silence }: FrozenProps) {
  const { silence: say } = useMessages()
  const { id: capacity } = useCapacity()
  const { declaration, versions } = view.record
  const { asked, reload } = useAsk(`${declaration.id} ${silence.version}`, () =>
    getVersion(declaration.id, capacity, silence.version),
  )
  const words = useMemo(
    () => (asked.is === 'ready' ? readWords(asked.value.words, asked.value.head.hash) : null),
    [asked],
  )
  useReceipt(view.record, words !== null)
  return (
    <div className="silence">
      <header className="stack-tight">
        <p className="numeric muted">{versions[silence.version]?.symbol}</p>
        <h1>{say.title}</h1>
      </header>
      <Standing silence={silence} />
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {words ? <FinalText words={words} page={null} /> : null}
      <Receipts receipts={view.record.receipts ?? {}} />
      <OneChoice record={view.record} silence={silence} />
    </div>
  )
}
