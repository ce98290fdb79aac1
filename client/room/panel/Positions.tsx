import type { Amendment, Stand } from '../../../shared/record.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useMessages } from '../../i18n.tsx'

const STANDS: readonly Stand[] = ['support', 'oppose', 'reserve']

/** Who supports, opposes or reserves: counts, and names on opening. */
export function Positions({ amendment }: { readonly amendment: Amendment }) {
  const { common, room } = useMessages()
  const all = Object.entries(amendment.positions)
  if (all.length === 0) return <p className="muted small">{room.card.noPositions}</p>
  return (
    <details className="positions">
      <summary>
        {STANDS.map((stand) => {
          const by = all.filter(([, position]) => position.stand === stand)
          return by.length === 0 ? null : (
            <span key={stand} className={`stand stand-${stand}`}>
              {common.stands[stand]} <strong>{by.length}</strong>
            </span>
          )
        })}
      </summary>
      <ul className="position-list">
        {all.map(([code, { stand, why }]) => (
          <li key={code}>
            <DelegationChip code={code} show="both" /> <span className="muted">{common.stands[stand]}</span>
            {why ? <q className="position-why">{why}</q> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
