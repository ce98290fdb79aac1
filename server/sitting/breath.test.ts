import { expect, test } from 'vitest'
import { Breath, type Measure } from './breath.ts'

const QUARTER: Measure = { share: 0.25, shortest: 4, longest: 100 }

test('what costs next to nothing may come again at once', () => {
  const breath = new Breath(QUARTER)
  breath.spent(0.9, 100)
  expect(breath.wait(100)).toBe(0)
})

test('what costs much comes again later, so that it takes its share of one core at most', () => {
  const breath = new Breath(QUARTER)
  breath.spent(8, 100)
  expect(breath.wait(108)).toBe(24)
  expect(breath.wait(132)).toBe(0)
})

test('however much it cost, it is not put off for longer than the longest time', () => {
  const breath = new Breath(QUARTER)
  breath.spent(500, 0)
  expect(breath.wait(0)).toBe(100)
})

test('a machine that does not keep up rests no more', () => {
  const breath = new Breath(QUARTER)
  breath.spent(500, 0)
  expect(breath.wait(120)).toBe(0)
})
