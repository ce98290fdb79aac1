import { describe, expect, test } from 'vitest'
import type { Amendment, Stand } from './amendment.ts'
import { talliesOf } from './positions.ts'

const GROUPS = { EU: ['FRA', 'HUN', 'SWE'], AG: ['KEN', 'MAR'], OIF: ['FRA', 'MAR'] }

const amendment = (stands: { [code: string]: Stand }, more: Partial<Amendment> = {}): Amendment => {
  const at = '2009-10-11T09:00:00.000Z'
  const by = { capacity: 'c', name: 'Delegate', role: 'delegate' as const, delegation: 'BRA' }
  const revision = { revision: 1, wording: 'w', edits: { hunks: [], added: [] }, reason: '', pen: 2, at, by }
  const positions = Object.fromEntries(
    Object.entries(stands).map(([code, stand]) => [code, { stand, why: '', at }]),
  )
  return {
    ...{
      id: 'BRA-1',
      sponsor: 'BRA',
      number: 1,
      takenUp: null,
      amends: null,
      cosponsors: {},
      state: 'pending' as const,
    },
    ...{ revisions: [revision], positions, decision: null, lost: [], consolidation: false },
    ...more,
  }
}

const counts = (it: Amendment) => talliesOf(it, GROUPS).map(({ count }) => count)

describe('who stands where', () => {
  test('[A8] a delegation that speaks for itself is not counted with its group', () => {
    expect(counts(amendment({ EU: 'support', HUN: 'oppose' }))).toEqual([2, 1, 0])
  })

  test('[A8] one that opted out counts nowhere', () => {
    expect(counts(amendment({ EU: 'support' }, { optOuts: { EU: ['HUN'] } }))).toEqual([2, 0, 0])
  })

  test('[A8] a member of two groups that agree is counted once', () => {
    expect(counts(amendment({ EU: 'support', OIF: 'support' }))).toEqual([4, 0, 0])
  })

  test('[A8] a member of two groups that differ counts with neither until it says where it stands', () => {
    expect(counts(amendment({ EU: 'support', OIF: 'oppose' }))).toEqual([2, 1, 0])
    expect(counts(amendment({ EU: 'support', OIF: 'oppose', FRA: 'support' }))).toEqual([3, 1, 0])
  })

  test('[A8] a sponsor takes no part in what its group says of its own amendment', () => {
    expect(counts(amendment({ AG: 'support' }, { cosponsors: { KEN: 'w' } }))).toEqual([1, 0, 0])
  })
})
