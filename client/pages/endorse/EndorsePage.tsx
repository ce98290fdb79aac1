import { useEffect, useRef } from 'react'
import { Link, useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { finalVersion, type VersionHead } from '../../../shared/record.ts'
import { getVersion } from '../../api/api.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useRoom } from '../../sync/useRoom.ts'
import './Endorse.css'
import { FinalAndForm } from './FinalAndForm.tsx'
import { Receipt } from './Receipt.tsx'

export function EndorsePage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { endorse } = useMessages()
  return (
    <DeclarationPage title={endorse.title} room={room} layout="measure" nav={false}>
      {(view) => {
        const version = finalVersion(view.record)
        return version ? <Final view={view} version={version} /> : <NotYet view={view} />
      }}
    </DeclarationPage>
  )
}

function NotYet({ view }: { readonly view: RoomView }) {
  const { common, endorse } = useMessages()
  return (
    <div className="endorse">
      <h1>{endorse.title}</h1>
      <EmptyState title={endorse.notYet} actions={<Link to="..">{endorse.toRoom}</Link>}>
        <div className="stack-tight">
          <p>{endorse.notYetHelp}</p>
          <p>{endorse.notYetStage(common.stages[view.record.stage])}</p>
        </div>
      </EmptyState>
    </div>
  )
}

function Final({ view, version }: { readonly view: RoomView; readonly version: VersionHead }) {
  const { id: capacity, role, delegation } = useCapacity()
  const { endorse } = useMessages()
  const { declaration, endorsements, stage } = view.record
  const { asked, reload } = useAsk(`${declaration.id} ${version.number}`, () =>
    getVersion(declaration.id, capacity, version.number),
  )
  const own = endorsements.find(({ state }) => state === delegation)
  const endorsed = own !== undefined
  const before = useRef(endorsed)
  // The receipt stands at the top, far above the button that was pressed.
  useEffect(() => {
    if (endorsed && !before.current) window.scrollTo({ top: 0 })
    before.current = endorsed
  }, [endorsed])
  const why = role !== 'signatory' ? endorse.noSignatory : stage === 'closed' ? endorse.closed : null
  return (
    <div className="endorse">
      <header className="endorse-head">
        <p className="numeric muted">{version.symbol}</p>
        <h1>{own ? endorse.receipt : endorse.title}</h1>
      </header>
      {own ? <Receipt endorsement={own} version={version} declaration={declaration} /> : null}
      {asked.is === 'loading' ? <Spinner /> : null}
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {asked.is === 'ready' ? (
        <FinalAndForm answer={asked.value} declaration={declaration.id} open={!own && why === null} />
      ) : null}
      {!own && why ? (
        <p className="muted">
          {why} <Link to="../roll">{endorse.toRoll}</Link>
        </p>
      ) : null}
    </div>
  )
}
