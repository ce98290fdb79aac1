import { expect, test } from 'vitest'
import { remaining, untilItChanges } from './remaining.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [72 * HOUR, '3 days'],
  [72 * HOUR - 1, '3 days'],
  [72 * HOUR - MINUTE, '2 days 23 hours'],
  [25 * HOUR + 5 * MINUTE, '1 days 1 hours'],
  [24 * HOUR + 5 * MINUTE, '1 days'],
  [5 * HOUR + 12 * MINUTE, '5 hours 12 minutes'],
  [HOUR, '1 hours'],
  [59 * MINUTE + 1, '1 hours'],
  [MINUTE, '1 minutes'],
  [1, '1 minutes'],
  [0, ''],
])('%i ms are %s', (ms, said) => {
  expect(
    remaining(ms)
      .map((part) => part.join(' '))
      .join(' '),
  ).toBe(said)
})

test('it is looked at again when it may say something else, and not before', () => {
  for (const ms of [1, 999, MINUTE, MINUTE + 1, 72 * HOUR, 71 * HOUR + 12_345]) {
    const wait = untilItChanges(ms)
    expect(remaining(ms - wait + 1)).toEqual(remaining(ms))
    expect(ms - wait).toBe(MINUTE * (Math.ceil(ms / MINUTE) - 1))
  }
})
