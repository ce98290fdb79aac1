import type { DelegationCode } from '../../../shared/ids.ts'
import type { Endorsement } from '../../../shared/record.ts'

/** How a State stands on the map: it endorses, or it does so with a reservation or from all but some clauses. */
export type Mark = 'endorses' | 'qualified'

export const marksOf = (
  endorsements: readonly Pick<Endorsement, 'state' | 'statement'>[],
): ReadonlyMap<DelegationCode, Mark> =>
  new Map(
    endorsements.map((it) => [it.state, it.statement?.kind === 'reservation' ? 'qualified' : 'endorses']),
  )
