import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { BlockId } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { useActWords } from '../panel/useActWords.ts'
import type { Concern } from './concerns.ts'
import './follow.css'
import { NOWHERE } from './lastLook.ts'
import { useConcernWords } from './useConcernWords.ts'
import { type Following, useNewsSince } from './useFollowing.ts'

/** Of the rest one reads in its clause. */
const MOST = 40

/** What a delegate sees on coming in: what concerns the delegation, and what happened since. */
export function ForYou({ concerns }: { readonly concerns: readonly Concern[] }) {
  const { capacity } = useFloor()
  const { nameOf } = useConference()
  const { follow } = useMessages()
  return (
    <div className="stack for-you">
      <h2>{follow.title}</h2>
      {capacity.delegation ? (
        <section className="stack-tight" aria-labelledby="concerns-title">
          <h3 id="concerns-title">{follow.concerns(nameOf(capacity.delegation))}</h3>
          {concerns.length === 0 ? <p className="muted small">{follow.noConcerns}</p> : null}
          <ul className="concern-list">
            {concerns.slice(0, MOST).map((concern) => (
              <ConcernLine key={concern.key} concern={concern} />
            ))}
          </ul>
          {concerns.length > MOST ? (
            <p className="muted small">{follow.more(concerns.length - MOST)}</p>
          ) : null}
        </section>
      ) : null}
      <Since />
    </div>
  )
}

function ConcernLine({ concern }: { readonly concern: Concern }) {
  const { open, openThread, capacity, declaration } = useFloor()
  const navigate = useNavigate()
  const { flagOf } = useConference()
  const say = useConcernWords()
  const { who, words } = say(concern)
  const go = () => {
    if ('silence' in concern) void navigate(`/as/${capacity.id}/d/${declaration}/silence`)
    else if ('amendment' in concern) open(concern.amendment.id)
    else openThread(concern.thread)
  }
  return (
    <li>
      <button type="button" className={`concern concern-${concern.is.replace(' ', '-')}`} onClick={go}>
        {who ? <Flag alpha2={flagOf(who)} size="small" /> : null}
        <span>{words}</span>
      </button>
    </li>
  )
}

function Since() {
  const following = useNewsSince()
  const { blocks } = useFloor()
  const { follow } = useMessages()
  const { news, count, sawAll } = following
  const order = useMemo(
    () => [NOWHERE, ...blocks.map(({ id }) => id)].filter((id) => news.has(id)),
    [blocks, news],
  )
  return (
    <section className="stack-tight" aria-labelledby="since-title">
      <h3 id="since-title">{follow.since}</h3>
      {count === 0 ? <p className="muted small">{follow.nothingSince}</p> : null}
      <ul className="since-list">
        {order.map((clause) => (
          <SinceClause key={clause} clause={clause} news={news} />
        ))}
      </ul>
      {count > 0 ? (
        <div className="row">
          <Button size="small" kind="quiet" onPress={sawAll}>
            {follow.sawAll}
          </Button>
          <span className="muted small walk-hint">{follow.walkHint}</span>
        </div>
      ) : null}
    </section>
  )
}

/** The latest few acts of a clause; there one reads them all. */
const ACTS = 3

function SinceClause({ clause, news }: { readonly clause: BlockId; readonly news: Following['news'] }) {
  const { nameOf: nameOfClause, select, goTo } = useFloor()
  const { nameOf } = useConference()
  const { common, follow } = useMessages()
  const dates = useDates()
  const say = useActWords()
  const acts = news.get(clause) ?? []
  const lines = acts.slice(-ACTS).reverse()
  const body = (
    <>
      <strong>{clause === NOWHERE ? follow.declaration : nameOfClause(clause)}</strong>
      {lines.map((act) => (
        <span key={act.act} className="since-act">
          {/* At the deadline of a silence nobody acts. */}
          {act.kind === 'text adopted'
            ? null
            : act.by.delegation
              ? nameOf(act.by.delegation)
              : common.roles[act.by.role]}{' '}
          {say(act) || follow.acts[act.kind === 'stage moved' ? 'stage' : 'version']}{' '}
          <time className="muted" dateTime={act.at}>
            {dates.since(act.at, Date.now())}
          </time>
        </span>
      ))}
      {acts.length > ACTS ? <span className="muted small">{follow.more(acts.length - ACTS)}</span> : null}
    </>
  )
  if (clause === NOWHERE) return <li className="since-clause">{body}</li>
  return (
    <li>
      <button
        type="button"
        className="since-clause"
        onClick={() => {
          select(clause)
          goTo(clause)
        }}
      >
        {body}
      </button>
    </li>
  )
}
