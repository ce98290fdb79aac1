import { isConsented } from '../../../shared/compromise.ts'
import type { Amendment } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useMessages } from '../../i18n.tsx'

/** What took its place or made it fall, and what its sponsors had said to that. */
export function GaveWay({ amendment: { state, gaveWay } }: { readonly amendment: Amendment }) {
  const { compromise } = useMessages()
  const { nameOf } = useConference()
  if (!gaveWay) return null
  const to = gaveWay.to.replace('-', ' ')
  if (state === 'fallen') return <p className="small">{compromise.fellWith(to)}</p>
  const { declined, unanswered } = gaveWay
  const names = (codes: readonly string[]) => codes.map(nameOf).join(', ')
  return (
    <div className="small">
      <p>{isConsented(gaveWay) ? compromise.supersededConsent(to) : compromise.supersededWithout(to)}</p>
      {declined.length > 0 ? <p>{compromise.withoutDeclined(names(declined))}</p> : null}
      {unanswered.length > 0 ? <p>{compromise.withoutAnswer(names(unanswered))}</p> : null}
    </div>
  )
}
