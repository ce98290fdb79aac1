import { consents } from '../../../shared/compromise.ts'
import { CHAIR } from '../../../shared/ids.ts'
import { optedOut } from '../../../shared/positions.ts'
import type { Amendment } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { Badge } from '../../design/parts/Badge.tsx'
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
      {amendment.compromise ? <Consents amendment={amendment} /> : null}
      {amendment.fallsIf?.length ? (
        <p className="small">{order.fallsIf(amendment.fallsIf.join(', '))}</p>
      ) : null}
    </>
  )
}

function Consents({ amendment }: { readonly amendment: Amendment }) {
  const { view } = useDesk()
  const { nameOf } = useConference()
  const { compromise } = useMessages()
  const all = consents(amendment, view.record)
  return (
    <div className="stack-tight small">
      <p className="row">
        <Badge tone="accent">
          {amendment.sponsor === CHAIR ? compromise.chairText : compromise.deskText}
        </Badge>
        <span>{compromise.between((amendment.compromise?.of ?? []).join(', '))}</span>
      </p>
      {(['accepts', 'declines', 'asked'] as const).map((said) => {
        const names = all.filter(([, consent]) => consent === said).map(([code]) => nameOf(code))
        return names.length > 0 ? <p key={said}>{compromise.consents[said](names.join(', '))}</p> : null
      })}
    </div>
  )
}
