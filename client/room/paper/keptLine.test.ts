import { expect, test } from 'vitest'
import { drift } from './keptLine.ts'

const before = new Map([
  ['c2', -80],
  ['c3', 40],
  ['c4', 200],
])
const at = (tops: { readonly [block: string]: number }) => (block: string) => tops[block] ?? null

test('The first clause that begins in sight stays when the text above it grows', () => {
  expect(drift(before, null, at({ c2: -50, c3: 70, c4: 230 }))).toBe(30)
})

test('The clause that one writes in stays, whatever grows between it and the top', () => {
  expect(drift(before, 'c4', at({ c2: -80, c3: 40, c4: 260 }))).toBe(60)
})

test('A clause that one writes in out of sight moves nothing', () => {
  expect(drift(before, 'c9', at({ c2: -80, c3: 40, c4: 260, c9: 900 }))).toBe(0)
})

test('Where a clause is gone, the next one stays', () => {
  expect(drift(before, 'c3', at({ c4: 150 }))).toBe(-50)
  expect(drift(new Map([['c2', -80]]), null, at({ c2: -60 }))).toBe(20)
  expect(drift(before, null, at({}))).toBe(0)
})
