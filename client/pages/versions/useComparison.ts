import { useSearchParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'
import { type Point, pointOf } from './points.ts'

export type Showing = 'compare' | 'names'

export interface Compared {
  readonly from: Point
  readonly to: Point
  /** Two moments compared, or the later of them with the name behind every word. */
  readonly showing: Showing
  readonly compare: (from: Point, to: Point) => void
  readonly read: (at: Point) => void
  readonly show: (showing: Showing) => void
}

/** Which moments are looked at, and how. The address carries it, so that it can be sent to somebody. */
export function useComparison({ record }: RoomView): Compared {
  const [search, setSearch] = useSearchParams()
  const point = (name: string) => pointOf(search.get(name), record.versions.length, record.acts)
  const from = point('from') ?? 0
  const to = point('to') ?? 'now'
  const showing = search.get('show') === 'names' ? 'names' : 'compare'
  const go = (next: { from?: Point; to?: Point; show?: Showing }) => {
    const all = { from, to, show: showing, ...next }
    setSearch({
      from: String(all.from),
      to: String(all.to),
      ...(all.show === 'names' ? { show: 'names' } : {}),
    })
  }
  return {
    ...{ from, to, showing },
    compare: (a, b) => go({ from: a, to: b, show: 'compare' }),
    read: (at) => go({ to: at, show: 'names' }),
    show: (show) => go({ show }),
  }
}
