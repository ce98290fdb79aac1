import type { ById, Position, Stand } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'

const STANDS: readonly Stand[] = ['support', 'oppose', 'reserve']

/** How many delegations stand where; opened, which ones and why. */
export function Positions({ positions }: { readonly positions: ById<Position> }) {
  const { desk } = useMessages()
  const { nameOf } = useConference()
  const all = Object.entries(positions)
  if (all.length === 0) return <p className="muted small">{desk.noPositions}</p>
  const held = STANDS.map((stand) => ({ stand, by: all.filter(([, it]) => it.stand === stand) })).filter(
    ({ by }) => by.length > 0,
  )
  return (
    <details className="positions small">
      <summary>{held.map(({ stand, by }) => desk[stand](by.length)).join(' · ')}</summary>
      <ul className="positions-list">
        {held.map(({ stand, by }) => (
          <li key={stand}>
            {desk[stand](by.length)} –{' '}
            {by.map(([code, { why }]) => (why ? `${nameOf(code)} (${why})` : nameOf(code))).join(', ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
