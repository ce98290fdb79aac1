import { useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { getRoll } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { Button } from '../../design/parts/Button.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { useMessages } from '../../i18n.tsx'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { Counts } from './Counts.tsx'
import { EndorsingStates } from './EndorsingStates.tsx'
import './Roll.css'
import { Verify } from './Verify.tsx'

export function RollPage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { roll } = useMessages()
  return (
    <DeclarationPage title={roll.title} room={room}>
      {(view) => <LiveRoll view={view} room={room} />}
    </DeclarationPage>
  )
}

function LiveRoll({ view, room }: { readonly view: RoomView; readonly room: RoomState }) {
  const { common, roll } = useMessages()
  const { id: capacity } = useCapacity()
  const { conference, meeting } = useConference()
  const { declaration, endorsements, versions, acts, stage } = view.record
  // Asked again when somebody comes, goes or acts: who is accredited and present stands in no record.
  const here = new Set(room.presence.flatMap(({ user }) => user.delegation ?? []))
  const { asked, reload } = useAsk(`${declaration.id} ${acts} ${[...here].sort().join()}`, () =>
    getRoll(declaration.id, capacity),
  )
  const counts = asked.is === 'ready' ? asked.value : null
  const invited = counts?.invited ?? conference?.delegations.filter((it) => it.invited).length ?? 0
  const version = versions.find(({ final }) => final) ?? null
  return (
    <div className="roll">
      <header className="declarations-head">
        <div className="stack-tight">
          <p className="muted no-print">
            {meeting} · <span className="numeric">{version?.symbol ?? declaration.symbol}</span>
          </p>
          <h1>{roll.title}</h1>
        </div>
        <div className="no-print">
          <Button onPress={() => window.print()}>
            <Icon name="print" />
            {common.print}
          </Button>
        </div>
      </header>
      <Counts
        invited={invited}
        accredited={counts?.accredited.length ?? null}
        present={counts?.present.length ?? null}
        endorsing={endorsements.length}
      />
      {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
      {endorsements.length > 0 ? (
        <EndorsingStates endorsements={endorsements} />
      ) : (
        <EmptyState title={roll.empty}>{stage === 'final' ? roll.emptyFinal : roll.emptyBefore}</EmptyState>
      )}
      {version ? <Verify version={version} declaration={declaration.id} /> : null}
    </div>
  )
}
