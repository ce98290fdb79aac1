import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DocumentAsked } from '../../../shared/document-asked.ts'
import { Chamber } from '../../../tests/support/chamber.ts'
import { dossierIn } from '../../../tests/support/dossier.ts'
import { holds } from '../../../tests/support/property.ts'
import { blockOf, bookmarkOf, marksOf, propertiesOf, readMarks } from './marks.ts'

const read = (all: readonly { name: string; value: string }[]) =>
  readMarks(new Map(all.map(({ name, value }) => [name, value])))

test('a file says of itself which words it was made of, and is known again by that', async () => {
  const dossier = await dossierIn(await Chamber.open(), 0)
  const asked = { what: 'amended', format: 'docx', version: '0', with: 'FRA-1,KEN-2', language: 'fr' }
  const marks = marksOf(dossier, DocumentAsked.parse(asked))
  expect(marks).toMatchObject({ declaration: 'declaration', act: 0, version: 0, with: ['FRA-1', 'KEN-2'] })
  expect(marks.hash).toBe(dossier.record.versions[0]?.hash)
  expect(read(propertiesOf(marks))).toEqual(marks)
})

test('a file that says nothing of itself, or no such thing, is not one of ours', async () => {
  const dossier = await dossierIn(await Chamber.open())
  const marks = propertiesOf(marksOf(dossier, DocumentAsked.parse({ format: 'docx' })))
  expect(read(marks)).toMatchObject({ version: null, view: 'text' })
  expect(read([])).toBeNull()
  expect(read(marks.map(({ name }) => ({ name, value: '../../etc/passwd' })))).toBeNull()
})

test('every clause has a bookmark that Word takes, and that names it alone', () => {
  const block = fc.stringMatching(/^[\w-]{1,40}$/)
  holds(
    'bookmarks',
    [fc.uniqueArray(block, { minLength: 1 })],
    (blocks) => {
      for (const it of blocks) {
        expect(bookmarkOf(it)).toMatch(/^[a-z]\w{0,39}$/)
        expect(blockOf(bookmarkOf(it), blocks)).toBe(it)
      }
      expect(blockOf('_GoBack', blocks)).toBeNull()
    },
    0.1,
  )
})
