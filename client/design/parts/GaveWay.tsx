import type { Amendment } from '../../../shared/amendment.ts'
import { isConsented } from '../../../shared/compromise.ts'
import type { Record } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'

export interface GaveWayProps {
  readonly amendment: Amendment
  readonly record: Pick<Record, 'amendments'>
}

/** What took its place or made it fall, and what its sponsors had said to that. */
export function GaveWay({ amendment: { state, gaveWay }, record }: GaveWayProps) {
  const { compromise } = useMessages()
  const { nameOf } = useConference()
  if (!gaveWay) return null
  const to = gaveWay.to.replace('-', ' ')
  if (state === 'fallen') return <p className="small">{compromise.fellWith(to)}</p>
  const { declined, unanswered } = gaveWay
  // Nobody is asked about a consolidation.
  const isAsked = !record.amendments[gaveWay.to]?.consolidation
  const silent = isAsked ? compromise.withoutAnswer : compromise.notAsked
  const names = (codes: readonly string[]) => codes.map(nameOf).join(', ')
  return (
    <div className="small">
      <p>{isConsented(gaveWay) ? compromise.supersededConsent(to) : compromise.supersededWithout(to)}</p>
      {declined.length > 0 ? <p>{compromise.withoutDeclined(names(declined))}</p> : null}
      {unanswered.length > 0 ? <p>{silent(names(unanswered))}</p> : null}
    </div>
  )
}
