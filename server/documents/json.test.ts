import { beforeAll, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../../shared/document.ts'
import { DocumentJson } from '../../shared/document-json.ts'
import { Chamber } from '../../tests/support/chamber.ts'
import { fileOf } from '../../tests/support/document.ts'
import { sourceIn } from '../../tests/support/dossier.ts'

let chamber: Chamber

beforeAll(async () => {
  chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('BRA').proposes('c2', 'la menace', 'le péril')
  await chamber.as('KEN').moves('c3', 'c1')
  await chamber.as('KEN').table('Parce que.')
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'BRA-1', decision: 'reject' })
})

const json = async (what: string, more: object = {}) =>
  JSON.parse((await fileOf(await sourceIn(chamber), { what, format: 'json', ...more })).text)

test.each(DOCUMENT_KINDS)(
  '%s as JSON is what its schema says, and the schema loses nothing of it',
  async (what) => {
    const written = await json(what, what === 'amended' ? { with: 'FRA-1' } : {})
    expect(DocumentJson.parse(written)).toEqual(written)
    expect(written).toMatchObject({ format: 'paraph-document/1', what, act: 7 })
  },
)

test('the same moment is the same bytes', async () => {
  expect(await json('account')).toEqual(await json('account'))
})

test('a comparison names the version that it begins with', async () => {
  expect(await json('comparison', { from: '0' })).toMatchObject({ from: 0, version: null })
})

test('an amendment tells what it would change and what became of it', async () => {
  const { amendments } = await json('amendments')
  expect(amendments).toMatchObject([
    { id: 'FRA-1', state: 'pending', changes: [{ would: 'replace', label: '2', was: 'la menace' }] },
    { id: 'BRA-1', state: 'rejected', decision: { act: 7 } },
    { id: 'KEN-1', reason: 'Parce que.', changes: [{ would: 'move', label: '3', after: { label: '1' } }] },
  ])
})
