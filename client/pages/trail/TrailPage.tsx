import { useState } from 'react'
import type { Person, RefusalRow } from '../../../shared/api.ts'
import { REFUSALS, type RefusalCode } from '../../../shared/refusal.ts'
import { getPeople, getRefusals } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Page } from '../../design/parts/Page.tsx'
import { PageHead } from '../../design/parts/PageHead.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { TextField } from '../../design/parts/TextField.tsx'
import { useMessages } from '../../i18n.tsx'
import { doorName } from './door.ts'
import './Trail.css'

/** What was refused, to whom, where and why: for the secretariat to read. */
export function TrailPage() {
  const { trail } = useMessages()
  const { id: as } = useCapacity()
  const { asked, reload } = useAsk(as, async () => {
    const [rows, people] = await Promise.all([getRefusals(as), getPeople(as)])
    if (isFailure(rows)) return rows
    return isFailure(people) ? people : { rows, people }
  })
  return (
    <Page title={trail.title}>
      <div className="trail">
        <PageHead title={trail.title} lead={trail.lead} />
        {asked.is === 'loading' ? <Spinner /> : null}
        {asked.is === 'failed' ? <Problem failure={asked.failure} onRetry={reload} /> : null}
        {asked.is === 'ready' && asked.value.rows.length === 0 ? (
          <EmptyState title={trail.empty}>{trail.emptyHelp}</EmptyState>
        ) : null}
        {asked.is === 'ready' && asked.value.rows.length > 0 ? <Trail {...asked.value} /> : null}
      </div>
    </Page>
  )
}

interface TrailProps {
  readonly rows: readonly RefusalRow[]
  readonly people: readonly Person[]
}

function Trail({ rows, people }: TrailProps) {
  const { trail, refusals } = useMessages()
  const { nameOf } = useConference()
  const [wanted, setWanted] = useState('')
  const said = rows.map((row) => {
    const person = people.find(({ id }) => id === row.by?.capacity) ?? null
    const door = doorName(row, trail.doors)
    const why = isCode(row.code) ? refusals.sentence(row.code) : row.code
    return { row, person, door, why }
  })
  const sought = wanted.trim().toLowerCase()
  const found = said.filter(({ row, person, door, why }) =>
    [person?.name, row.by?.delegation, row.by?.delegation && nameOf(row.by.delegation), door, why, row.code]
      .join(' ')
      .toLowerCase()
      .includes(sought),
  )
  return (
    <>
      <div className="trail-tools">
        <TextField label={trail.search} value={wanted} onChange={setWanted} />
      </div>
      {found.length === 0 ? <p className="muted">{trail.noneFound}</p> : null}
      <ol className="trail-list">
        {found.map(({ row, person, door, why }) => (
          <li
            key={`${row.at} ${row.by?.capacity} ${row.door} ${row.place} ${row.code}`}
            className="trail-row"
          >
            <Moment row={row} />
            <div>
              <Who row={row} person={person} />
              <p>
                {door}
                {row.place ? <span className="muted small"> · {row.place.split('/')[0]}</span> : null}
              </p>
              <p className="muted small">
                {why} <code>{row.code}</code>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

const isCode = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code)

function Moment({ row }: { readonly row: RefusalRow }) {
  const { trail } = useMessages()
  const { moment } = useDates()
  return (
    <p className="muted small numeric">
      <time dateTime={row.at}>{moment(row.at)}</time>
      {row.times > 1 ? <strong className="trail-times">{trail.times(row.times)}</strong> : null}
    </p>
  )
}

function Who({ row: { by }, person }: { readonly row: RefusalRow; readonly person: Person | null }) {
  const { trail, common } = useMessages()
  if (!by) return <p className="trail-who">{trail.nobody}</p>
  return (
    <p className="trail-who">
      {by.delegation ? <DelegationChip code={by.delegation} show="name" size="small" /> : null}
      <span>{[person?.name ?? trail.unknown, common.roles[by.role]].filter(unique).join(' · ')}</span>
    </p>
  )
}

const unique = (word: string, at: number, all: readonly string[]): boolean => all.indexOf(word) === at
