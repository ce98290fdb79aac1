import type { Withdrawal } from '../../../shared/roll.ts'
import { useDates } from '../../dates.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useMessages } from '../../i18n.tsx'

/** What was taken back is on the record for ever, and so it stands here; the last first. */
export function WithdrawnStates({ withdrawals }: { readonly withdrawals: readonly Withdrawal[] }) {
  const { endorse, roll } = useMessages()
  const { moment } = useDates()
  if (withdrawals.length === 0) return null
  return (
    <section className="stack">
      <div className="stack-tight">
        <h2>{endorse.onRoll.withdrawn}</h2>
        <p className="muted small">{endorse.onRoll.withdrawnHelp}</p>
      </div>
      <ul className="roll-list">
        {withdrawals.toReversed().map(({ endorsement: { state, name, title, at: endorsed }, at, act }) => (
          <li key={act} className="roll-entry">
            <h3 className="roll-state">
              <DelegationChip code={state} show="name" size="medium" />
            </h3>
            <p>
              {name}, <span className="muted">{title}</span>
            </p>
            <p className="muted small numeric">
              <time dateTime={endorsed}>{moment(endorsed)}</time>
              <span className="roll-until">
                {roll.until} <time dateTime={at}>{moment(at)}</time>
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
