import { memo } from 'react'
import { NavLink } from 'react-router'
import type { Capacity } from '../../../shared/api.ts'
import { useMessages } from '../../i18n.tsx'

export interface DeclarationNavProps {
  readonly capacity: Capacity
  readonly id: string
}

/** The pages of one declaration that this role has, and no others. */
export const DeclarationNav = memo(function DeclarationNav({ capacity, id }: DeclarationNavProps) {
  const { common } = useMessages()
  const { nav } = common
  const root = `/as/${capacity.id}/d/${id}`
  const isDesk = capacity.role === 'secretariat' || capacity.role === 'chair'
  const pages = [
    { to: root, name: nav.room },
    ...(isDesk ? [{ to: `${root}/desk`, name: nav.desk }] : []),
    { to: `${root}/versions`, name: nav.versions },
    ...(isDesk ? [{ to: `${root}/account`, name: nav.account }] : []),
    ...(capacity.role === 'signatory' ? [{ to: `${root}/endorse`, name: nav.endorse }] : []),
    { to: `${root}/roll`, name: nav.roll },
  ]
  return (
    <nav className="declaration-nav" aria-label={nav.label}>
      <ul>
        {pages.map(({ to, name }) => (
          <li key={to}>
            <NavLink to={to} end>
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
})
