import { expect, test } from 'vitest'
import { Visits } from './visits.ts'

test('whoever asked lately is here, once and for that declaration; whoever stopped asking is not', () => {
  let now = 0
  const visits = new Visits(() => now)
  visits.note('one', 'SGP')
  visits.note('one', 'FRA')
  now = 10_000
  visits.note('one', 'FRA')
  expect(visits.lately('one')).toEqual(['SGP', 'FRA'])
  expect(visits.lately('two')).toEqual([])
  now = 20_000
  expect(visits.lately('one')).toEqual(['FRA'])
})
