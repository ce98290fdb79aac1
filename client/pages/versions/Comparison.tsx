import { useMemo } from 'react'
import { compared } from '../../../shared/comparison.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import type { Moment, Past } from '../../../shared/moment.ts'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { Legend } from './Legend.tsx'
import { NamedText } from './NamedText.tsx'
import { actAt, type Point } from './points.ts'
import { useChecked } from './useChecked.ts'
import type { Compared } from './useComparison.ts'
import type { Kept } from './usePast.ts'

export interface ComparisonProps {
  readonly view: RoomView
  readonly kept: Kept
  readonly comparison: Compared
}

/** The exact difference of two moments, computed here from the ids of the characters, with the name behind each. */
export function Comparison({ view, kept, comparison }: ComparisonProps) {
  const { versions } = useMessages()
  const { acts, past } = kept
  const { id } = view.record.declaration
  const from = useMoment(kept, comparison.from)
  const to = useMoment(kept, comparison.to)
  const checks = [useChecked(id, comparison.from, from), useChecked(id, comparison.to, to)]
  const blocks = useMemo(
    () => (past && from && to ? compared(past.chronicle, from, to) : null),
    [past, from, to],
  )
  const failed = checks.find(({ is }) => is === 'failed')
  if (failed?.failure) return <Problem failure={failed.failure} onRetry={failed.reload} />
  if (!blocks || checks.some(({ is }) => is === 'checking')) return <Spinner />
  const changes = blocks.flatMap(({ spans }) => spans)
  const moved = blocks.filter((block) => block.moved !== null).length
  const inserted = changes.filter(({ op }) => op === 'inserted').length
  const deleted = changes.filter(({ op }) => op === 'deleted').length
  return (
    <>
      <Legend
        summary={
          inserted + deleted + moved === 0 ? versions.same : versions.changes(inserted, deleted, moved)
        }
        blocks={blocks}
      />
      <NamedText view={view} acts={acts} blocks={blocks} comparison={comparison} />
    </>
  )
}

/** The moment that a point means; null until the acts have come. */
export function useMoment(
  { acts, past }: { readonly acts: Kept['acts']; readonly past: Past | null },
  point: Point,
) {
  return useMemo((): Moment | null => past?.at(actAt(point, acts)) ?? null, [acts, past, point])
}
