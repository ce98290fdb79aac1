import type { Amendment } from '../../../shared/amendment.ts'
import { type Tally, talliesOf, type Voice } from '../../../shared/positions.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { GroupMembers } from '../../design/parts/GroupMembers.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** Who supports, opposes or reserves: delegations counted once, groups with their members; names on opening. */
export function Positions({ amendment }: { readonly amendment: Amendment }) {
  const { record } = useFloor()
  const { common, room } = useMessages()
  const held = talliesOf(amendment, record.groups).filter(({ voices }) => voices.length > 0)
  if (held.length === 0) return <p className="muted small">{room.card.noPositions}</p>
  return (
    <details className="positions">
      <summary>
        {held.map(({ stand, count }) => (
          <span key={stand} className={`stand stand-${stand}`}>
            {common.stands[stand]} <strong>{count}</strong>
          </span>
        ))}
      </summary>
      <ul className="position-list">
        {held.flatMap((tally) =>
          tally.voices.map((voice) => <VoiceLine key={voice.code} voice={voice} stand={tally.stand} />),
        )}
      </ul>
    </details>
  )
}

function VoiceLine({ voice, stand }: { readonly voice: Voice; readonly stand: Tally['stand'] }) {
  const { common, groups } = useMessages()
  const { code, why, members, except } = voice
  return (
    <li>
      <DelegationChip code={code} show="both" />{' '}
      {except.length > 0 ? <span className="muted">({groups.except(except.join(', '))}) </span> : null}
      {members ? <GroupMembers code={code} members={members} except={except} /> : null}{' '}
      <span className="muted">{common.stands[stand]}</span>
      {why ? <q className="position-why">{why}</q> : null}
    </li>
  )
}
