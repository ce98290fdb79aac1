import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookmarkOf, readMarks } from '../../server/documents/docx/marks.ts'
import { wordFile } from '../../server/documents/docx/word.ts'
import type { Dossier } from '../../server/documents/dossier.ts'
import { makeDocument } from '../../server/documents/make.ts'
import type { DocumentQuery } from '../../shared/document.ts'
import { ARABIC } from '../support/arabic.ts'
import { Chamber, must } from '../support/chamber.ts'
import { debate } from '../support/debate.ts'
import { dossierIn, dossierOfPlenary, sourceIn } from '../support/dossier.ts'
import { MemoryArchive } from '../support/memory-archive.ts'
import { moves } from '../support/negotiation.ts'
import { Office } from '../support/office.ts'
import { plain, wordsOfPdf } from '../support/pdf.ts'
import { Plenary } from '../support/plenary.ts'
import { openWord } from '../support/word.ts'

let office: Office
beforeAll(() => {
  office = Office.open()
})
afterAll(() => office.close())

const asked = (query: Partial<DocumentQuery>): DocumentQuery => ({
  ...{ what: 'compilation', format: 'docx', version: null, from: null, with: [], language: 'en' },
  ...query,
})

let files = 0
async function fileOf(dossier: Dossier, query: Partial<DocumentQuery>): Promise<string> {
  const path = office.path(`${++files}.docx`)
  writeFileSync(path, must(await wordFile(dossier, asked(query))).bytes)
  return path
}

/** LibreOffice leaves a paragraph behind where one that came was taken out again. */
const worded = (paragraphs: readonly string[]): string[] => paragraphs.filter((it) => it !== '')

const TEXT = [
  'Déclaration',
  '1.\tAffirmant le rôle central que doit jouer la police ;',
  '2.\tSoulignant la menace que peuvent constituer les pays ; et',
  '3.\tAppelant les États membres à soutenir ces mesures.',
]
const LINE = '____________'

