import { describe, expect, test } from 'vitest'
import { DocumentAsked } from '../../shared/document-asked.ts'
import { Chamber, must, replace } from '../../tests/support/chamber.ts'
import { dossierIn, sourceIn } from '../../tests/support/dossier.ts'
import { dossierOf } from './dossier.ts'
import { makeDocument } from './make.ts'

const asked = (query: object) => DocumentAsked.parse({ what: 'text', format: 'txt', ...query })

async function negotiated(): Promise<Chamber> {
  const chamber = await Chamber.open()
  const france = chamber.as('FRA')
  const draft = await france.type('c2', 'la menace', 'le danger')
  await france.do({ do: 'amendment.table', draft, reason: '' })
  return chamber
}

describe('a dossier', () => {
  test('tells of every pending amendment what it would do, as the room sees it', async () => {
    const chamber = await negotiated()
    const dossier = await dossierIn(chamber)
    const seen = await chamber.sitting.look((record, state) =>
      Object.values(record.amendments).map((it) => state.effectOf(it)),
    )
    expect(Object.values(dossier.effects())).toEqual(seen)
    expect(Object.values(dossier.effects())).toHaveLength(1)
  })

  test('is of the moment when a version was frozen', async () => {
    const chamber = await negotiated()
    await chamber.as('SEC').do({ do: 'version.issue', symbol: 'Rev.1' })
    const [amendment = ''] = Object.keys((await chamber.record()).amendments)
    await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
    const before = await dossierIn(chamber, 1)
    expect(before.record.amendments[amendment]?.state).toBe('pending')
    expect(before.effects()).toHaveProperty(amendment)
    expect((await dossierIn(chamber)).effects()).toEqual({})
  })

  test('has what an amendment said then, whatever it says now', async () => {
    const chamber = await negotiated()
    const france = chamber.as('FRA')
    await chamber.as('SEC').do({ do: 'version.issue', symbol: 'Rev.1' })
    const [amendment = ''] = Object.keys((await chamber.record()).amendments)
    const { draft = '' } = await france.do({ do: 'draft.open', revises: amendment })
    const tab = await france.tab(draft)
    must(await france.write(draft, tab, () => replace(tab, 'c2', 'danger', 'péril')))
    await france.do({ do: 'amendment.table', draft, reason: '' })
    const insertsIn = async (version: number | null) =>
      (await dossierIn(chamber, version)).effects()[amendment]?.edits.hunks.map(({ insert }) => insert)
    expect(await insertsIn(1)).toEqual(['le danger'])
    expect(await insertsIn(null)).toEqual(['le péril'])
  })

  test('is refused of a version that was never issued', async () => {
    const source = await sourceIn(await Chamber.open())
    expect(dossierOf(source, { version: 9 })).toEqual({ refused: 'version/unknown' })
  })
})

describe('a document', () => {
  test('has the words, and the symbol in its name', async () => {
    const made = await makeDocument(await sourceIn(await negotiated()), asked({}))
    expect(made).toMatchObject({ name: 'A-CONF.2009-L.1-text.txt', type: 'text/plain; charset=utf-8' })
    expect('bytes' in made && new TextDecoder().decode(made.bytes)).toMatch(
      /^Déclaration\n\n1\. Affirmant .*;\n2\. Soulignant la menace .*\n3\. Appelant .*\.\n$/,
    )
  })

  test('is refused in a format that it does not have', async () => {
    const made = await makeDocument(await sourceIn(await negotiated()), asked({ format: 'csv' }))
    expect(made).toMatchObject({ refused: 'document/no-such-form' })
  })
})
