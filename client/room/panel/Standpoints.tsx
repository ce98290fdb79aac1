import { optedOut } from '../../../shared/positions.ts'
import type { Amendment } from '../../../shared/record.ts'
import { Between } from '../../design/parts/Between.tsx'
import { GaveWay } from '../../design/parts/GaveWay.tsx'
import { GroupMembers } from '../../design/parts/GroupMembers.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'

/** In whose name it stands besides its sponsor's: a group's members, and what a compromise is between. */
export function Standpoints({ amendment }: { readonly amendment: Amendment }) {
  const { record } = useFloor()
  const { groups, order } = useMessages()
  const except = optedOut(amendment, amendment.sponsor)
  const members = record.groups[amendment.sponsor]
  return (
    <>
      {members ? (
        <p className="small">
          <GroupMembers
            code={amendment.sponsor}
            members={members.filter((code) => !except.includes(code))}
            except={except}
          />
          {except.length > 0 ? <span className="muted">({groups.except(except.join(', '))})</span> : null}
        </p>
      ) : null}
      {amendment.compromise ? <Between amendment={amendment} record={record} say={spoken} /> : null}
      {amendment.state === 'pending' ? <TakenPlaceOf amendment={amendment} /> : null}
      {amendment.state === 'pending' && amendment.fallsIf?.length ? (
        <p className="small">{order.fallsIf(amendment.fallsIf.map(spoken).join(', '))}</p>
      ) : null}
      {amendment.gaveWay ? <GaveWay amendment={amendment} /> : null}
    </>
  )
}

/** Compromises that would take its place. */
function TakenPlaceOf({ amendment }: { readonly amendment: Amendment }) {
  const { record, open } = useFloor()
  const { compromise } = useMessages()
  const all = Object.values(record.amendments).filter(
    (it) => it.state === 'pending' && it.compromise?.of.includes(amendment.id),
  )
  return all.map(({ id }) => (
    <p key={id} className="small">
      <button type="button" className="text-button" onClick={() => open(id)}>
        {compromise.proposedIn(spoken(id))}
      </button>
    </p>
  ))
}
