import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { AccountEntry, Place } from '../../../shared/account.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { getAccount } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useRoom } from '../../sync/useRoom.ts'
import './Account.css'
import { byAmendment, placesIn } from '../../../shared/by-amendment.ts'
import { Statement } from './Statement.tsx'

/** Rule A5, for everybody to check: where each proposed word is, who put it there, and when. */
export function AccountPage() {
  const { declaration = '' } = useParams()
  const { id } = useCapacity()
  const room = useRoom(declaration, id)
  const { account } = useMessages()
  return (
    <DeclarationPage title={account.title} printed={account.statement} room={room}>
      {(view) => <AccountOf view={view} />}
    </DeclarationPage>
  )
}

function AccountOf({ view }: { readonly view: RoomView }) {
  const { account } = useMessages()
  const { id: capacity } = useCapacity()
  const { declaration, acts, versions } = view.record
  const [version, choose] = useChosenVersion(versions)
  const [place, setPlace] = useState<Place | 'all'>('all')
  const key = version ? `version ${version.number}` : `now ${acts}`
  const { asked, reload } = useAsk(`${declaration.id} ${key}`, () =>
    getAccount(declaration.id, capacity, version?.number ?? null),
  )
  if (asked.is === 'loading') return <Spinner />
  if (asked.is === 'failed') return <Problem failure={asked.failure} onRetry={reload} />
  const { entries } = asked.value
  const shown = entries.filter((it) => place === 'all' || it.place === place)
  return (
    <div className="account">
      <Statement account={asked.value} version={version} />
      <div className="account-tools no-print">
        <Select
          label={account.of}
          value={String(version?.number ?? NOW)}
          onChange={choose}
          options={[
            { id: NOW, name: account.now },
            ...[...versions].reverse().map(({ number, symbol }) => ({ id: String(number), name: symbol })),
          ]}
        />
        {entries.length > 0 ? (
          <Select
            label={account.filter}
            value={place}
            onChange={setPlace}
            options={[
              { id: 'all' as const, name: account.all },
              ...placesIn(entries).map((it) => ({ id: it, name: account.place[it] })),
            ]}
          />
        ) : null}
        <Button onPress={() => window.print()}>
          <Icon name="print" />
          {account.print}
        </Button>
      </div>
      {entries.length === 0 ? <EmptyState title={account.empty}>{account.emptyHelp}</EmptyState> : null}
      {entries.length > 0 ? (
        <p className="muted small numeric no-print" role="status">
          {account.proposals(shown.length)}
        </p>
      ) : null}
      {byAmendment(shown).map(([amendment, own]) => (
        <section key={amendment} className="account-amendment" aria-label={amendment}>
          <h2>
            <DelegationChip code={view.record.amendments[amendment]?.sponsor ?? ''} show="name" />{' '}
            <span className="numeric">{amendment}</span>
          </h2>
          <ul>
            {own.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name, and are drawn anew together
              <Entry key={index} entry={entry} view={view} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const NOW = 'now'

/** The address names the version, so that a statement can be sent to somebody. */
function useChosenVersion(versions: readonly VersionHead[]) {
  const [search, setSearch] = useSearchParams()
  const version = versions.find(({ number }) => String(number) === search.get('version')) ?? null
  return [version, (id: string) => setSearch(id === NOW ? {} : { version: id })] as const
}

function Entry({ entry, view }: { readonly entry: AccountEntry; readonly view: RoomView }) {
  const { account, common, moving } = useMessages()
  const { nameOf } = useConference()
  const { moment } = useDates()
  const { revision, clause, would, words, after, place, by, at, through } = entry
  const label = view.record.clauses[clause]?.label
  const nameOfClause = (id: string) =>
    view.record.clauses[id]?.label ? common.clause(view.record.clauses[id].label) : common.title
  const who = by.delegation ? nameOf(by.delegation) : common.roles[by.role]
  return (
    <li className="account-entry">
      {would === 'move' ? (
        <p>
          {after
            ? moving.moves(nameOfClause(clause), nameOfClause(after))
            : moving.movesFirst(nameOfClause(clause))}
        </p>
      ) : (
        <p lang={view.record.declaration.language} dir="auto">
          {would === 'come in' ? <ins>{words}</ins> : <del>{words}</del>}
        </p>
      )}
      <p className="small muted">
        {label ? `${common.clause(label)} · ` : null}
        {account.would[would]} · {account.revision(revision)}
      </p>
      <p className="small">
        <strong>{account.place[place]}</strong>
        {through ? ` ${account.through(through)}` : null} · {who} · <time dateTime={at}>{moment(at)}</time>
      </p>
    </li>
  )
}
