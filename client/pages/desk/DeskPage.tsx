import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AmendmentId } from '../../../shared/ids.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { useCapacity } from '../../api/session.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { useMessages } from '../../i18n.tsx'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { agendaOf, tickedAmong } from './agenda.ts'
import { ClauseSection } from './ClauseSection.tsx'
import { CompromiseCard } from './CompromiseCard.tsx'
import { ConsolidationCard } from './ConsolidationCard.tsx'
import './Desk.css'
import { EndorsementCard } from './EndorsementCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { SilenceCard } from './SilenceCard.tsx'
import { StageCard } from './StageCard.tsx'
import { TickedBar } from './TickedBar.tsx'
import { Desk } from './useDesk.ts'
import { useKeptPlace } from './useKeptPlace.ts'
import { VersionCard } from './VersionCard.tsx'

export function DeskPage() {
  const { declaration = '' } = useParams()
  const { id: capacity, role } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { desk } = useMessages()
  const mayEnter = role === 'secretariat' || role === 'chair'
  return (
    <DeclarationPage title={desk.title} printed={desk.agenda} room={room}>
      {(view) =>
        mayEnter ? (
          <DeskOf room={room} view={view} />
        ) : (
          <Problem failure={{ refused: 'policy/role', detail: '' }} />
        )
      }
    </DeclarationPage>
  )
}

function DeskOf({ room, view }: { readonly room: RoomState; readonly view: RoomView }) {
  const { desk, order, screen } = useMessages()
  const agenda = useMemo(() => agendaOf(view, room.blocks), [view, room.blocks])
  const keepPlace = useKeptPlace(agenda, view.record)
  const [wanted, setTicked] = useState<readonly AmendmentId[]>([])
  const items = agenda.flatMap(({ groups }) => groups.flat())
  const rivalsOf = (id: AmendmentId) => items.find(({ amendment }) => amendment.id === id)?.rivals ?? []
  // What was decided in the meantime is no longer ticked.
  const ticked = tickedAmong(items, wanted, view, room.blocks)
  // A draft of the desk is made of words of the text: what amends others has none.
  const whole = ticked.filter(({ amendment }) => amendment.amends === null)
  const tick = (id: AmendmentId, on: boolean) =>
    setTicked(on ? [...wanted, id] : wanted.filter((other) => other !== id))
  return (
    <Desk value={{ room, view, rivalsOf, keepPlace }}>
      <div className="desk">
        <header className="stack-tight">
          <h1 className="no-print">{desk.title}</h1>
          <p className="muted">
            {desk.lead} {order.measure}
          </p>
          <p className="small no-print">
            <Link to="../screen" relative="path" target="_blank">
              {screen.open}
            </Link>
          </p>
        </header>
        <section className="desk-agenda" aria-labelledby="agenda-title">
          <div className="desk-agenda-head">
            <h2 id="agenda-title">{desk.agenda}</h2>
            <p className="muted small" role="status">
              {desk.pendingInAll(items.length)}
            </p>
          </div>
          {items.length === 0 ? (
            <EmptyState title={desk.nothingPending}>{desk.nothingPendingHelp}</EmptyState>
          ) : null}
          {agenda.map((clause) => (
            <ClauseSection
              key={clause.block.id}
              agenda={clause}
              ticked={ticked.map(({ amendment }) => amendment.id)}
              onTick={tick}
            />
          ))}
        </section>
        <aside className="desk-side no-print">
          <StageCard pending={items.length} />
          <SilenceCard pending={items.length} />
          <EndorsementCard />
          <VersionCard />
          <ConsolidationCard ticked={whole.map(({ amendment }) => amendment.id)} />
          <CompromiseCard />
          <PeopleCard />
        </aside>
        {ticked.length > 0 ? <TickedBar ticked={ticked} onUntick={() => setTicked([])} /> : null}
      </div>
    </Desk>
  )
}
