import type { VersionHead } from '../../../shared/record.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Select } from '../../design/parts/Select.tsx'
import { useMessages } from '../../i18n.tsx'
import type { Compared, Point } from './useComparison.ts'

export interface ComparisonBarProps {
  readonly versions: readonly VersionHead[]
  readonly comparison: Compared
}

export function ComparisonBar({ versions: all, comparison }: ComparisonBarProps) {
  const { versions } = useMessages()
  const { from, to, compare } = comparison
  const options = [
    ...all.map(({ number, symbol, final }) => ({
      id: String(number),
      name: final ? `${symbol} · ${versions.final}` : symbol,
    })),
    { id: 'now', name: versions.now },
  ]
  const point = (id: string): Point => (id === 'now' ? 'now' : Number(id))
  return (
    <div className="comparison-bar no-print">
      <Select
        label={versions.from}
        options={options}
        value={String(from)}
        onChange={(id) => compare(point(id), to)}
      />
      <Select
        label={versions.to}
        options={options}
        value={String(to)}
        onChange={(id) => compare(from, point(id))}
      />
      <Button kind="quiet" onPress={() => compare(to, from)}>
        {versions.swap}
      </Button>
    </div>
  )
}
