import { useEffect, useMemo } from 'react'
import { useParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { clean, labelsOf } from '../../../shared/projection.ts'
import { finalVersion } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useCapacity } from '../../api/session.tsx'
import { Words } from '../../design/parts/Document.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { directionOf, useMessages } from '../../i18n.tsx'
import { amendedBy } from '../../room/panel/clauseActs.ts'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { agendaOf } from '../desk/agenda.ts'
import './Screen.css'
import { ScreenAmendment } from './ScreenAmendment.tsx'
import { ScreenRoll } from './ScreenRoll.tsx'
import { ScreenSilence } from './ScreenSilence.tsx'
import { ScreenTools } from './ScreenTools.tsx'

/** So many amendments can be read from the last row at once. */
const READABLE = 4

/**
 * The wall of the plenary hall: one clause, large and live, its amendments beside it. It follows the desk; once the text
 * is final, it shows the roll.
 */
export function ScreenPage() {
  const { declaration = '' } = useParams()
  const capacity = useCapacity()
  const room = useRoom(declaration, capacity.id)
  const { common, screen } = useMessages()
  useEffect(() => {
    const root = document.documentElement
    root.dataset['projector'] = ''
    document.title = `${screen.title} · ${common.product}`
    return () => {
      delete root.dataset['projector']
    }
  }, [screen, common])
  return (
    <main className="screen" id="content">
      <h1 className="visually-hidden">{screen.title}</h1>
      {room.refusal ? <Problem failure={{ ...room.refusal, detail: '' }} /> : null}
      {!room.view && !room.refusal ? <Spinner label={common.connecting} /> : null}
      {room.view ? <OnScreen room={room} view={room.view} /> : null}
      <ScreenTools />
    </main>
  )
}

interface OnScreenProps {
  readonly room: RoomState
  readonly view: RoomView
}

function OnScreen({ room, view }: OnScreenProps) {
  const { record } = view
  const { common } = useMessages()
  const { meeting } = useConference()
  const { silence } = record
  const final = finalVersion(record)
  const title = room.blocks.find(({ kind }) => kind === 'title')?.text ?? ''
  return (
    <>
      {final ? (
        <ScreenRoll title={title} endorsements={record.endorsements} />
      ) : silence && silence.end === null ? (
        <ScreenSilence record={record} silence={silence} />
      ) : (
        <ClauseOnScreen room={room} view={view} />
      )}
      <footer className="screen-foot">
        <span>{(final ?? record.declaration).symbol}</span>
        <span>{common.stages[record.stage]}</span>
        <span>{room.status === 'offline' ? common.offline : meeting}</span>
      </footer>
    </>
  )
}

function ClauseOnScreen({ room, view }: OnScreenProps) {
  const { record } = view
  const { common, screen: say } = useMessages()
  const { language, punctuation } = record.declaration
  const line = useMemo(
    () => clean(room.blocks, labelsOf(record), punctuation).find(({ id }) => id === record.screen?.clause),
    [room.blocks, record, punctuation],
  )
  const here = useAmendmentsHere(room, view)
  const ladder = line ? (record.clauses[line.id]?.ladder ?? 'open') : 'open'
  return (
    <>
      {line ? (
        <div className={here.length > 0 ? 'screen-stage' : 'screen-stage is-alone'}>
          <section className="screen-clause" aria-live="polite">
            <h2 className="screen-label">
              {line.label ? common.clause(line.label) : common.title}
              {ladder === 'open' ? null : <span className="screen-ladder">{common.ladder[ladder]}</span>}
            </h2>
            <p
              className={line.text.length > 420 ? 'screen-words is-long' : 'screen-words'}
              lang={language}
              dir={directionOf(language)}
            >
              {line.text === '' ? (
                say.struck
              ) : (
                <>
                  {line.kind === 'title' ? line.text : <Words text={line.text} language={language} />}
                  {line.end}
                </>
              )}
            </p>
          </section>
          {here.length > 0 ? (
            <ol className="screen-amendments" aria-label={common.amendments(here.length)}>
              {here.slice(0, READABLE).map((item) => (
                <ScreenAmendment
                  key={item.amendment.id}
                  {...{ item, line, language }}
                  labels={labelsOf(record)}
                />
              ))}
              {here.length > READABLE ? (
                <li className="screen-more">{say.more(here.length - READABLE)}</li>
              ) : null}
            </ol>
          ) : null}
        </div>
      ) : (
        <div className="screen-stage is-alone">
          <section className="screen-clause">
            <p className="screen-words">{room.blocks.find(({ kind }) => kind === 'title')?.text}</p>
            <p className="screen-wait">{say.nothing}</p>
          </section>
        </div>
      )}
    </>
  )
}

/** Those of the clause in the order of decision; or the one that the desk put there. */
function useAmendmentsHere(room: RoomState, view: RoomView) {
  const { screen } = view.record
  return useMemo(() => {
    if (!screen) return []
    const { record } = view
    // Those of the clause alone: to tie together what a whole plenary proposes would take its time.
    const wanted = Object.entries(record.amendments).filter(([id]) =>
      screen.amendment ? id === screen.amendment : amendedBy(id, record).has(screen.clause),
    )
    const amendments = Object.fromEntries(wanted)
    const agenda = agendaOf({ ...view, record: { ...record, amendments } }, room.blocks)
    return agenda
      .flatMap(({ groups }) => groups.flat())
      .filter(({ clauses, standing }) => clauses.includes(screen.clause) && standing !== 'overtaken')
  }, [screen, view, room.blocks])
}
