import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { cloneText, elementsOf, layText, wordsOf } from '../../shared/text.ts'
import { unsentWords } from './unsent.ts'

const PEN = 77

const draftOf = (...clauses: string[]) =>
  cloneText(layText(clauses.map((text, i) => ({ id: `c${i}`, kind: 'clause', text }))), PEN)

const type = (draft: Y.Doc, clause: number, at: number, words: string) =>
  wordsOf(elementsOf(draft)[clause] as Y.XmlElement)?.insert(at, words)

test('Words that the server has are not handed back', () => {
  const draft = draftOf('Affirming peace')
  type(draft, 0, 10, 'lasting ')
  type(draft, 0, 0, 'Re')
  expect(unsentWords(draft, new Map([[PEN, 8]]))).toEqual([{ clause: 'c0', pen: PEN, words: 'Re' }])
})

test('Words in several places of a clause are told apart', () => {
  const draft = draftOf('Affirming peace')
  type(draft, 0, 15, ' and justice')
  type(draft, 0, 10, 'lasting ')
  expect(unsentWords(draft, new Map([[PEN, 0]]))).toMatchObject([{ words: 'lasting … and justice' }])
})

test('Words of the text and of co-drafters are not one’s own', () => {
  const draft = draftOf('Affirming peace', 'Recalling')
  draft.clientID = 99
  type(draft, 1, 9, ' the Charter')
  expect(unsentWords(draft, new Map([[PEN, 0]]))).toEqual([])
})

test('Words that their writer took back are gone', () => {
  const draft = draftOf('Affirming peace')
  type(draft, 0, 0, 'Re')
  wordsOf(elementsOf(draft)[0] as Y.XmlElement)?.delete(0, 2)
  expect(unsentWords(draft, new Map([[PEN, 0]]))).toEqual([])
})

test('Words that came along from an earlier tab are told with its pen', () => {
  const earlier = draftOf('Affirming peace')
  type(earlier, 0, 15, ' and justice')
  const draft = cloneText(earlier, 78)
  type(draft, 0, 0, 'Re')
  const since = new Map([
    [PEN, 4],
    [78, 0],
  ])
  expect(unsentWords(draft, since)).toEqual([
    { clause: 'c0', pen: PEN, words: 'justice' },
    { clause: 'c0', pen: 78, words: 'Re' },
  ])
})
