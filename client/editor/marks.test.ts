import { expect, test } from 'vitest'
import type { Hunk } from '../../shared/edits.ts'
import { edits } from '../../shared/edits.ts'
import { cloneText, elementsOf, layText, readText, wordsOf } from '../../shared/text.ts'
import type { ProposedWords } from './around.ts'
import { type Mark, marksOf } from './marks.ts'

const TEXT = 'Stressing the threat of crime'

/** The hunks of a draft in which one stretch of TEXT was replaced. */
function draftThat(takes: string, puts: string): { own: readonly Hunk[]; draft: string } {
  const text = layText([{ id: 'c', kind: 'clause', text: TEXT }])
  const draft = cloneText(text, 9)
  const words = elementsOf(draft)[0]
  const place = words ? wordsOf(words) : null
  place?.delete(TEXT.indexOf(takes), takes.length)
  place?.insert(TEXT.indexOf(takes), puts)
  return { own: edits(text, draft).hunks, draft: readText(draft)[0]?.text ?? '' }
}

const another = (takes: string, puts: string): ProposedWords => ({
  proposal: 'FRA-2',
  who: 'FRA 2',
  from: TEXT.indexOf(takes),
  to: TEXT.indexOf(takes) + takes.length,
  insert: puts,
})

const read = (draft: string, mark: Mark): string => {
  if (mark.is === 'inserted' || mark.is === 'contested' || mark.is === 'commented')
    return draft.slice(mark.from, mark.to)
  return mark.is === 'more' ? String(mark.count) : mark.words
}

test('Own words are marked where they stand, and what they replace is a ghost before them', () => {
  const { own, draft } = draftThat('threat', 'danger')
  const marks = marksOf(own, [], draft.length)
  expect(marks.map((mark) => [mark.is, read(draft, mark)])).toEqual([
    ['deleted', 'threat'],
    ['inserted', 'danger'],
  ])
})

test('Another’s proposal after one’s own longer words stands at its own place', () => {
  const { own, draft } = draftThat('the threat', 'the grave and growing danger')
  const marks = marksOf(own, [another('crime', 'organized crime')], draft.length)
  const contested = marks.find(({ is }) => is === 'contested')
  expect(contested && read(draft, contested)).toBe('crime')
  expect(marks.find(({ is }) => is === 'proposed')).toMatchObject({
    at: draft.length,
    words: 'organized crime',
  })
})

test('Words that both take out are contested no more, and the other’s words stand where they were', () => {
  const { own, draft } = draftThat('threat', '')
  const marks = marksOf(own, [another('threat', 'danger')], draft.length)
  expect(marks.filter(({ is }) => is === 'contested')).toEqual([])
  expect(marks.find(({ is }) => is === 'proposed')).toMatchObject({ words: 'danger' })
})

test('A proposal that only deletes says so at the end of the words it would take', () => {
  const marks = marksOf([], [another(' of crime', '')], TEXT.length)
  expect(marks).toMatchObject([
    { is: 'contested', from: 20, to: 29 },
    { is: 'proposed', at: 29, words: '' },
  ])
})

test('A crowded clause shows some proposals and counts the others', () => {
  const crowd = Array.from({ length: 15 }, () => another('crime', 'crimes'))
  expect(marksOf([], crowd, TEXT.length).at(-1)).toEqual({ is: 'more', count: 3 })
})

test('A draft that is a moment behind the text marks nothing beyond its end', () => {
  const marks = marksOf([], [another('crime', 'crimes')], 10)
  expect(marks).toMatchObject([{ is: 'proposed', at: 10 }])
})

test('Words on which a discussion hangs are found in the draft, past one’s own changes before them', () => {
  const { own, draft } = draftThat('threat', 'very grave danger')
  const from = TEXT.indexOf('crime')
  const marks = marksOf(own, [], draft.length, [{ from, to: from + 5, thread: 't1' }])
  expect(marks.filter(({ is }) => is === 'commented').map((mark) => read(draft, mark))).toEqual(['crime'])
})
