import { expect, test } from 'vitest'
import { pointOf } from './useComparison.ts'

test.each([
  ['now', 'now'],
  ['0', 0],
  ['2', 2],
  ['3', null],
  ['-1', null],
  ['1e0', null],
  ['', null],
  [null, null],
] as const)('of three versions, the address %s means %s', (written, point) => {
  expect(pointOf(written, 3)).toBe(point)
})
