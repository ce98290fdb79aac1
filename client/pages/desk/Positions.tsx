import type { Amendment } from '../../../shared/amendment.ts'
import { talliesOf, type Voice } from '../../../shared/positions.ts'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

/** How many delegations stand where, groups with their members; opened, which ones and why. */
export function Positions({ amendment }: { readonly amendment: Amendment }) {
  const { desk, groups } = useMessages()
  const { view } = useDesk()
  const { nameOf } = useConference()
  const held = talliesOf(amendment, view.record.groups).filter(({ voices }) => voices.length > 0)
  if (held.length === 0) return <p className="muted small">{desk.noPositions}</p>
  const said = ({ code, why, members, except }: Voice) => {
    const notes = [
      ...(members ? [groups.speaksFor(members.length)] : []),
      ...(except.length > 0 ? [groups.except(except.join(', '))] : []),
      ...(why ? [why] : []),
    ]
    return notes.length > 0 ? `${nameOf(code)} (${notes.join('; ')})` : nameOf(code)
  }
  return (
    <details className="positions small">
      <summary>{held.map(({ stand, count }) => desk[stand](count)).join(' · ')}</summary>
      <ul className="positions-list">
        {held.map(({ stand, count, voices }) => (
          <li key={stand}>
            {desk[stand](count)} – {voices.map(said).join(', ')}
          </li>
        ))}
      </ul>
    </details>
  )
}
