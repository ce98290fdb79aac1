import { expect, test } from 'vitest'
import { ServerClock } from './serverClock.ts'

const NINE = Date.parse('2009-10-12T09:00:00.000Z')
const date = (at: number): string => new Date(at).toUTCString()

test('a device whose clock is ten minutes slow counts by the server’s', () => {
  const clock = new ServerClock()
  const slow = NINE - 600_000
  clock.hear(date(NINE), slow - 40, slow + 40)
  expect(Math.abs(clock.now(slow) - NINE)).toBeLessThan(1_000)
})

test('a device that is right to the second counts by its own', () => {
  const clock = new ServerClock()
  clock.hear(date(NINE), NINE + 900, NINE + 990)
  expect(clock.now(NINE)).toBe(NINE)
})

test('an answer that took long, or says no date, changes nothing', () => {
  const clock = new ServerClock()
  clock.hear(date(NINE), NINE - 600_000, NINE - 590_000)
  clock.hear(null, NINE, NINE)
  clock.hear('soon', NINE, NINE)
  expect(clock.now(NINE)).toBe(NINE)
})
