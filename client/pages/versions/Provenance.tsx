import { useMemo } from 'react'
import { compared, coverage } from '../../../shared/comparison.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { useMoment } from './Comparison.tsx'
import { Coverage } from './Coverage.tsx'
import { NamedText } from './NamedText.tsx'
import { useChecked } from './useChecked.ts'
import type { Compared } from './useComparison.ts'
import type { Kept } from './usePast.ts'

export interface ProvenanceProps {
  readonly view: RoomView
  readonly kept: Kept
  readonly comparison: Compared
}

/** One moment's text, and the name behind every word of it. */
export function Provenance({ view, kept, comparison }: ProvenanceProps) {
  const { versions } = useMessages()
  const { acts, past } = kept
  const moment = useMoment(kept, comparison.to)
  const checked = useChecked(view.record.declaration.id, comparison.to, moment)
  const blocks = useMemo(
    () => (past && moment ? compared(past.chronicle, moment, moment) : null),
    [past, moment],
  )
  const shares = useMemo(() => coverage(blocks ?? []), [blocks])
  if (checked.failure) return <Problem failure={checked.failure} onRetry={checked.reload} />
  if (!blocks || checked.is === 'checking') return <Spinner />
  return (
    <>
      <div className="legend">
        <Coverage shares={shares} />
        <p className="muted small no-print">{versions.legendHint}</p>
      </div>
      <NamedText view={view} acts={acts} blocks={blocks} comparison={comparison} />
    </>
  )
}
