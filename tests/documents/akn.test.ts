import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, textAt } from '../support/akn-schema.ts'
import { Chamber, must } from '../support/chamber.ts'
import { fileOf } from '../support/document.ts'
import { sourceIn } from '../support/dossier.ts'

let chamber: Chamber

beforeAll(async () => {
  chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger & le <péril>\nimminent')
  await chamber.as('BRA').proposes('c2', 'la menace', 'le péril')
  await chamber.as('KEN').addClause('c1', 'k1', 'Décide de rester saisie de la question')
  await chamber.as('KEN').moves('c3', 'c1')
  await chamber.as('KEN').table('Parce que.')
  await chamber.as('SGP').proposes('c1', '', ', en tout lieu')
  await chamber.as('USA').proposes('c1', ' central', '')
})

const akn = async (what: string, more: object = {}) =>
  fileOf(await sourceIn(chamber), { what, format: 'akn', ...more })

const paragraph = (clause: string) =>
  `//*[local-name()='paragraph' or local-name()='recital'][@wId='${clause}']`

describe('the text in Akoma Ntoso', () => {
  test('[D4] is valid while it is negotiated, with its clauses named for ever', async () => {
    const { bytes, name, type } = await akn('text', { language: 'fr' })
    expect(faultsOf(bytes)).toBe('')
    expect([name, type]).toEqual(['A-CONF.2009-L.1-text.akn.xml', 'application/akn+xml; charset=utf-8'])
    expect(textAt(bytes, `${paragraph('c2')}//*[local-name()='p']`)).toBe(
      'Soulignant la menace que peuvent constituer les pays ; et',
    )
    expect(textAt(bytes, `${paragraph('c2')}/@eId`)).toBe('para_2')
  })

  test('[D4] tells in its lifecycle which amendments moved it, keeps the names of clauses, and has a preamble', async () => {
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'KEN-1', decision: 'accept' })
    const { bytes } = await akn('text')
    expect(faultsOf(bytes)).toBe('')
    expect(textAt(bytes, "//*[local-name()='eventRef'][3]/@source")).toBe('#KEN-1')
    expect(textAt(bytes, `${paragraph('c3')}/@eId`)).toBe('recitals__rec_3')
    expect(textAt(bytes, "//*[local-name()='paragraph'][1]/@eId")).toBe('para_3bis')
    expect(textAt(bytes, `${paragraph('c2')}//*[local-name()='p']`)).toContain('le danger & le <péril>')
  })

  test('names the States that endorse, with what they say beside it', async () => {
    await chamber.opens('SGP minister', 'FRA minister')
    const remarks = [
      { kind: 'reservation' as const, words: 'Nous réservons notre position.' },
      { kind: 'dissociation' as const, clauses: ['2'], words: '' },
    ]
    must(await chamber.as('SGP minister').endorses({ remarks }))
    must(await chamber.as('FRA minister').endorses())
    const { versions } = await chamber.record()
    const { bytes } = await akn('text', { version: String(versions.length - 1) })
    expect(faultsOf(bytes)).toBe('')
    const now = (await akn('text')).bytes
    expect(faultsOf(now)).toBe('')
    expect(textAt(now, "//*[local-name()='signature'][1]")).toMatch(
      /^France, The Minister, Minister, 11 October 2009$/,
    )
    expect(textAt(now, "//*[local-name()='block'][@name='reservation']")).toBe(
      'Reservation Nous réservons notre position.',
    )
  })
})

describe('the amendments in Akoma Ntoso', () => {
  test('[D4] are valid, each a document of its own, with the words that go and those that come', async () => {
    const { bytes } = await akn('amendments')
    expect(faultsOf(bytes)).toBe('')
    const mod = (number: number) => `//*[local-name()='component'][${number}]//*[local-name()='mod']`
    expect(textAt(bytes, mod(2))).toBe('Replace la menace by le péril.')
    expect(textAt(bytes, `${mod(2)}/*[local-name()='quotedText'][1]`)).toBe('la menace')
    expect(textAt(bytes, mod(4))).toBe(
      'Insert , en tout lieu after le rôle central que doit jouer la police.',
    )
    expect(textAt(bytes, mod(5))).toBe('Delete  central.')
  })

  test('are refused where nobody has tabled any', async () => {
    const source = await sourceIn(await Chamber.open())
    await expect(fileOf(source, { what: 'amendments', format: 'akn' })).rejects.toThrow('document/nothing')
  })
})

test('what the standard does not allow is found', async () => {
  const { text } = await akn('text')
  const wrong = (was: string | RegExp, by: string) =>
    faultsOf(new TextEncoder().encode(text.replace(was, by)))
  expect(wrong(/<mainBody[\s\S]*<\/mainBody>/, '')).not.toBe('')
  expect(wrong('eId="body"', 'eId="preface"')).not.toBe('')
  expect(wrong(/ date="/, ' date="yesterday ')).not.toBe('')
  expect(wrong('<paragraph', '<paragraph number="1"')).not.toBe('')
})
