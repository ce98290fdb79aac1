import type { Amendment } from '../../../shared/amendment.ts'
import { GaveWay } from '../../design/parts/GaveWay.tsx'
import { InWhoseName } from '../../design/parts/InWhoseName.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'

/** In whose name it stands, what would take its place, and to what it gave way. */
export function Standpoints({ amendment }: { readonly amendment: Amendment }) {
  const { record } = useFloor()
  return (
    <>
      <InWhoseName amendment={amendment} record={record} say={spoken} />
      {amendment.state === 'pending' ? <TakenPlaceOf amendment={amendment} /> : null}
      {amendment.gaveWay ? <GaveWay amendment={amendment} record={record} /> : null}
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
