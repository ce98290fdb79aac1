import { memo } from 'react'
import { useNavigate } from 'react-router'
import type { Capacity } from '../../../shared/api.ts'
import { useCapacityName } from '../../api/capacity.ts'
import { useConference } from '../../api/conference.tsx'
import { useSession } from '../../api/session.tsx'
import { useMessages } from '../../i18n.tsx'
import { useSignOut } from '../../sync/signOut.ts'
import { Disclosure } from '../plain/Disclosure.tsx'
import { Flag } from './Flag.tsx'
import { Icon } from './Icon.tsx'

/** Whom this tab acts for; changes to another capacity that this browser holds. */
export const CapacityMenu = memo(function CapacityMenu({ capacity }: { readonly capacity: Capacity }) {
  const { access, common } = useMessages()
  const { flagOf } = useConference()
  const { capacities } = useSession()
  const nameOf = useCapacityName()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const flag = ({ delegation }: Capacity) =>
    delegation ? <Flag alpha2={flagOf(delegation)} size="small" /> : null
  return (
    <Disclosure
      label={common.changeCapacity}
      selected={capacity.id}
      entries={[
        ...capacities.map((it) => ({
          id: it.id,
          name: nameOf(it),
          mark: flag(it),
          detail: `${it.name} · ${common.roles[it.role]}`,
          onAction: () => navigate(`/as/${it.id}/`),
        })),
        { id: 'access', name: access.toPage, onAction: () => navigate(`/as/${capacity.id}/access`) },
        { id: 'all', name: common.allCapacities, onAction: () => navigate('/') },
        { id: 'out', name: common.signOut, onAction: signOut },
      ]}
    >
      {flag(capacity)}
      <span className="visually-hidden">{common.actingAs} </span>
      <span className="capacity-name">{nameOf(capacity)}</span>
      <Icon name="chevron" />
    </Disclosure>
  )
})
