import { Link, useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { useCapacity } from '../../api/session.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Tabs } from '../../design/parts/Tabs.tsx'
import { useMessages } from '../../i18n.tsx'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { Comparison } from './Comparison.tsx'
import { ComparisonBar } from './ComparisonBar.tsx'
import { Provenance } from './Provenance.tsx'
import { RecordLine } from './RecordLine.tsx'
import { Timeline } from './Timeline.tsx'
import { useComparison } from './useComparison.ts'
import { usePast } from './usePast.ts'
import { VersionList } from './VersionList.tsx'
import './Versions.css'

export function VersionsPage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { versions } = useMessages()
  return (
    <DeclarationPage title={versions.title} room={room}>
      {(view) => <Versions room={room} view={view} />}
    </DeclarationPage>
  )
}

function Versions({ room, view }: { readonly room: RoomState; readonly view: RoomView }) {
  const { versions, replay } = useMessages()
  const comparison = useComparison(view)
  const kept = usePast(room, view)
  const all = { view, kept, comparison }
  const bar = <ComparisonBar versions={view.record.versions} acts={kept.acts} comparison={comparison} />
  return (
    <div className="versions">
      <header className="stack-tight">
        <h1>{versions.title}</h1>
        <p className="muted">
          {versions.lead}{' '}
          <Link className="no-print" to="../replay" relative="path">
            {replay.open}
          </Link>
        </p>
      </header>
      <RecordLine view={view} acts={kept.acts} />
      <section className="versions-compared" aria-label={versions.looking}>
        <Tabs
          label={versions.looking}
          value={comparison.showing}
          onChange={comparison.show}
          tabs={[
            {
              id: 'compare',
              name: versions.compare,
              panel: (
                <div className="stack">
                  {bar}
                  {comparison.from === comparison.to ? (
                    <EmptyState title={versions.none}>{versions.noneHelp}</EmptyState>
                  ) : (
                    <Comparison {...all} />
                  )}
                </div>
              ),
            },
            {
              id: 'names',
              name: versions.names,
              panel: (
                <div className="stack">
                  {bar}
                  <Provenance {...all} />
                </div>
              ),
            },
          ]}
        />
      </section>
      <div className="versions-side">
        <VersionList {...all} />
        <Timeline {...all} />
      </div>
    </div>
  )
}
