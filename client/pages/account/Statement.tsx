import type { Account } from '../../../shared/account.ts'
import { placesIn } from '../../../shared/by-amendment.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useDates } from '../../dates.ts'
import { Hash } from '../../design/parts/Hash.tsx'
import { useMessages } from '../../i18n.tsx'
import '../../design/parts/Facts.css'

export interface StatementProps {
  readonly account: Account
  /** The version that it is about; null for the text as it stands. */
  readonly version: VersionHead | null
}

/** What the secretariat can put its name to: no word was lost, none slipped in, and how many are where. */
export function Statement({ account: { entries, nameless }, version }: StatementProps) {
  const { account, roll } = useMessages()
  const { exact } = useDates()
  const amendments = new Set(entries.map(({ amendment }) => amendment)).size
  return (
    <header className="stack-tight">
      <h1>{version ? account.statementOf(version.symbol) : account.title}</h1>
      <p className="muted">{account.lead}</p>
      {version ? (
        <dl className="facts">
          <dt>{account.frozen}</dt>
          <dd>
            <time dateTime={version.at}>{exact(version.at)}</time>
          </dd>
          <dt>{roll.hashOf(version.symbol)}</dt>
          <dd>
            <Hash hash={version.hash} />
          </dd>
        </dl>
      ) : null}
      {nameless.length === 0 ? (
        <p className="account-whole">{account.allNamed}</p>
      ) : (
        <p className="page-warning" role="alert">
          {account.nameless(nameless.length)} {nameless.map(({ words }) => `“${words}”`).join(', ')}
        </p>
      )}
      {entries.length > 0 ? (
        <table className="account-sums">
          <caption>{account.sums(entries.length, amendments)}</caption>
          <tbody>
            {placesIn(entries).map((place) => (
              <tr key={place}>
                <th scope="row">{account.place[place]}</th>
                <td className="numeric">{entries.filter((it) => it.place === place).length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </header>
  )
}
