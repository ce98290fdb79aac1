import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chamber, must } from '../support/chamber.ts'
import { fileOf } from '../support/document.ts'
import { sourceIn } from '../support/dossier.ts'
import { Office } from '../support/office.ts'

let office: Office
let chamber: Chamber

beforeAll(async () => {
  office = Office.open()
  chamber = await Chamber.open()
  await chamber.as('FRA').type('c2', 'la menace', '=1+1, "danger"\nà l’aube')
  await chamber.as('FRA').table('=HYPERLINK("https://evil.example"; "menace")')
  await chamber.as('KEN').proposes('c1', 'Affirmant', '@SUM(1;1)')
  await chamber.opens('SGP minister')
  const reservation = { kind: 'reservation' as const, words: '+33 1 23, voir note' }
  must(await chamber.as('SGP minister').endorses({ remarks: [reservation] }))
})
afterAll(() => office.close())

async function opened(what: string, language: string) {
  const path = office.path(`${what}.csv`)
  writeFileSync(path, (await fileOf(await sourceIn(chamber), { what, format: 'csv', language })).bytes)
  const [cells] = await office.work(path, ['cells'])
  expect(cells.flat().filter(({ computes }) => computes)).toEqual([])
  return cells.map((row) => row.map(({ text }) => text))
}

test('[D5] LibreOffice opens the table of amendments as it was written, and computes nothing', async () => {
  const [head, france, kenya, ...rest] = await opened('amendments', 'fr')
  expect(head?.slice(0, 3)).toEqual(['N°', 'Amendement', 'Auteur'])
  expect(france?.slice(1, 8)).toEqual([
    'FRA-1',
    'France',
    '',
    '',
    '2',
    'la menace',
    expect.stringContaining('=1+1, "danger"\nà l’aube'),
  ])
  expect(france?.[8]).toContain('=HYPERLINK("https://evil.example"; "menace")')
  expect(kenya?.[7]).toContain('@SUM(1;1)')
  expect(rest).toEqual([])
})

test('LibreOffice opens the roll, with every invited State', async () => {
  const rows = await opened('roll', 'en')
  expect(rows).toHaveLength(193)
  const singapore = rows.find(([, code]) => code === 'SGP')
  expect(singapore?.slice(0, 6)).toEqual(['Singapore', 'SGP', 'yes', 'yes', 'The Minister', 'Minister'])
  expect(singapore?.[9]).toContain('+33 1 23, voir note')
})
