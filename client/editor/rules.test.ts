import { Slice } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { edgeMeans, enterMeans, keepBlocks, plainSlice, plainWords, sameBlocks } from './rules.ts'
import { schema } from './schema.ts'

/** Clauses, with `<` where the selection begins and `>` where it ends; `|` for a caret. */
function paper(...clauses: string[]): EditorState {
  let [from, to, at] = [1, 1, 0]
  const nodes = clauses.map((marked, index) => {
    for (const [place, mark] of [...marked.replace(/[^<>|]/g, '')].entries()) {
      const offset = at + 1 + marked.indexOf(mark) - place
      if (mark !== '>') from = offset
      if (mark !== '<') to = offset
    }
    const words = marked.replace(/[<>|]/g, '')
    at += words.length + 2
    return schema.node('clause', { id: `c${index}` }, words ? [schema.text(words)] : [])
  })
  const doc = schema.node('doc', null, nodes)
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
}

const words = (state: EditorState): string[] =>
  Array.from({ length: state.doc.childCount }, (_, index) => state.doc.child(index).textContent)

const after = (state: EditorState, tr: EditorState['tr']): string[] =>
  words(state.apply(keepBlocks(state, tr)))

test('Typing in a clause goes through untouched', () => {
  const state = paper('Affirming| peace')
  const tr = state.tr.insertText(' the')
  expect(keepBlocks(state, tr)).toBe(tr)
})

test('Deleting over three clauses empties words, and all three still stand', () => {
  const state = paper('Affirming <peace', 'Recalling the Charter', 'Stressing> crime')
  expect(after(state, state.tr.deleteSelection())).toEqual(['Affirming ', '', ' crime'])
})

test('Typing over a selection of two clauses puts the words where it began', () => {
  const state = paper('Affirming <peace', 'Recalling> the Charter')
  expect(after(state, state.tr.insertText('justice'))).toEqual(['Affirming justice', ' the Charter'])
})

test('Typing over three clauses leaves what follows the selection in its own clause', () => {
  const state = paper('Affirming <peace', 'Recalling the Charter', 'Stressing> crime')
  expect(after(state, state.tr.insertText('X'))).toEqual(['Affirming X', '', ' crime'])
})

test('Clauses are not joined', () => {
  const state = paper('Affirming peace', '|Recalling')
  expect(after(state, state.tr.join(17))).toEqual(['Affirming peace', 'Recalling'])
})

test('A clause is not split', () => {
  const state = paper('Affirming| peace')
  expect(after(state, state.tr.split(state.selection.from))).toHaveLength(1)
})

test('A clause does not become a title', () => {
  const state = paper('Affirming| peace')
  const tr = state.tr.setNodeMarkup(0, schema.nodes.title, { id: 'c0' })
  expect(sameBlocks(state.doc, state.apply(keepBlocks(state, tr)).doc)).toBe(true)
})

test('What is pasted is plain words in one clause', () => {
  const state = paper('Affirming| peace')
  const pasted = plainSlice(new Slice(paper(' the role', 'of the United Nations').doc.content, 1, 1))
  const tr = state.tr.replaceSelection(pasted)
  expect(after(state, tr)).toEqual(['Affirming the role\nof the United Nations peace'])
})

test('Control characters of other programs stay outside', () => {
  expect(plainWords('a\r\nb\tc\u0007\u000bd')).toBe('a\nb cd')
})

test('Enter at the end of a clause begins a new one, in the middle it breaks the line', () => {
  expect(enterMeans(paper('Affirming peace|'))).toBe('new clause')
  expect(enterMeans(paper('Affirming| peace'))).toBe('line break')
  expect(enterMeans(paper('Affirming <peace>'))).toBe('line break')
})

test('Backspace at the beginning of a clause joins nothing', () => {
  expect(edgeMeans(paper('Affirming', '|Recalling'), -1, () => false)).toBe('stop')
  expect(edgeMeans(paper('Affirming|', 'Recalling'), 1, () => false)).toBe('stop')
  expect(edgeMeans(paper('Affirm|ing'), -1, () => false)).toBe('ordinary')
})

test('An emptied clause of one’s own goes with Backspace, one of the text stays', () => {
  expect(edgeMeans(paper('Affirming', '|'), -1, () => true)).toBe('remove clause')
  expect(edgeMeans(paper('Affirming', '|'), -1, () => false)).toBe('stop')
})

test('What turns the direction of a text or can’t be seen is left out of what is pasted', () => {
  expect(plainWords('a\u202eb\u2066c\u0085d\u2028e\tf')).toBe('abcd\ne f')
})
