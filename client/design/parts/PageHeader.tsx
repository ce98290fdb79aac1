import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useConference } from '../../api/conference.tsx'
import { useCapacityIfAny } from '../../api/session.tsx'
import { useMessages } from '../../i18n.tsx'
import { Badge } from './Badge.tsx'
import { CapacityMenu } from './CapacityMenu.tsx'
import { DeclarationNav } from './DeclarationNav.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'

export interface PageDeclaration {
  readonly id: string
  readonly symbol: string
  readonly title: string
}

export interface PageHeaderProps {
  readonly declaration?: PageDeclaration
  readonly status?: ReactNode
}

export function PageHeader({ declaration, status }: PageHeaderProps) {
  const { common } = useMessages()
  const { meeting, conference } = useConference()
  const capacity = useCapacityIfAny()
  return (
    <header className="page-header no-print">
      <div className="page-header-bar">
        <Link className="wordmark" to={capacity ? `/as/${capacity.id}/` : '/'}>
          <svg viewBox="0 0 32 32" fill="none" aria-hidden="true">
            <path d="M9 25C11 17 12.500 10.500 13.500 6.500c5-2.800 9.800-.8 9.300 3.600-.5 4.300-6.200 6.600-11 5.200" />
            <path d="M4 22.500c7.500 4.800 17 4.600 24-1.700" />
          </svg>
          <span className={declaration ? 'visually-hidden' : ''}>{common.product}</span>
        </Link>
        {declaration ? (
          <p className="crumb">
            <span className="crumb-symbol">{declaration.symbol}</span>
            <span className="crumb-title">{declaration.title}</span>
          </p>
        ) : (
          <p className="crumb">
            <span className="crumb-title">{meeting}</span>
          </p>
        )}
        <div className="page-header-status">{status}</div>
        {conference?.demonstration && !declaration ? <Badge>{common.demonstration}</Badge> : null}
        <LanguageSwitch />
        {capacity ? <CapacityMenu capacity={capacity} /> : null}
      </div>
      {declaration && capacity ? <DeclarationNav capacity={capacity} id={declaration.id} /> : null}
    </header>
  )
}
