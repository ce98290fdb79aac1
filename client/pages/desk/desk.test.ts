import { expect, test } from 'vitest'
import type { Edits, Hunk } from '../../../shared/edits.ts'
import { distanceOf } from '../../../shared/order.ts'
import { readingOf } from './reading.ts'
import { nextSymbol } from './symbol.ts'

const TEXT = 'Stressing the threat'

/** Characters of the text have the ids 1:0, 1:1, … */
const hunk = (was: string, insert: string): Hunk => {
  const from = TEXT.indexOf(was)
  const to = from + was.length
  const gone = was === '' ? [] : [[1, from, was.length] as const]
  return { clause: 'c', from, to, was, insert, gone, left: from > 0 ? [1, from - 1] : null, right: [1, to] }
}
const after = (word: string, insert: string): Hunk => {
  const at = TEXT.indexOf(word) + word.length
  return { clause: 'c', from: at, to: at, was: '', insert, gone: [], left: [1, at - 1], right: [1, at] }
}
const edits = (...hunks: Hunk[]): Edits => ({ hunks, added: [] })

test('the reading shows deleted words before those that take their place', () => {
  expect(readingOf(TEXT, [hunk('threat', 'danger')]).map(({ op, text }) => [op, text])).toEqual([
    ['kept', 'Stressing the '],
    ['deleted', 'threat'],
    ['inserted', 'danger'],
  ])
})

test('a clause without hunks reads as it stands', () => {
  expect(readingOf(TEXT, [])).toEqual([{ op: 'kept', text: TEXT, amendment: null }])
})

test('the distance counts what goes and what comes', () => {
  expect(distanceOf(edits(hunk('threat', 'danger'), after('Stressing', ' also')))).toBe(6 + 6 + 5)
})

test.each([
  [[], 'A/1/Rev.1'],
  [['A/1', 'A/1/Rev.1'], 'A/1/Rev.2'],
  [['A/1', 'A/1/Rev.9', 'A/1/Rev.10'], 'A/1/Rev.11'],
])('after %j comes %s', (symbols, next) => {
  expect(
    nextSymbol(
      'A/1',
      symbols.map((symbol) => ({ symbol })),
    ),
  ).toBe(next)
})