describe('[D2] in LibreOffice', () => {
  let dossier: Dossier
  beforeAll(async () => {
    dossier = await dossierIn(await debate())
  })

  test('the text is read clause by clause, under its symbol and stage, and printed as it stands', async () => {
    const path = await fileOf(dossier, { what: 'text', language: 'fr' })
    const pdf = office.path('text.pdf')
    const save = ['save', pdf, 'writer_pdf_Export'] as const
    const [paragraphs, header, changes] = await office.work(
      path,
      ['paragraphs'],
      ['header'],
      ['changes'],
      save,
    )
    expect(paragraphs).toEqual([...TEXT, LINE])
    expect(header.join('\n')).toContain('A/CONF.2009/L.1\nSingapore, 12 octobre 2009\tRédaction')
    expect(changes).toEqual([])
    const printed = wordsOfPdf(readFileSync(pdf))
    for (const clause of TEXT.slice(1)) expect(printed).toContain(plain(clause))
  })

  test('the compilation reads as the text once all changes are rejected, and as all proposals have it once they are accepted', async () => {
    const path = await fileOf(dossier, { language: 'fr' })
    const [, rejected] = await office.work(path, ['reject'], ['paragraphs'])
    expect(rejected).toEqual([TEXT[0], 'Compilation des propositions', ...TEXT.slice(1), LINE])
    const [, accepted] = await office.work(path, ['accept'], ['paragraphs'])
    expect(accepted).toEqual([
      TEXT[0],
      'Compilation des propositions',
      '3.\tAppelant les États membres à soutenir ces mesures ;',
      '2.\tSoulignant le dangerles menaces graves que peuvent constituer les pays ; et',
      '2 bis.\tExhortant la communauté tout entière à accroître la capacité policière.',
      LINE,
    ])
  })

  test('every change is its delegation’s, at the time of its act', async () => {
    const path = await fileOf(dossier, { language: 'fr' })
    const [changes] = await office.work(path, ['changes'])
    const names = new Set(changes.map(({ author }) => author))
    expect([...names].sort()).toEqual(['Brésil', 'France', 'Hongrie', 'Kenya', 'Singapour'])
    const tabled = dossier.record.amendments['FRA-1']?.revisions[0].at.slice(0, 19)
    expect(changes.find(({ author }) => author === 'France')).toMatchObject({ type: 'Delete', at: tabled })
  })

  test('the margin says numbers, reasons and positions, who strikes the same words, and what the room discusses', async () => {
    const path = await fileOf(dossier, {})
    const [comments] = await office.work(path, ['comments'])
    const said = comments.map(({ author, words, on }) => [author, words, on])
    expect(said).toEqual(
      expect.arrayContaining([
        ['France', 'FRA 1\nSupports: KEN', 'la menacele danger'],
        ['Kenya', 'KEN 1 deletes these words too.', 'la menace'],
        ['Kenya', 'KEN 2, amends BRA 1', 'internationaletout entière'],
        ['delegate FRA (France)', 'Et les observateurs ?', 'États membres'],
        ['delegate KEN (Kenya)', 'Ils sont invités aussi.', 'États membres'],
      ]),
    )
    expect(comments).toHaveLength(9)
  })

  test('the file is known again by its marks, and each clause by its bookmark', async () => {
    const path = await fileOf(dossier, { what: 'text' })
    const [properties, bookmarks] = await office.work(path, ['properties'], ['bookmarks'])
    const marks = readMarks(new Map(Object.entries(properties).map(([name, it]) => [name, String(it)])))
    expect(marks).toMatchObject({ declaration: 'declaration', act: dossier.moment.act, view: 'text' })
    expect(bookmarks[bookmarkOf('c2')]).toBe('Soulignant la menace que peuvent constituer les pays')
  })

  test('the file is the same to the byte wherever and whenever it is made', async () => {
    const source = await sourceIn(await debate())
    const made = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, '../support/document-alone.ts')],
      {
        input: serialize([source, asked({})]),
        env: { PATH: process.env['PATH'], TZ: 'Asia/Singapore', LANG: 'ar' },
        maxBuffer: 2 ** 26,
      },
    )
    const { bytes } = must(await makeDocument(source, asked({})))
    expect(Buffer.compare(made, bytes)).toBe(0)
  })

  test('a text as amended, and a comparison of versions, read as both sides have it', async () => {
    const amended = await fileOf(dossier, { what: 'amended', with: ['FRA-1', 'BRA-1', 'SGP-1'] })
    const [, after] = await office.work(amended, ['accept'], ['paragraphs'])
    expect(after.slice(2, -1)).toEqual([
      '1.\tAffirmant le rôle central que doit jouer la police ;',
      '3.\tAppelant les États membres à soutenir ces mesures ;',
      '2.\tSoulignant le danger que peuvent constituer les pays ; et',
      '2 bis.\tExhortant la communauté internationale à accroître la capacité policière.',
    ])
    const [, before] = await office.work(amended, ['reject'], ['paragraphs'])
    expect(before.slice(2, -1)).toEqual(TEXT.slice(1))
  })

  test('a dozen random negotiations, compiled and compared, read as both sides have it', async () => {
    for (const steps of fc.sample(moves(50), { seed: 2009, numRuns: 12 })) {
      const plenary = new Plenary()
      for (const step of steps) plenary.move(step)
      for (const query of [{}, { what: 'comparison', from: 0 }] as const) {
        const path = await fileOf(dossierOfPlenary(plenary), query)
        const ours = openWord(readFileSync(path))
        const [, accepted] = await office.work(path, ['accept'], ['paragraphs'])
        const [, rejected] = await office.work(path, ['reject'], ['paragraphs'])
        expect(worded(accepted)).toEqual(ours.paragraphs('accepted'))
        expect(worded(rejected)).toEqual(ours.paragraphs('rejected'))
      }
    }
  })

  test('Arabic runs from right to left, its letters in their order', async () => {
    const chamber = await Chamber.open(new MemoryArchive(), undefined, undefined, ARABIC)
    await chamber.as('MAR').proposes('c3', 'الدول الأعضاء', 'جميع الدول')
    const path = await fileOf(await dossierIn(chamber), {})
    const [paragraphs, directions] = await office
      .work(path, ['accept'], ['paragraphs'], ['directions'])
      .then(([, ...said]) => said)
    expect(paragraphs[0]).toBe(ARABIC.title)
    expect(paragraphs.slice(2, 4)).toEqual([`1.\t${ARABIC.clauses[0]}؛`, `2.\t${ARABIC.clauses[1]}؛`])
    expect(paragraphs[4]).toBe(`3.\t${ARABIC.clauses[2]?.replace('الدول الأعضاء', 'جميع الدول')}.`)
    expect([0, 2, 3, 4].map((at) => directions[at])).toEqual([true, true, true, true])
    const runs = [
      ...openWord(readFileSync(path))
        .part('word/document.xml')
        .matchAll(/<w:r>.*?<\/w:r>/gs),
    ]
    const worded = runs.filter(([run]) => /[\u0600-\u06ff]/.test(run))
    expect(worded.length).toBeGreaterThan(5)
    expect(worded.every(([run]) => run.includes('<w:rtl/>'))).toBe(true)
  })
})
