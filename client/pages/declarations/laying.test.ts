import { expect, test } from 'vitest'
import { DECLARATION_ID } from '../../../shared/ids.ts'
import { clausesIn } from '../../../shared/paragraph.ts'
import { idFor } from './laying.ts'

test('a pasted line is a clause', () => {
  expect(clausesIn('Affirming the role\nRecalling the increase')).toEqual([
    'Affirming the role',
    'Recalling the increase',
  ])
})

test('where blank lines part the paragraphs, broken lines belong together', () => {
  expect(clausesIn('Affirming the\nrole\n\n  \nRecalling it')).toEqual(['Affirming the role', 'Recalling it'])
})

test('a line with a number begins a clause', () => {
  expect(clausesIn('Title\n\n1. Affirming the\nrole ;\n2. Recalling it')).toEqual([
    ...['Title', 'Affirming the role', 'Recalling it'],
  ])
})

test('numbers and end punctuation are left out', () => {
  expect(clausesIn('1. Affirmant le rôle ;\n2) Rappelant cela ; et\n(3) Appelant les États.')).toEqual([
    'Affirmant le rôle',
    'Rappelant cela',
    'Appelant les États',
  ])
})

test('a year at the beginning of a clause is no number', () => {
  expect(clausesIn('2009 was a year of meetings')).toEqual(['2009 was a year of meetings'])
})

test('an empty text has no clause', () => {
  expect(clausesIn(' \n \n')).toEqual([])
})

test.each([
  ['Déclaration à haut niveau', 'fr', 'declaration-a-haut-niveau-fr'],
  ['High-Level Declaration', 'en', 'high-level-declaration-en'],
  ['إعلان', 'ar', 'ar'],
])('the title %s gives a name that an address can hold', (title, language, id) => {
  expect(idFor(title, language)).toBe(id)
  expect(idFor(title, language)).toMatch(DECLARATION_ID)
})

test('a long title is cut to a name of 64 characters', () => {
  const id = idFor('declaration of the meeting '.repeat(9), 'en')
  expect(id).toMatch(DECLARATION_ID)
  expect(id.length).toBeLessThanOrEqual(64)
  expect(id.endsWith('-en')).toBe(true)
})
