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

test.each([
  ['Europe/Zurich', '2009-10-23T15:00:00.000Z', 'vendredi 23 octobre 2009 à 17:00 UTC+2', 'ven. 15:00'],
  ['Europe/Zurich', '2009-10-26T15:00:00.000Z', 'lundi 26 octobre 2009 à 16:00 UTC+1', 'lun. 15:00'],
  ['Europe/Zurich', '2010-03-28T00:59:00.000Z', 'dimanche 28 mars 2010 à 01:59 UTC+1', 'dim. 00:59'],
  ['Europe/Zurich', '2010-03-28T01:00:00.000Z', 'dimanche 28 mars 2010 à 03:00 UTC+2', 'dim. 01:00'],
  ['Asia/Singapore', '2010-03-28T18:00:00.000Z', 'lundi 29 mars 2010 à 02:00 UTC+8', 'dim. 18:00'],
  ['Asia/Kathmandu', '2009-10-26T15:00:00.000Z', 'lundi 26 octobre 2009 à 20:45 UTC+5:45', 'lun. 15:00'],
])('in %s a deadline at %s is %s', (zone, at, here, everywhere) => {
  const dates = datesIn('fr', zone)
  const plain = (text: string) => text.replace(/\s/gu, ' ')
  expect(plain(dates.deadline(at))).toBe(here)
  expect(plain(dates.utc(at))).toBe(`${everywhere} UTC`)
})

test('who reads in UTC is told a deadline once', () => {
  expect(datesIn('en-GB', 'UTC').utc('2009-10-26T15:00:00.000Z')).toBe('')
  expect(datesIn('en-GB', 'UTC').deadline('2009-10-26T15:00:00.000Z').replace(',', '')).toBe(
    'Monday 26 October 2009 at 15:00 UTC',
  )
})
