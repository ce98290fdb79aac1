import { optedOut } from '../../../shared/positions.ts'
import type { Amendment } from '../../../shared/record.ts'
import { Between } from '../../design/parts/Between.tsx'
import { GroupMembers } from '../../design/parts/GroupMembers.tsx'
import { useMessages } from '../../i18n.tsx'
import { useDesk } from './useDesk.ts'

/** For whom it speaks, what it is between, and on what it depends. */
export function Ties({ amendment }: { readonly amendment: Amendment }) {
  const { view } = useDesk()
  const { groups, order } = useMessages()
  const members = view.record.groups[amendment.sponsor]
  const except = optedOut(amendment, amendment.sponsor)
  return (
    <>
      {members ? (
        <p className="small">
          <GroupMembers
            code={amendment.sponsor}
            members={members.filter((code) => !except.includes(code))}
            except={except}
          />
          {except.length > 0 ? <span className="muted"> ({groups.except(except.join(', '))})</span> : null}
        </p>
      ) : null}
      {amendment.compromise ? <Between amendment={amendment} record={view.record} say={(id) => id} /> : null}
      {amendment.fallsIf?.length ? (
        <p className="small">{order.fallsIf(amendment.fallsIf.join(', '))}</p>
      ) : null}
    </>
  )
}
