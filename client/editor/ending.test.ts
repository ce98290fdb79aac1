import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { endHere, HeldBack, withoutEnd } from './ending.ts'
import { schema } from './schema.ts'

const AROUND = { labels: {}, punctuation: { between: ' ;', beforeLast: ' ; et', last: '.' } }

/** Clauses with the caret where `|` stands. */
function paper(...clauses: string[]): EditorState {
  let [caret, at] = [1, 0]
  const nodes = clauses.map((marked, index) => {
    if (marked.includes('|')) caret = at + 1 + marked.indexOf('|')
    const words = marked.replace('|', '')
    at += words.length + 2
    return schema.node('clause', { id: `c${index}` }, words ? [schema.text(words)] : [])
  })
  const doc = schema.node('doc', null, nodes)
  return EditorState.create({ doc, selection: TextSelection.create(doc, caret) })
}

test('at the end of a clause stands what is set after it', () => {
  expect(endHere(paper('Noting peace|', 'Stressing law', 'Calling on all'), AROUND)).toBe(';')
  expect(endHere(paper('Noting peace', 'Stressing law|', 'Calling on all'), AROUND)).toBe(';')
  expect(endHere(paper('Noting peace', 'Stressing law', 'Calling on all|'), AROUND)).toBe('.')
})

test('within a clause, and in an empty one, a mark is a mark like any other', () => {
  expect(endHere(paper('Noting| peace', 'Stressing law'), AROUND)).toBeNull()
  expect(endHere(paper('|', 'Stressing law'), AROUND)).toBeNull()
})

test('a semicolon at the end of a clause is held back, however often it is typed', () => {
  const held = new HeldBack()
  const state = paper('Noting peace|', 'Stressing law')
  expect([1, 2, 3].map(() => held.holds(state, ';', AROUND))).toEqual([true, true, true])
})

test('a point at the end of the last clause is held back once: typed again, it is meant', () => {
  const held = new HeldBack()
  const state = paper('Noting peace', 'Stressing No|')
  expect([1, 2, 3].map(() => held.holds(state, '.', AROUND))).toEqual([true, false, true])
})

test('a comma, and any other letter, goes through', () => {
  const held = new HeldBack()
  for (const letter of [',', 'a', ':', '.']) {
    expect(held.holds(paper('Noting peace|', 'Stressing law'), letter, AROUND)).toBe(false)
  }
})

test('what is pasted loses the mark at its end, with the space before it', () => {
  expect(withoutEnd('les États\u00a0; ', ';')).toBe('les États')
  expect(withoutEnd('les États ; tous', ';')).toBe('les États ; tous')
})
