import type { ById } from '../../../shared/ids.ts'
import type { Receipt } from '../../../shared/silence.ts'
import { useDates } from '../../dates.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useMessages } from '../../i18n.tsx'

/** Which delegations have opened the frozen text, and when each did so first. */
export function Receipts({ receipts }: { readonly receipts: ById<Receipt> }) {
  const { silence: say } = useMessages()
  const { moment } = useDates()
  const all = Object.entries(receipts)
  return (
    <details className="silence-receipts">
      <summary>{all.length === 0 ? say.receipts.none : say.receipts.count(all.length)}</summary>
      <ul aria-label={say.receipts.title}>
        {all.map(([code, { at }]) => (
          <li key={code}>
            <DelegationChip code={code} show="name" />{' '}
            <time className="muted small numeric" dateTime={at}>
              {moment(at)}
            </time>
          </li>
        ))}
      </ul>
    </details>
  )
}
