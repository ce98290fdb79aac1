import { expect, test } from 'vitest'
import type { Edits, Hunk } from '../../../shared/edits.ts'
import { distanceOf } from '../../../shared/order.ts'
import type { ClauseAgenda } from './agenda.ts'
import { keptPlace } from './keptPlace.ts'
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

/** Two clauses with rivals and others, in the order of decision. */
const AGENDA = [
  { block: { id: 'c1' }, groups: [['FRA-1', 'BRA-1'], ['KEN-1']] },
  { block: { id: 'c2' }, groups: [['SGP-1']] },
].map(({ block, groups }) => ({
  block,
  groups: groups.map((group) => group.map((id) => ({ amendment: { id } }))),
})) as unknown as readonly ClauseAgenda[]

test('after a decision the next of the same clause has its turn, then those that were left before it', () => {
  expect(keptPlace(AGENDA, ['FRA-1'], {})?.next).toEqual(['BRA-1', 'KEN-1'])
  expect(keptPlace(AGENDA, ['BRA-1'], {})?.next).toEqual(['KEN-1', 'FRA-1'])
})

test('after the last one of a clause its heading is left, and no other clause', () => {
  expect(keptPlace(AGENDA, ['SGP-1'], {})).toEqual({ decided: ['SGP-1'], next: [], clause: 'c2' })
  expect(keptPlace(AGENDA, ['FRA-1', 'BRA-1', 'KEN-1', 'SGP-1'], {})).toMatchObject({
    next: [],
    clause: 'c1',
  })
})

test('after a sub-amendment the next one to the same amendment has its turn, then what they amend', () => {
  const parents = { 'MEX-1': 'BRA-1', 'HUN-1': 'BRA-1', 'SWE-1': 'KEN-1' }
  expect(keptPlace(AGENDA, ['MEX-1'], parents)).toMatchObject({ next: ['HUN-1', 'BRA-1'], clause: 'c1' })
})
