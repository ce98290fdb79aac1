import { beforeEach, describe, expect, test } from 'vitest'
import { newBlock, readText, textRoot } from '../../shared/text.ts'
import { Chamber, must, replace } from '../../tests/support/chamber.ts'

describe('an open draft follows the text', () => {
  let chamber: Chamber
  beforeEach(async () => {
    chamber = await Chamber.open()
  })

  const as = (who: string) => chamber.as(who)
  const accept = (amendment: string) =>
    as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
  const blocks = async (draft: string) =>
    must(await chamber.sitting.look((_, state) => readText(state.draft(draft))))

  test('[A3] what a sub-amendment amends shows in its draft as it would be tabled: what lost its place fell away', async () => {
    await as('HUN').type('c1', 'la police', 'la police nationale')
    await as('HUN').type('c2', 'les pays', 'des pays')
    await as('HUN').table()
    const { draft = '' } = await as('KEN').do({ do: 'draft.open', amends: 'HUN-1' })
    await as('FRA').proposes('c1', 'doit jouer la police', 'joue chacun')
    await accept('FRA-1')
    expect((await blocks(draft)).slice(1, 3).map(({ text }) => text)).toEqual([
      'Affirmant le rôle central que joue chacun',
      'Soulignant la menace que peuvent constituer des pays',
    ])
  })

  test('[P3] a clause that was struck and is given words again is moved after all, and no draft is at fault for it', async () => {
    await as('KEN').type('c1', 'central', 'premier')
    await as('KEN').moves('c3', 'title')
    await as('KEN').table()
    await as('FRA').proposes('c3', 'Appelant les États membres à soutenir ces mesures', '')
    await accept('FRA-1')
    // Nothing can be moved now, and the draft begins with what is left.
    const { draft = '' } = await as('BRA').do({ do: 'draft.open', from: ['KEN-1'] })
    const doc = await as('BRA').tab(draft)
    await as('SEC').do({ do: 'version.restore', version: 0 })
    await accept('KEN-1')
    expect((await blocks(draft)).map(({ id }) => id)).toEqual(['title', 'c3', 'c1', 'c2'])
    must(
      await as('BRA').write(draft, doc, () =>
        textRoot(doc).insert(1, [newBlock({ id: 'n1', kind: 'clause', text: 'Notant' })]),
      ),
    )
  })

  test('[A4] one that began with an earlier wording takes in nothing of what a later one grows by', async () => {
    await as('HUN').proposes('c1', 'la police', 'la gendarmerie')
    const revising = async () =>
      (await as('HUN').do({ do: 'draft.open', revises: 'HUN-1', another: true })).draft ?? ''
    const [first, second] = [await revising(), await revising()]
    const doc = await as('HUN').tab(first)
    must(await as('HUN').write(first, doc, () => replace(doc, 'c1', 'gendarmerie', 'douane')))
    await as('HUN').do({ do: 'amendment.table', draft: first, reason: '' })
    const third = await revising()
    const { draft: sub = '' } = await as('KEN').do({ do: 'draft.open', amends: 'HUN-1' })
    const theirs = await as('KEN').tab(sub)
    must(await as('KEN').write(sub, theirs, () => replace(theirs, 'c1', 'central', 'premier')))
    await as('KEN').do({ do: 'amendment.table', draft: sub, reason: '' })
    await accept('KEN-1')
    const words = async (draft: string) => (await blocks(draft))[1]?.text
    expect(await words(second)).toBe('Affirmant le rôle central que doit jouer la gendarmerie')
    expect(await words(third)).toBe('Affirmant le rôle premier que doit jouer la douane')
  })
})
