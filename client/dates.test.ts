import { expect, test } from 'vitest'
import { datesIn, elapsed, localeOf } from './dates.ts'

const now = Date.parse('2009-10-12T12:00:00.000Z')

test.each([
  ['2009-10-12T11:59:50.000Z', 0, 'minute'],
  ['2009-10-12T11:55:00.000Z', 5, 'minute'],
  ['2009-10-12T10:30:00.000Z', 1, 'hour'],
  ['2009-10-10T12:00:00.000Z', 2, 'day'],
  ['2009-10-12T12:00:09.000Z', 0, 'minute'],
] as const)('%s is %i %s ago', (at, amount, unit) => {
  expect(elapsed(Date.parse(at), now)).toEqual([amount, unit])
})

test('a calendar date is the same day in every time zone', () => {
  expect(datesIn('en-GB').day('2009-10-12')).toBe('12 October 2009')
  expect(datesIn('fr').day('2009-10-12')).toBe('12 octobre 2009')
})

test('dates follow the region of a reader who speaks the language', () => {
  expect(localeOf('en', ['fr-CA', 'en-US'])).toBe('en-US')
  expect(localeOf('en', ['fr-CA'])).toBe('en-GB')
  expect(localeOf('fr', [])).toBe('fr')
})
