import type { ComparedBlock } from '../../../shared/comparison.ts'
import { DelegationChip } from '../../design/parts/DelegationChip.tsx'
import { useMessages } from '../../i18n.tsx'

export interface LegendProps {
  /** How much changed, in a sentence. */
  readonly summary: string
  readonly blocks: readonly ComparedBlock[]
}

/** The signs, and whose amendments stand behind what changed. */
export function Legend({ summary, blocks }: LegendProps) {
  const { versions } = useMessages()
  const ids = new Set(
    blocks.flatMap(({ spans }) =>
      spans.flatMap(({ op, origin }) => (op !== 'kept' && origin.amendment) || []),
    ),
  )
  return (
    <div className="legend">
      <p role="status">{summary}</p>
      <p className="row">
        <span className="visually-hidden">{versions.legend}: </span>
        <ins>{versions.legendInserted}</ins>
        <del>{versions.legendDeleted}</del>
        {[...ids].sort().map((id) => (
          <span key={id} className="legend-amendment">
            <DelegationChip code={id.slice(0, 3)} /> <span className="numeric">{id.slice(4)}</span>
          </span>
        ))}
      </p>
      <p className="muted small no-print">{versions.legendHint}</p>
    </div>
  )
}
