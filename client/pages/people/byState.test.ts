import { expect, test } from 'vitest'
import type { Person } from '../../../shared/api.ts'
import { byState } from './byState.ts'

const NAMES: Readonly<{ [code: string]: string }> = { BRA: 'Brésil', EGY: 'Égypte', FRA: 'France' }
const reading = { wanted: '', language: 'fr', nameOf: (code: string) => NAMES[code] ?? code }

const person = (delegation: string | null, name: string): Person => ({
  id: name,
  role: delegation ? 'delegate' : 'secretariat',
  delegation,
  name,
  title: '',
  accredited: '2009-10-12T08:00:00.000Z',
  link: 'unused',
  passkeys: 0,
  revoked: null,
  lastSeen: null,
})

const told = (people: readonly Person[], wanted = '') =>
  byState(people, { ...reading, wanted }).map(({ code, people: those }) => [
    code,
    those.map(({ name }) => name),
  ])

const all = [person('FRA', 'Zoé'), person('EGY', 'Amal'), person(null, 'Ida'), person('FRA', 'Élie')]

test('States come in the order of the reader’s language, the secretariat first', () => {
  expect(told(all)).toEqual([
    [null, ['Ida']],
    ['EGY', ['Amal']],
    ['FRA', ['Élie', 'Zoé']],
  ])
})

test('a State is found without its accents', () => {
  expect(told(all, 'egypte')).toEqual([['EGY', ['Amal']]])
})

test('a person is found by name', () => {
  expect(told(all, 'zo')).toEqual([['FRA', ['Zoé']]])
})
