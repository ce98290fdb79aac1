import type { Amendment } from '../../../shared/amendment.ts'
import { optedOut } from '../../../shared/positions.ts'
import type { Record } from '../../../shared/record.ts'
import { useMessages } from '../../i18n.tsx'
import { Between } from './Between.tsx'
import { GroupMembers } from './GroupMembers.tsx'

export interface InWhoseNameProps {
  readonly amendment: Amendment
  readonly record: Pick<Record, 'amendments' | 'groups'>
  /** How an amendment is said on this page: `FRA 1` or `FRA-1`. */
  readonly say: (id: string) => string
  /** There is room for the members of a group. */
  readonly isWide?: boolean
}

/** In whose name it stands besides its sponsor's, what it is between, and what it can't outlive. */
export function InWhoseName({ amendment, record, say, isWide = false }: InWhoseNameProps) {
  const { groups, order } = useMessages()
  const { sponsor, compromise, state, fallsIf = [] } = amendment
  const members = record.groups[sponsor]
  const except = optedOut(amendment, sponsor)
  return (
    <>
      {members ? (
        <p className="small">
          <GroupMembers
            code={sponsor}
            members={members.filter((code) => !except.includes(code))}
            except={except}
            isWide={isWide}
          />
          {except.length > 0 ? <span className="muted"> ({groups.except(except.join(', '))})</span> : null}
        </p>
      ) : null}
      {compromise ? <Between amendment={amendment} record={record} say={say} /> : null}
      {state === 'pending' && fallsIf.length > 0 ? (
        <p className="small">{order.fallsIf(fallsIf.map(say).join(', '))}</p>
      ) : null}
    </>
  )
}
