import type { DelegationCode } from '../ids.ts'

/** The map of the roll, drawn beforehand (`draw.ts`). Paths of SVG, by State. */
export interface World {
  readonly width: number
  readonly height: number
  readonly areas: Readonly<{ [state: DelegationCode]: string }>
  /** States too small to be seen at this scale, or with no outline at all. */
  readonly dots: Readonly<{ [state: DelegationCode]: readonly [x: number, y: number] }>
  /** Land of no State of the list. */
  readonly elsewhere: string
}
