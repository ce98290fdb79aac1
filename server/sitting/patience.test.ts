import { expect, test } from 'vitest'
import { Patience } from './patience.ts'

test('a declaration whose disk failed is tried again at once, then ever more rarely', () => {
  const patience = new Patience()
  const waits = [0, 10, 2_000, 5_000, 10_000, 20_000].map((now) => {
    patience.failed(now)
    return [0, 1_000, 2_000, 4_000, 8_000, 15_000].filter((wait) => !patience.isWaiting(now + wait))[0]
  })
  expect(waits).toEqual([0, 1_000, 2_000, 4_000, 8_000, 15_000])
})

test('trouble long after the last is a new one', () => {
  const patience = new Patience()
  patience.failed(0)
  patience.failed(10)
  patience.failed(100_000)
  expect(patience.isWaiting(100_000)).toBe(false)
})
