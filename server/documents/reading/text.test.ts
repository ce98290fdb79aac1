import { expect, test } from 'vitest'
import { Chamber, DECLARATION } from '../../../tests/support/chamber.ts'
import { fileOf } from '../../../tests/support/document.ts'
import { sourceIn } from '../../../tests/support/dossier.ts'
import { deleted, inserted, said, wordFile, written } from '../../../tests/support/word-file.ts'
import { readText } from './text.ts'

const plain = (words: string) => readText(new TextEncoder().encode(words))
const CLAUSES = ['Affirmant le rôle', 'Rappelant la hausse']

test('[D3] a Word file gives its title and its clauses, as they read with every change in them', () => {
  const body = [
    written(said('Déclaration'), { style: 'Title' }),
    written(''),
    written(said('1. Affirmant ') + deleted('la place') + inserted('le rôle') + said(' ;')),
    written(said('2) Rappelant la hausse.')),
  ]
  expect(readText(wordFile({ body: body.join('') }))).toEqual({
    ...{ title: 'Déclaration', language: null },
    clauses: CLAUSES,
  })
})

test.each(['docx', 'akn', 'txt'] as const)(
  '[D3] a text that we wrote as %s is read again as it stands',
  async (format) => {
    const { bytes } = await fileOf(await sourceIn(await Chamber.open()), { what: 'text', format })
    expect(readText(bytes)).toMatchObject({ title: DECLARATION.title, clauses: DECLARATION.clauses })
  },
)

test('a first line that reads like a clause is one', () => {
  expect(plain('Affirmant le rôle ;\nRappelant la hausse.')).toMatchObject({ title: '', clauses: CLAUSES })
  expect(plain('Déclaration\n\nAffirmant\nle rôle ;\n\nRappelant la hausse.')).toMatchObject({
    ...{ title: 'Déclaration', clauses: CLAUSES },
  })
})

test.each([
  ['nothing', '', 'document/no-words'],
  ['signs alone', '— ; —\n\n***', 'document/no-words'],
  ['a page', '<!doctype html><p>Affirmant</p>', 'document/unsafe'],
  ['bytes that are no text', '\u0000\u0001', 'document/not-word'],
])('but %s is refused', (_, words, refused) => {
  expect(plain(words)).toMatchObject({ refused })
})
