import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { moveKey, movesRoot, writeMove } from '../../shared/moves.ts'
import { cloneText, elementsOf, layText, wordsOf } from '../../shared/text.ts'
import { Strikes } from './strikes.ts'
import { unsentWords } from './unsent.ts'

const PEN = 77

const ofPens = (...pens: readonly [pen: number, since: number][]) =>
  new Map(pens.map(([pen, since]) => [pen, { since, struck: [] }]))

const draftOf = (...clauses: string[]) =>
  cloneText(layText(clauses.map((text, i) => ({ id: `c${i}`, kind: 'clause', text }))), PEN)

const type = (draft: Y.Doc, clause: number, at: number, words: string) =>
  wordsOf(elementsOf(draft)[clause] as Y.XmlElement)?.insert(at, words)

test('Words that the server has are not handed back', () => {
  const draft = draftOf('Affirming peace')
  type(draft, 0, 10, 'lasting ')
  type(draft, 0, 0, 'Re')
  expect(unsentWords(draft, ofPens([PEN, 8]))).toMatchObject([{ clause: 'c0', pen: PEN, words: 'Re' }])
})

test('Words in several places of a clause are told apart', () => {
  const draft = draftOf('Affirming peace')
  type(draft, 0, 15, ' and justice')
  type(draft, 0, 10, 'lasting ')
  expect(unsentWords(draft, ofPens([PEN, 0]))).toMatchObject([{ words: 'lasting … and justice' }])
})

test('Words of the text and of co-drafters are not one’s own', () => {
  const draft = draftOf('Affirming peace', 'Recalling')
  draft.clientID = 99
  type(draft, 1, 9, ' the Charter')
  expect(unsentWords(draft, ofPens([PEN, 0]))).toEqual([])
})

test('Words that their writer took back are gone', () => {
  const draft = draftOf('Affirming peace')
  type(draft, 0, 0, 'Re')
  wordsOf(elementsOf(draft)[0] as Y.XmlElement)?.delete(0, 2)
  expect(unsentWords(draft, ofPens([PEN, 0]))).toEqual([])
})

test('Words that came along from an earlier tab are told with its pen', () => {
  const earlier = draftOf('Affirming peace')
  type(earlier, 0, 15, ' and justice')
  const draft = cloneText(earlier, 78)
  type(draft, 0, 0, 'Re')
  expect(unsentWords(draft, ofPens([PEN, 4], [78, 0]))).toMatchObject([
    { clause: 'c0', pen: PEN, words: 'justice' },
    { clause: 'c0', pen: 78, words: 'Re' },
  ])
})

/** A draft whose strikes are remembered, as an open tab does. */
function struckIn(draft: Y.Doc, saved: number, ...changes: readonly (() => void)[]) {
  const strikes = new Strikes()
  let change = 0
  draft.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, { deleteSet }: Y.Transaction) =>
    strikes.note(++change, deleteSet),
  )
  for (const make of changes) make()
  strikes.saved(saved)
  return unsentWords(draft, new Map([[PEN, { since: 0, struck: strikes.unsent }]]))
}

const strike = (draft: Y.Doc, at: number, length: number) =>
  wordsOf(elementsOf(draft)[0] as Y.XmlElement)?.delete(at, length)

test('Words that were struck are told, stretch by stretch, and those that were replaced with what replaced them', () => {
  const draft = draftOf('Affirming lasting peace and justice')
  const replaces = () => {
    strike(draft, 10, 7)
    type(draft, 0, 10, 'durable')
  }
  expect(struckIn(draft, 0, replaces, () => strike(draft, 23, 12))).toEqual([
    { clause: 'c0', pen: PEN, words: 'durable', struck: ['lasting', ' and justice'] },
  ])
})

test('What was struck letter by letter is one stretch', () => {
  const draft = draftOf('Affirming peace')
  const letters = [14, 13, 12, 11, 10].map((at) => () => strike(draft, at, 1))
  expect(struckIn(draft, 0, ...letters)).toMatchObject([{ words: '', struck: ['peace'] }])
})

test('Of what was struck, what the server has heard of is not handed back, nor are words of one’s own', () => {
  const draft = draftOf('Affirming lasting peace')
  const saved = () => strike(draft, 10, 8)
  const own = () => type(draft, 0, 10, 'just ')
  expect(struckIn(draft, 1, saved, own, () => strike(draft, 10, 5))).toEqual([])
})

const moveIn = (draft: Y.Doc, number: number, clause: string, after: string | null) =>
  writeMove(draft, { key: moveKey(draft.clientID, number), clause, after, turn: number })

test('A move that the server lacks is handed back, with where the clause was to stand', () => {
  const draft = draftOf('Affirming', 'Recalling', 'Noting')
  moveIn(draft, 1, 'c2', 'c0')
  moveIn(draft, 2, 'c1', null)
  expect(unsentWords(draft, ofPens([PEN, 1]))).toMatchObject([
    { clause: 'c1', pen: PEN, words: '', struck: [], moved: { after: null } },
  ])
})

test('Of several moves of one clause the last is handed back, with its words', () => {
  const draft = draftOf('Affirming', 'Recalling', 'Noting')
  moveIn(draft, 1, 'c2', 'c0')
  type(draft, 2, 6, ' with concern')
  moveIn(draft, 2, 'c2', null)
  expect(unsentWords(draft, ofPens([PEN, 0]))).toMatchObject([
    { clause: 'c2', words: 'with concern', moved: { after: null } },
  ])
})

test('A move that was taken back, or that a co-drafter made, is not handed back', () => {
  const draft = draftOf('Affirming', 'Recalling')
  moveIn(draft, 1, 'c1', null)
  movesRoot(draft).delete(moveKey(PEN, 1))
  draft.clientID = 99
  moveIn(draft, 1, 'c0', 'c1')
  expect(unsentWords(draft, ofPens([PEN, 0]))).toEqual([])
})
