import { useMemo } from 'react'
import type { Act } from '../../../shared/act.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { getActs } from '../../api/api.ts'
import { useConference } from '../../api/conference.tsx'
import { useAsk } from '../../api/useAsk.ts'
import { useDates } from '../../dates.ts'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { clauseActs } from './clauseActs.ts'
import { useActWords } from './useActWords.ts'

/** Who did what to the clause, and when. */
export function HistoryTab({ clause }: { readonly clause: BlockId }) {
  const { declaration, capacity, record } = useFloor()
  const { panel } = useMessages().room
  const { asked, reload } = useAsk(`${declaration} ${record.acts}`, () => getActs(declaration, capacity.id))
  const acts = useMemo(
    () => (asked.is === 'ready' ? clauseActs(asked.value.acts, record, clause) : []),
    [asked, record, clause],
  )
  if (asked.is === 'loading') return <Spinner />
  if (asked.is === 'failed') return <Problem failure={asked.failure} onRetry={reload} />
  if (acts.length === 0) return <EmptyState title={panel.noHistory}>{panel.noHistoryHint}</EmptyState>
  return (
    <ol className="history">
      {acts.map((act) => (
        <ActLine key={act.act} act={act} />
      ))}
    </ol>
  )
}

function ActLine({ act }: { readonly act: Act }) {
  const { nameOf, flagOf } = useConference()
  const { common } = useMessages()
  const dates = useDates()
  const say = useActWords()
  const { delegation, role, name } = act.by
  return (
    <li className="history-act">
      {delegation ? <Flag alpha2={flagOf(delegation)} size="small" /> : null}
      <p>
        <strong title={name}>{delegation ? nameOf(delegation) : common.roles[role]}</strong> {say(act)}
        <time className="muted small" dateTime={act.at} title={dates.exact(act.at)}>
          {dates.moment(act.at)}
        </time>
      </p>
    </li>
  )
}
