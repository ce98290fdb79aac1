import { beforeAll, describe, expect, test } from 'vitest'
import { Chamber } from '../../tests/support/chamber.ts'
import { fileOf } from '../../tests/support/document.ts'
import { sourceIn } from '../../tests/support/dossier.ts'

let chamber: Chamber

beforeAll(async () => {
  chamber = await Chamber.open()
  await chamber.as('FRA').type('c2', 'la menace', 'le "danger", grave')
  await chamber.as('FRA').table('=HYPERLINK("https://evil.example", "menace")')
  await chamber.as('KEN').addClause('c1', 'k1', 'Rappelant la Charte')
  await chamber.as('KEN').table('-1+1')
  await chamber.as('BRA').do({ do: 'amendment.position', amendment: 'FRA-1', stand: 'support', why: '' })
})

const csv = async (what: string, language = 'en') =>
  (await fileOf(await sourceIn(chamber), { what, format: 'csv', language })).text

describe('the table of amendments', () => {
  test('has a line for each, in the order of tabling, with its words and who stands how', async () => {
    const [head, france, kenya] = (await csv('amendments')).split('\r\n')
    expect(head).toMatch(/^\uFEFFNo\.,Amendment,Sponsor,/)
    expect(france).toContain('1,FRA-1,France,,,2,la menace,"le ""danger"", grave",')
    expect(france).toContain(',Pending,1,')
    expect(france).toContain(',BRA,')
    expect(kenya).toContain('2,KEN-1,Kenya,,,"new, after 1",,Rappelant la Charte,')
  })

  test('computes nothing that somebody tabled', async () => {
    const text = await csv('amendments')
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"", ""menace"")"`)
    expect(text).toContain(",'-1+1,")
  })

  test('computes nothing where it is divided at semicolons either', async () => {
    await chamber.as('BRA').addClause('c3', 'b1', 'Notant ;=1+1;@SUM(1) et\n=2+2 ; - 3')
    await chamber.as('BRA').table()
    expect(await csv('amendments')).toContain(`Notant ;'=1+1;'@SUM(1) et\n'=2+2 ; - 3`)
  })

  test('speaks the language of the reader', async () => {
    expect(await csv('amendments', 'fr')).toContain('N°,Amendement,Auteur,')
  })
})

test('the table of the roll has every invited State, in the order of the language', async () => {
  const lines = (await csv('roll', 'fr')).trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFÉtat,Code,/)
  expect(lines[1]).toBe('Afghanistan,AFG,non,non,,,,,,,,')
  expect(lines).toHaveLength(193)
})
