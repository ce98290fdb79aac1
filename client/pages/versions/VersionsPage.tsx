import { useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { useCapacity } from '../../api/session.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { useMessages } from '../../i18n.tsx'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { Comparison } from './Comparison.tsx'
import { ComparisonBar } from './ComparisonBar.tsx'
import { RecordLine } from './RecordLine.tsx'
import { Timeline } from './Timeline.tsx'
import { useComparison } from './useComparison.ts'
import './Versions.css'

export function VersionsPage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { versions } = useMessages()
  return (
    <DeclarationPage title={versions.title} room={room}>
      {(view) => <Compared room={room} view={view} />}
    </DeclarationPage>
  )
}

function Compared({ room, view }: { readonly room: RoomState; readonly view: RoomView }) {
  const { versions } = useMessages()
  const comparison = useComparison(view)
  const { record } = view
  return (
    <div className="versions">
      <header className="stack-tight">
        <h1>{versions.title}</h1>
        <p className="muted">{versions.lead}</p>
      </header>
      <RecordLine view={view} />
      <section className="versions-compared stack" aria-labelledby="compare-title">
        <h2 id="compare-title">{versions.compare}</h2>
        <ComparisonBar versions={record.versions} comparison={comparison} />
        {comparison.from === comparison.to ? (
          <EmptyState title={versions.none}>{versions.noneHelp}</EmptyState>
        ) : (
          <Comparison room={room} view={view} from={comparison.from} to={comparison.to} />
        )}
      </section>
      <Timeline view={view} comparison={comparison} />
    </div>
  )
}
