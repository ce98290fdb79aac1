import type { DelegationCode } from './ids.ts'
import { type Endorsement, remarksOf } from './roll.ts'

/** How a State stands on the map: it endorses, or it does so with a reservation or from all but some clauses. */
export type Mark = 'endorses' | 'qualified'

export const marksOf = (endorsements: readonly Endorsement[]): ReadonlyMap<DelegationCode, Mark> =>
  new Map(endorsements.map((it) => [it.state, isQualified(it) ? 'qualified' : 'endorses']))

const isQualified = (endorsement: Endorsement): boolean =>
  remarksOf(endorsement).some(({ kind }) => kind !== 'explanation')
