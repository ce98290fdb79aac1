import { expect, test } from 'vitest'
import { termOf } from './term.ts'

const NOON = Date.parse('2009-10-12T12:00:00Z')
const [morning, evening] = ['2009-10-12T08:00:00Z', '2009-10-12T18:00:00Z']

test('a capacity says what comes next: its beginning, its end, or that it has ended', () => {
  expect(termOf({}, NOON)).toBeNull()
  expect(termOf({ from: morning }, NOON)).toBeNull()
  expect(termOf({ from: evening }, NOON)).toEqual({ is: 'begins', at: evening })
  expect(termOf({ from: morning, until: evening }, NOON)).toEqual({ is: 'ends', at: evening })
  expect(termOf({ until: morning }, NOON)).toEqual({ is: 'hasEnded', at: morning })
})
