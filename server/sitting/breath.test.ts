import { expect, test } from 'vitest'
import { Breath } from './breath.ts'

test('in a small room every word is shown at once', () => {
  const breath = new Breath()
  breath.spent(1, 100)
  expect(breath.wait(100)).toBe(0)
})

test('after a showing that cost much the next waits, for a quarter of one core at most', () => {
  const breath = new Breath()
  breath.spent(8, 100)
  expect(breath.wait(100)).toBe(24)
  expect(breath.wait(124)).toBe(0)
})

test('nobody waits longer than a tenth of a second to see a word grow', () => {
  const breath = new Breath()
  breath.spent(500, 0)
  expect(breath.wait(0)).toBe(100)
})
