import { expect, test } from 'vitest'
import { Chamber, must } from '../../../tests/support/chamber.ts'
import { actAt, pointOf } from './points.ts'

test.each([
  ['now', 'now'],
  ['0', 0],
  ['2', 2],
  ['3', null],
  ['act-9', 'act-9'],
  ['act-10', null],
  ['act-', null],
  ['-1', null],
  ['1e0', null],
  ['', null],
  [null, null],
] as const)('of three versions and ten acts, the address %s means %s', (written, point) => {
  expect(pointOf(written, 3, 10)).toBe(point)
})

test('a version is the moment after the act that froze it, and now is after the last act', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  await chamber.as('SEC').do({ do: 'version.issue', symbol: 'Rev.1' })
  await chamber.as('FRA').do({ do: 'comment.make', on: { clause: 'c2' }, words: 'Merci' })
  const acts = must(await chamber.sitting.acts())
  const numbers = acts.map(({ act }) => act)
  expect([0, 1, 'now', 'act-2'].map((point) => actAt(point as 0, acts))).toEqual([
    0,
    numbers.at(-2),
    numbers.at(-1),
    2,
  ])
})
