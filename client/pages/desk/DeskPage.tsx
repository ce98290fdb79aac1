import { useDeferredValue, useMemo } from 'react'
import { Link, useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { useCapacity } from '../../api/session.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { NoEntry } from '../../design/parts/NoEntry.tsx'
import { PageHead } from '../../design/parts/PageHead.tsx'
import { useMessages } from '../../i18n.tsx'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { agendaOf } from './agenda.ts'
import { ClauseJumps } from './ClauseJumps.tsx'
import { ClauseSection } from './ClauseSection.tsx'
import { CompromiseCard } from './CompromiseCard.tsx'
import { ConsolidationCard } from './ConsolidationCard.tsx'
import './Desk.css'
import './DeskAmendment.css'
import { EndorsementCard } from './EndorsementCard.tsx'
import { Near, Nearness } from './near.ts'
import { PeopleCard } from './PeopleCard.tsx'
import { SilenceCard } from './SilenceCard.tsx'
import { StageCard } from './StageCard.tsx'
import { TickedBar } from './TickedBar.tsx'
import { Ticked, useTicked } from './ticking.ts'
import { Desk, type DeskSight, Growing } from './useDesk.ts'
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
          <NoEntry title={desk.title} failure={{ refused: 'policy/role', detail: '' }} />
        )
      }
    </DeclarationPage>
  )
}

/** From so many on, only those near the screen have their buttons at hand; their words are all there. */
const MANY = 120

function DeskOf({ room, view }: { readonly room: RoomState; readonly view: RoomView }) {
  const { desk, order, screen } = useMessages()
  const { record, effects } = view
  const { doc, blocks, mine } = room
  // Never in the way of what the desk does: a full agenda is much to lay out.
  const now = useDeferredValue(
    useMemo(
      () => ({ room: { doc, blocks, mine }, view: { record, effects } }),
      [doc, blocks, mine, record, effects],
    ),
  )
  const agenda = useMemo(() => agendaOf(now.view, now.room.blocks), [now])
  const keepPlace = useKeptPlace(agenda, now.view.record)
  const items = useMemo(() => agenda.flatMap(({ groups }) => groups.flat()), [agenda])
  // Those that amend others are decided too.
  const pending = Object.values(now.view.record.amendments).filter(({ state }) => state === 'pending').length
  const sight = useMemo<DeskSight>(() => {
    const rivals = new Map(items.map((item) => [item.amendment.id, item.rivals]))
    return { ...now, keepPlace, rivalsOf: (id) => rivals.get(id) ?? [] }
  }, [now, items, keepPlace])
  const { ticked, ticking, untick } = useTicked(items, now)
  // A draft of the desk is made of words of the text: what amends others has none.
  const whole = ticked.filter(({ amendment }) => amendment.amends === null)
  const isFull = items.length > MANY
  const nearness = useMemo(() => (isFull ? new Nearness() : null), [isFull])
  return (
    <Desk value={sight}>
      <div className={isFull ? 'desk desk-full' : 'desk'}>
        <PageHead
          title={desk.title}
          lead={`${desk.lead} ${order.measure}`}
          actions={
            <Link
              className="button button-secondary button-medium"
              to="../screen"
              relative="path"
              target="_blank"
            >
              <Icon name="screen" />
              {screen.open}
            </Link>
          }
        />
        <section className="desk-agenda" aria-labelledby="agenda-title">
          <div className="desk-agenda-head">
            <h2 id="agenda-title">{desk.agenda}</h2>
            <p className="muted small" role="status">
              {desk.pendingInAll(pending)}
            </p>
          </div>
          <ClauseJumps agenda={agenda} />
          {items.length === 0 ? (
            <EmptyState title={desk.nothingPending}>{desk.nothingPendingHelp}</EmptyState>
          ) : null}
          <Near value={nearness}>
            <Ticked value={ticking}>
              {agenda.map((clause) => (
                <ClauseSection key={clause.block.id} agenda={clause} />
              ))}
            </Ticked>
          </Near>
        </section>
        <aside className="desk-side no-print">
          <StageCard pending={pending} />
          <SilenceCard pending={pending} />
          <EndorsementCard />
          <VersionCard />
          <Growing value={view.live}>
            <ConsolidationCard ticked={whole.map(({ amendment }) => amendment.id)} />
          </Growing>
          <CompromiseCard />
          <PeopleCard />
        </aside>
        {ticked.length > 0 ? <TickedBar ticked={ticked} onUntick={untick} /> : null}
      </div>
    </Desk>
  )
}
