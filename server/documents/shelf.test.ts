import { expect, test } from 'vitest'
import { DocumentAsked } from '../../shared/document-asked.ts'
import { Chamber } from '../../tests/support/chamber.ts'
import { sourceIn } from '../../tests/support/dossier.ts'
import { makeDocument } from './make.ts'
import { Shelf } from './shelf.ts'

const asked = (query: object = {}) => DocumentAsked.parse({ what: 'text', format: 'txt', ...query })

const SOMEBODY = { of: 'FRA', gone: new AbortController().signal }

test('a document is made once for all who ask, and anew once anything was said, or was refused', async () => {
  const chamber = await Chamber.open()
  let times = 0
  const shelf = new Shelf((_, source, query) => {
    times++
    return makeDocument(source, query)
  })
  const [one, other] = [0, 1].map(async () => shelf.document(SOMEBODY, await sourceIn(chamber), asked()))
  expect(await one).toBe(await other)
  expect(times).toBe(1)
  await shelf.document(SOMEBODY, await sourceIn(chamber), asked({ language: 'fr' }))
  expect(times).toBe(2)
  await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
  await shelf.document(SOMEBODY, await sourceIn(chamber), asked())
  expect(times).toBe(3)
  for (const _ of [1, 2]) {
    expect(await shelf.document(SOMEBODY, await sourceIn(chamber), asked({ version: '9' }))).toHaveProperty(
      'refused',
    )
  }
  expect(times).toBe(5)
  const source = await sourceIn(chamber)
  const groups = [{ code: 'G3', alpha2: null, names: { en: 'Group of Three' }, members: [] }]
  await shelf.document(SOMEBODY, { ...source, conference: { ...source.conference, groups } }, asked())
  expect(times).toBe(6)
})

test('it is called off once the last of those who asked for it has gone, and made anew for the next', async () => {
  const source = await sourceIn(await Chamber.open())
  const calledOff: boolean[] = []
  const shelf = new Shelf(({ gone }) => {
    const at = calledOff.push(false) - 1
    return new Promise((resolve) =>
      gone.addEventListener('abort', () => {
        calledOff[at] = true
        resolve({ refused: 'document/not-awaited' })
      }),
    )
  })
  const [france, kenya] = [new AbortController(), new AbortController()]
  const ask = (by: AbortController) => shelf.document({ of: 'FRA', gone: by.signal }, source, asked())
  const [one, other] = [ask(france), ask(kenya)]
  france.abort()
  expect(await one).toEqual({ refused: 'document/not-awaited' })
  expect(calledOff).toEqual([false])
  kenya.abort()
  expect(await other).toEqual({ refused: 'document/not-awaited' })
  expect(calledOff).toEqual([true])
  void ask(new AbortController())
  expect(calledOff).toEqual([true, false])
})
