import { useState } from 'react'
import { useParams } from 'react-router'
import type { AccountEntry, Place } from '../../../shared/account.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { getAccount } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useRoom } from '../../sync/useRoom.ts'
import './Account.css'
import { byAmendment, placesIn } from './byAmendment.ts'

/** Rule A5, for everybody to check: where each proposed word is, who put it there, and when. */
export function AccountPage() {
  const { declaration = '' } = useParams()
  const { id } = useCapacity()
  const room = useRoom(declaration, id)
  const { account } = useMessages()
  return (
    <DeclarationPage title={account.title} room={room}>
      {(view) => <AccountOf view={view} />}
    </DeclarationPage>
  )
}

function AccountOf({ view }: { readonly view: RoomView }) {
  const { account } = useMessages()
  const { id: capacity } = useCapacity()
  const { id } = view.record.declaration
  const [place, setPlace] = useState<Place | 'all'>('all')
  const { asked, reload } = useAsk(`${id} ${view.record.acts}`, () => getAccount(id, capacity))
  if (asked.is === 'loading') return <Spinner />
  if (asked.is === 'failed') return <Problem failure={asked.failure} onRetry={reload} />
  const { entries, nameless } = asked.value
  const shown = entries.filter((it) => place === 'all' || it.place === place)
  const places = placesIn(entries)
  return (
    <div className="account">
      <header className="stack-tight">
        <h1>{account.title}</h1>
        <p className="muted">{account.lead}</p>
        {nameless.length === 0 ? (
          <p className="account-whole">{account.allNamed}</p>
        ) : (
          <p className="desk-warning" role="alert">
            {account.nameless(nameless.length)} {nameless.map(({ words }) => `“${words}”`).join(', ')}
          </p>
        )}
      </header>
      {entries.length === 0 ? <EmptyState title={account.empty}>{account.emptyHelp}</EmptyState> : null}
      {entries.length > 0 ? (
        <div className="account-tools no-print">
          <Select
            label={account.filter}
            value={place}
            onChange={setPlace}
            options={[
              { id: 'all' as const, name: account.all },
              ...places.map((it) => ({ id: it, name: account.place[it] })),
            ]}
          />
          <p className="muted small numeric" role="status">
            {account.proposals(shown.length)}
          </p>
        </div>
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

function Entry({ entry, view }: { readonly entry: AccountEntry; readonly view: RoomView }) {
  const { account, common } = useMessages()
  const { nameOf } = useConference()
  const { moment } = useDates()
  const { revision, clause, would, words, place, by, at, through } = entry
  const label = view.record.clauses[clause]?.label
  const who = by.delegation ? nameOf(by.delegation) : common.roles[by.role]
  const Tag = would === 'come in' ? 'ins' : 'del'
  return (
    <li className="account-entry">
      <p lang={view.record.declaration.language} dir="auto">
        <Tag>{words}</Tag>
      </p>
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
