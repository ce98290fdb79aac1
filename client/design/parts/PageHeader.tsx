import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useConference } from '../../api/conference.tsx'
import { useCapacityIfAny } from '../../api/session.tsx'
import { useMessages } from '../../i18n.tsx'
import { Badge } from './Badge.tsx'
import { CapacityMenu } from './CapacityMenu.tsx'
import { DeclarationNav } from './DeclarationNav.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Paraph } from './Paraph.tsx'

export interface PageDeclaration {
  readonly id: string
  readonly symbol: string
  readonly title: string
}

export interface PageHeaderProps {
  readonly declaration?: PageDeclaration
  readonly status?: ReactNode
  readonly tools?: ReactNode
  readonly nav: boolean
}

export function PageHeader({ declaration, status, tools, nav }: PageHeaderProps) {
  const { common } = useMessages()
  const { meeting, conference } = useConference()
  const capacity = useCapacityIfAny()
  return (
    <header className="page-header no-print">
      <div className="page-header-bar">
        <Link className="wordmark" to={capacity ? `/as/${capacity.id}/` : '/'}>
          <Paraph />
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
      {declaration && capacity && nav ? (
        <div className="page-header-pages">
          <DeclarationNav capacity={capacity} id={declaration.id} />
          {tools}
        </div>
      ) : null}
    </header>
  )
}
