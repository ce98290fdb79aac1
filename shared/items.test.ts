import { expect, test } from 'vitest'
import { Sight } from './items.ts'

test('characters side by side that share a fate are told as one piece, however they came to be kept', () => {
  const sight = Sight.from([
    [[7, 0, 3], true],
    [[7, 3, 2], true],
    [[7, 5, 1], false],
    [[7, 6, 2], false],
    [[7, 9, 1], true],
  ])
  expect(sight.pieces([7, 1, 10])).toEqual([
    { offset: 0, length: 4, presence: 'stands' },
    { offset: 4, length: 3, presence: 'deleted' },
    { offset: 7, length: 1, presence: 'unknown' },
    { offset: 8, length: 1, presence: 'stands' },
    { offset: 9, length: 1, presence: 'unknown' },
  ])
})
