import type { Act } from '../../../shared/act.ts'
import type { VersionHead } from '../../../shared/record.ts'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { type Option, Select } from '../../design/parts/Select.tsx'
import { useMessages } from '../../i18n.tsx'
import { actAt, type Point } from './points.ts'
import type { Compared } from './useComparison.ts'

export interface ComparisonBarProps {
  readonly versions: readonly VersionHead[]
  readonly acts: readonly Act[]
  readonly comparison: Compared
}

/** Which moments: a version, the text as it stands, or any act, which is chosen in the timeline. */
export function ComparisonBar({ versions: all, acts, comparison }: ComparisonBarProps) {
  const { versions } = useMessages()
  const { from, to, showing, compare, read } = comparison
  const options = usePoints(all, acts)
  if (showing === 'names') {
    const { list, choose } = options(to)
    return (
      <div className="comparison-bar no-print">
        <Select label={versions.text} options={list} value={String(to)} onChange={(id) => read(choose(id))} />
      </div>
    )
  }
  const [first, second] = [options(from), options(to)]
  return (
    <div className="comparison-bar no-print">
      <Select
        label={versions.from}
        options={first.list}
        value={String(from)}
        onChange={(id) => compare(first.choose(id), to)}
      />
      <Select
        label={versions.to}
        options={second.list}
        value={String(to)}
        onChange={(id) => compare(from, second.choose(id))}
      />
      <Button kind="quiet" onPress={() => compare(to, from)}>
        {versions.swap}
      </Button>
    </div>
  )
}

/** What can be chosen, with the act that was chosen in the timeline. */
function usePoints(all: readonly VersionHead[], acts: readonly Act[]) {
  const { versions } = useMessages()
  const { moment } = useDates()
  const points = new Map<string, Point>([
    ['now', 'now'],
    ...all.map(({ number }) => [String(number), number] as const),
  ])
  const fixed: Option<string>[] = [
    { id: 'now', name: versions.now },
    ...[...all].reverse().map(({ number, symbol, final, at }) => ({
      id: String(number),
      name: `${symbol}${final ? ` · ${versions.final}` : ''} · ${moment(at)}`,
    })),
  ]
  return (chosen: Point) => {
    const choose = (id: string): Point => points.get(id) ?? chosen
    if (points.has(String(chosen))) return { list: fixed, choose }
    const number = actAt(chosen, acts)
    const act = acts.findLast((it) => it.act <= number)
    const name = act ? `${versions.after(number)} · ${moment(act.at)}` : versions.after(number)
    return { list: [{ id: String(chosen), name }, ...fixed], choose }
  }
}
