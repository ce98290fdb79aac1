import { useSearchParams } from 'react-router'
import type { RoomView } from '../../../shared/mirror.ts'

/** A version's number, or the text as it stands. */
export type Point = number | 'now'

export interface Compared {
  readonly from: Point
  readonly to: Point
  readonly compare: (from: Point, to: Point) => void
}

/** Which two states are compared. The address carries it, so that it can be sent to somebody. */
export function useComparison(view: RoomView): Compared {
  const [search, setSearch] = useSearchParams()
  const count = view.record.versions.length
  return {
    from: pointOf(search.get('from'), count) ?? 0,
    to: pointOf(search.get('to'), count) ?? 'now',
    compare: (from, to) => setSearch({ from: String(from), to: String(to) }),
  }
}

export function pointOf(written: string | null, versions: number): Point | null {
  if (written === 'now') return 'now'
  if (!written || !/^\d{1,6}$/.test(written)) return null
  return Number(written) < versions ? Number(written) : null
}
