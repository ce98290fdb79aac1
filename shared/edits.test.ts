import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { moves, Negotiation } from '../tests/support/negotiation.ts'
import { holds } from '../tests/support/property.ts'
import { fork } from './draft.ts'
import { applyEdits, edits, isEmpty } from './edits.ts'
import { blockIdOf, elementsOf, layText, readText, wordsOf } from './text.ts'

/** A draft of one clause in which words were replaced, and what is then said to have changed. */
function change(text: string, at: string, by: string) {
  const base = layText([{ id: 'c1', kind: 'clause', text }])
  const draft = fork(base)
  draft.clientID = 7
  const words = wordsOf(
    elementsOf(draft).find((it) => blockIdOf(it) === 'c1') ?? (elementsOf(draft)[0] as Y.XmlElement),
  )
  const from = text.indexOf(at)
  words?.delete(from, at.length)
  words?.insert(from, by)
  return edits(base, draft).hunks.map(({ was, insert }) => [was, insert])
}

describe('what a draft changes', () => {
  test('a replaced word is one edit', () => {
    expect(change('Soulignant la menace que', 'menace', 'danger')).toEqual([['menace', 'danger']])
  })
  test('a letter changed is a word changed', () => {
    expect(change('the State of law', 'State', 'States')).toEqual([['State', 'States']])
    expect(change('la menace', 'men', 'fen')).toEqual([['menace', 'fenace']])
  })
  test('words that stay between two changes are not part of them', () => {
    expect(change('peace and security of all', 'peace and security', 'order and safety')).toEqual([
      ['peace', 'order'],
      ['security', 'safety'],
    ])
  })
  test('neighbouring words that change together are one edit', () => {
    expect(change('Soulignant la menace que', 'la menace', 'le danger')).toEqual([['la menace', 'le danger']])
  })
  test('which of two spaces was there first is nothing to a reader', () => {
    const base = layText([{ id: 'c1', kind: 'clause', text: 'la menace que' }])
    const draft = fork(base)
    draft.clientID = 7
    const words = wordsOf(elementsOf(draft)[0] as Y.XmlElement)
    words?.delete(1, 8)
    words?.insert(1, 'e')
    words?.insert(3, 'danger ')
    expect(edits(base, draft).hunks.map(({ was, insert }) => [was, insert])).toEqual([
      ['la menace', 'le danger'],
    ])
  })
  test('words put back where they were change nothing', () => {
    expect(change('Soulignant la menace', 'menace', 'menace')).toEqual([])
  })
  test('a struck clause is an emptied one', () => {
    expect(change('Evaluating the need', 'Evaluating the need', '')).toEqual([['Evaluating the need', '']])
  })
})

test('[A3] the edits, applied to the text, give the draft to the letter', () => {
  holds('edits', [moves(50)], (steps) => {
    const { text, delegations } = new Negotiation(steps, { accept: true })
    for (const { draft } of delegations) {
      expect(applyEdits(readText(text), edits(text, draft))).toEqual(readText(draft))
    }
  })
})

test('[A1] undo in a draft, however far, neither reaches the text nor leaves an edit', () => {
  holds('undo', [moves(40)], (steps) => {
    const { text, delegations } = new Negotiation(steps)
    const before = Y.encodeStateAsUpdate(text)
    for (const delegation of delegations) {
      delegation.undoEverything()
      for (const { doc } of delegation.tabs)
        expect(applyEdits(readText(text), edits(text, doc))).toEqual(readText(doc))
    }
    expect(Y.encodeStateAsUpdate(text)).toEqual(before)
  })
})

test('a draft in which nobody typed has no edits', () => {
  const text = layText([{ id: 'c1', kind: 'clause', text: 'Urges' }])
  expect(isEmpty(edits(text, fork(text)))).toBe(true)
})
