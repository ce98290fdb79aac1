import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holds } from '../tests/support/property.ts'
import type { Edits } from './edits.ts'
import { rewordings, spansOf } from './rewording.ts'

const TEXT = [{ id: 'c1', kind: 'clause', text: 'Soulignant la menace des pays' }] as const
const wording = (was: string, insert: string): Edits => {
  const from = TEXT[0].text.indexOf(was)
  const place = { clause: 'c1', from, to: from + was.length }
  return { hunks: [{ ...place, was, insert, gone: [], left: null, right: null }], added: [] }
}

test('between two revisions one reads the words that were changed, in their clause', () => {
  const [change] = rewordings(
    TEXT,
    wording('la menace', 'le danger'),
    wording('la menace', 'le grave danger'),
  )
  expect(change?.clause).toBe('c1')
  expect(change?.spans.filter(({ op }) => op !== 'kept')).toEqual([{ op: 'inserted', text: 'grave ' }])
  expect(change?.spans.map(({ text }) => text).join('')).toBe('Soulignant le grave danger des pays')
})

test('where the text has moved on, the proposed words alone are compared', () => {
  const moved = [{ ...TEXT[0], text: 'Rappelant tout autre chose' }]
  const [change] = rewordings(moved, wording('la menace', 'le danger'), wording('la menace', 'le risque'))
  expect(change?.spans.map(({ op, text }) => `${op} ${text}`)).toEqual([
    'kept le ',
    'deleted danger',
    'inserted risque',
  ])
})

test('a new clause is compared with what it was before', () => {
  const added = (text: string): Edits => ({
    hunks: [],
    added: [{ after: 'c1', id: text, kind: 'clause', text }],
  })
  const [change] = rewordings(TEXT, added('Notant'), added('Notant bien'))
  expect(change).toMatchObject({ clause: 'c1', isNew: true })
})

test('[A5] no word of either wording is left out of the comparison', () => {
  const words = fc.string({ unit: fc.constantFrom('le ', 'la ', 'mot', ' ', 'é', ', ', '😀') })
  holds('rewording', [words, words], (was, is) => {
    const spans = spansOf(was, is)
    const of = (not: string) => spans.flatMap(({ op, text }) => (op === not ? [] : text)).join('')
    expect([of('inserted'), of('deleted')]).toEqual([was, is])
  })
})
