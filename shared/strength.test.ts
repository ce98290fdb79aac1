import { describe, expect, test } from 'vitest'
import type { Hunk } from './edits.ts'
import { openingLength } from './opening.ts'
import { openingChanges, strengthOf } from './strength.ts'

const change = (text: string, was: string, insert: string, language = 'en') => {
  const from = text.indexOf(was)
  const hunk: Hunk = {
    clause: 'c',
    from,
    to: from + was.length,
    was,
    insert,
    gone: [],
    left: null,
    right: null,
  }
  return openingChanges({ hunks: [hunk], added: [] }, new Map([['c', text]]), language)
}

describe('a change of the opening verb changes the strength of a commitment', () => {
  test('"calls upon" to "urges" is stronger, and back is weaker', () => {
    expect(change('Calls upon Member States to act', 'Calls upon', 'Urges')).toEqual([
      { clause: 'c', was: 'Calls upon', now: 'Urges', strength: 'stronger' },
    ])
    expect(strengthOf('Urges', 'Calls upon', 'en')).toBe('weaker')
  })
  test('an adverb is part of it: "urges" to "strongly urges"', () => {
    expect(change('Urges Member States to act', 'Urges', 'Strongly urges')[0]?.strength).toBe('stronger')
  })
  test('the French forms are known: « Appelant » to « Exhortant »', () => {
    expect(change('Appelant les États à agir', 'Appelant', 'Exhortant', 'fr')[0]?.strength).toBe('stronger')
  })
  test('where no order is known it is told as a change and nothing more', () => {
    expect(change('Decides to meet again', 'Decides', 'Requests')[0]?.strength).toBe('changed')
    expect(strengthOf('Rappelant', 'Rappelons', 'fr')).toBe('changed')
  })
  test('words after the opening change nothing of its strength', () => {
    expect(change('Urges Member States to act', 'to act', 'to act at once')).toEqual([])
    expect(change('Urges Member States to act', 'Urges Member', 'urges all Member')).toEqual([])
  })
  test('a clause that is struck has no opening to compare', () => {
    expect(change('Urges all', 'Urges all', '')).toEqual([])
  })
})

test('an opening of several words is known as a whole', () => {
  expect(openingLength('Notes with appreciation the work', 'en')).toBe('Notes with appreciation'.length)
  expect(openingLength('Se félicitant des progrès', 'fr')).toBe('Se félicitant'.length)
  expect(openingLength('Notes the work', 'en')).toBe('Notes'.length)
})
