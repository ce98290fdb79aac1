import type { Act } from '../../../shared/act.ts'
import { issuing } from '../../../shared/moment.ts'

/** A moment that somebody looks at: a version's number, right after an act, or the text as it stands. */
export type Point = number | ActPoint | 'now'
export type ActPoint = `act-${number}`

export const actPoint = (act: number): ActPoint => `act-${act}`

/** As an address carries it; null for what means no moment of so many versions and acts. */
export function pointOf(written: string | null, versions: number, acts: number): Point | null {
  if (written === 'now') return 'now'
  const [, isAct, digits] = /^(act-)?(\d{1,9})$/.exec(written ?? '') ?? []
  const number = Number(digits ?? Number.NaN)
  if (!(number < (isAct ? acts : versions))) return null
  return isAct ? actPoint(number) : number
}

/** Number of the act after which the text was as the point means. */
export function actAt(point: Point, acts: readonly Act[]): number {
  if (point === 'now') return acts.at(-1)?.act ?? 0
  return typeof point === 'number' ? (issuing(acts, point) ?? 0) : Number(point.slice(4))
}
