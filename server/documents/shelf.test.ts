import { expect, test } from 'vitest'
import { DocumentAsked } from '../../shared/document-asked.ts'
import { Chamber } from '../../tests/support/chamber.ts'
import { sourceIn } from '../../tests/support/dossier.ts'
import { makeDocument } from './make.ts'
import { Shelf } from './shelf.ts'

const asked = (query: object = {}) => DocumentAsked.parse({ what: 'text', format: 'txt', ...query })

test('a document is made once for all who ask, and anew once anything was said, or was refused', async () => {
  const chamber = await Chamber.open()
  let times = 0
  const shelf = new Shelf((source, query) => {
    times++
    return makeDocument(source, query)
  })
  const [one, other] = [0, 1].map(async () => shelf.document(await sourceIn(chamber), asked()))
  expect(await one).toBe(await other)
  expect(times).toBe(1)
  await shelf.document(await sourceIn(chamber), asked({ language: 'fr' }))
  expect(times).toBe(2)
  await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
  await shelf.document(await sourceIn(chamber), asked())
  expect(times).toBe(3)
  for (const _ of [1, 2]) {
    expect(await shelf.document(await sourceIn(chamber), asked({ version: '9' }))).toHaveProperty('refused')
  }
  expect(times).toBe(5)
  const source = await sourceIn(chamber)
  const groups = [{ code: 'G3', alpha2: null, names: { en: 'Group of Three' }, members: [] }]
  await shelf.document({ ...source, conference: { ...source.conference, groups } }, asked())
  expect(times).toBe(6)
})
