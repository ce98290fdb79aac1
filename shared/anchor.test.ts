import { expect, test } from 'vitest'
import { anchorOf, placesOf } from './anchor.ts'
import { elementsOf, layText, wordsOf } from './text.ts'

const WORDS = 'Stressing the threat, and the threat alone, that crime is'

const declaration = () => layText([{ id: 'c1', kind: 'clause', text: WORDS }])
const words = (doc: ReturnType<typeof declaration>) => {
  const [clause] = elementsOf(doc)
  const text = clause && wordsOf(clause)
  if (!text) throw new Error('the clause has no words')
  return text
}
const read = (doc: ReturnType<typeof declaration>, anchor: ReturnType<typeof anchorOf>) => {
  const place = placesOf(doc, 'c1', [['it', anchor]]).get('it')
  return place ? words(doc).toString().slice(place.from, place.to) : null
}

test('of two places that say the same, a comment hangs on the one that was meant', () => {
  const doc = declaration()
  const second = WORDS.lastIndexOf('the threat')
  expect(placesOf(doc, 'c1', [['it', anchorOf(doc, 'c1', 'the threat', second)]]).get('it')).toEqual({
    from: second,
    to: second + 10,
  })
})

test('a comment stays on its words when others are put before them, between them and after them', () => {
  const doc = declaration()
  const anchor = anchorOf(doc, 'c1', 'the threat', 0)
  words(doc).insert(14, 'grave ')
  words(doc).insert(0, 'Deeply ')
  expect(read(doc, anchor)).toBe('the grave threat')
})

test('where some of its words are gone it hangs on the rest, and where all are gone on nothing', () => {
  const doc = declaration()
  const anchor = anchorOf(doc, 'c1', 'the threat', 0)
  words(doc).delete(10, 4)
  expect(read(doc, anchor)).toBe('threat')
  words(doc).delete(10, 6)
  expect(read(doc, anchor)).toBeNull()
})

test('words that do not stand in the clause hold nothing', () => {
  expect(anchorOf(declaration(), 'c1', 'the danger', 0)).toEqual([])
})
