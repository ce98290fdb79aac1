import type { ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import { type Amendment, type ById, sponsorsOf } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Flag } from '../../design/parts/Flag.tsx'
import type { RedlinePiece } from '../../design/parts/Redline.tsx'
import { Tooltip } from '../../design/parts/Tooltip.tsx'
import { useMessages } from '../../i18n.tsx'

export interface NamedWordsProps {
  readonly piece: RedlinePiece
  readonly amendments: ById<Amendment>
  readonly children: ReactNode
}

/** Words that tell, when pointed at, who brought them or took them out. */
export function NamedWords({ piece, amendments, children }: NamedWordsProps) {
  const amendment = piece.amendment ? amendments[piece.amendment] : undefined
  if (!amendment) return children
  return (
    <Tooltip text={<WhoAndWhen amendment={amendment} op={piece.op} />}>
      <Focusable>
        {/* biome-ignore lint/a11y/useSemanticElements: a button element can't break over lines as words do */}
        <span role="button" tabIndex={0} className={`named-words named-${piece.op}`}>
          {children}
        </span>
      </Focusable>
    </Tooltip>
  )
}

function WhoAndWhen({ amendment, op }: { readonly amendment: Amendment; readonly op: RedlinePiece['op'] }) {
  const { common } = useMessages()
  const { nameOf, flagOf } = useConference()
  const { moment } = useDates()
  const names = sponsorsOf(amendment).map(nameOf).join(', ')
  return (
    <span className="who-and-when">
      <Flag alpha2={flagOf(amendment.sponsor)} />
      <span>
        <strong>{amendment.id}</strong> ·{' '}
        {op === 'deleted' ? common.deletedBy(names) : common.broughtBy(names)}
        {amendment.decision ? ` · ${moment(amendment.decision.at)}` : null}
      </span>
    </span>
  )
}
