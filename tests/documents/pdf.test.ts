import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import bidiFactory from 'bidi-js'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeDocument } from '../../server/documents/make.ts'
import type { Source } from '../../server/documents/source.ts'
import { compiledLines } from '../../server/documents/views.ts'
import { compiledPlain } from '../../shared/compilation.ts'
import type { DocumentQuery } from '../../shared/document.ts'
import { ARABIC } from '../support/arabic.ts'
import { Chamber, DECLARATION, must } from '../support/chamber.ts'
import { dossierIn, sourceIn } from '../support/dossier.ts'
import { MemoryArchive } from '../support/memory-archive.ts'
import {
  altsOfPdf,
  codesInPdf,
  factsOfPdf,
  feetOfPdf,
  languagesOfPdf,
  placesInPdf,
  plain,
  tagsOfPdf,
  wordsOfPdf,
} from '../support/pdf.ts'
import { tagFaultsOf } from '../support/pdf-ua.ts'

const asked = (query: Partial<DocumentQuery>): DocumentQuery => ({
  ...{ what: 'text', format: 'pdf', version: null, from: null, with: [], language: 'en' },
  ...query,
})
/** Whatever it is of, its tags are in order (rule D1). */
async function made(source: Source, query: Partial<DocumentQuery>): Promise<Uint8Array> {
  const { bytes } = must(await makeDocument(source, asked(query)))
  expect(tagFaultsOf(bytes)).toEqual([])
  return bytes
}

const before = (declaration: typeof DECLARATION): Promise<Chamber> =>
  Chamber.open(new MemoryArchive(), undefined, undefined, declaration)

/** Longer than a page. */
const LONG = {
  ...DECLARATION,
  clauses: Array.from({ length: 24 }, (_, at) => `${DECLARATION.clauses[at % 3]}, pour la ${at + 1}e fois`),
}

describe('[D1] the final text in PDF', () => {
  let source: Source
  let bytes: Uint8Array
  let hash: string

  beforeAll(async () => {
    const chamber = await before(LONG)
    hash = await chamber.opens('FRA minister')
    source = await sourceIn(chamber)
    bytes = await made(source, { version: 2 })
  })

  test('is read by Poppler clause by clause, with its number and punctuation', () => {
    const words = wordsOfPdf(bytes)
    const places = LONG.clauses.map((clause, at) => {
      const end = at === 23 ? '.' : at === 22 ? ' ; et' : ' ;'
      return words.indexOf(plain(`${at + 1}. ${clause}${end}`))
    })
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('is tagged, and says what it is', () => {
    const facts = factsOfPdf(bytes)
    expect(facts.get('Title')).toBe('Déclaration – Final text, A/CONF.2009/1')
    expect(facts.get('Tagged')).toBe('yes')
    expect(Number(facts.get('Pages'))).toBeGreaterThan(1)
    expect(languagesOfPdf(bytes)).toEqual(['en', 'fr'])
    expect(Buffer.from(bytes).includes('<pdfuaid:part>1</pdfuaid:part>')).toBe(true)
  })

  test('is, for whoever hears it, a heading, a list of 24 clauses with their numbers, and a picture with words', () => {
    const tags = tagsOfPdf(bytes)
    expect(tags.match(/^\s*H1\b/gm)).toHaveLength(1)
    expect(tags.match(/^\s*LI\b/gm)).toHaveLength(24)
    expect(tags.match(/^\s*Lbl\b/gm)).toHaveLength(24)
    expect(tags.match(/^\s*Figure\b/gm)).toHaveLength(1)
    expect(altsOfPdf(bytes)).toEqual(['QR code of the address https://paraph.example.org/public/declaration'])
  })

  test('says on every page its symbol, its version and its hash, in words and as a QR code', () => {
    const feet = feetOfPdf(bytes)
    expect(feet.length).toBeGreaterThan(1)
    for (const [at, foot] of feet.entries()) {
      expect(foot).toContain(plain('A/CONF.2009/1 · Final text, version 2'))
      expect(foot).toContain(`SHA-256${hash}`)
      expect(foot).toContain(`${at + 1}/${feet.length}`)
    }
    expect(codesInPdf(bytes)).toEqual(feet.map(() => 'https://paraph.example.org/public/declaration'))
  })

  test('is tagged, as far as a program that is not ours can judge, and one that is not would be found out', () => {
    const other = (was: string, by: string) => {
      const whole = Buffer.from(bytes).toString('latin1')
      expect(whole).toContain(was)
      return tagFaultsOf(Buffer.from(whole.replaceAll(was, by), 'latin1'))
    }
    expect(tagFaultsOf(bytes)).toEqual([])
    expect(other('/DisplayDocTitle true', '/DisplayDocTitle null')).toEqual(['shows no title'])
    expect(other('/Alt', '/Alx')).toContain('has a figure without words')
    expect(other('/ToUnicode', '/ToUnicodx')).toContain('has letters without a meaning')
  })

  test('is the same to the byte wherever and whenever it is made', () => {
    const home = mkdtempSync(join(tmpdir(), 'paraph-home-'))
    const elsewhere = { HOME: home, TZ: 'Asia/Singapore', LANG: 'ar', FONTCONFIG_FILE: join(home, 'none') }
    const alone = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, '../support/document-alone.ts')],
      {
        input: serialize([source, asked({ version: 2 })]),
        env: { PATH: process.env['PATH'], ...elsewhere },
        maxBuffer: 2 ** 26,
      },
    )
    rmSync(home, { recursive: true })
    expect(Buffer.compare(alone, bytes)).toBe(0)
  })
})

test('the compilation in PDF has every bracket as the room shows it, with nothing said by colour alone', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('BRA').proposes('c2', 'la menace', 'le péril')
  await chamber.as('USA').proposes('c1', 'central', '')
  await chamber.as('KEN').addClause('c1', 'k1', 'Rappelant la Charte')
  await chamber.as('KEN').moves('c3', 'c1')
  await chamber.as('KEN').table()
  const lines = must(compiledLines(await dossierIn(chamber)))
  const words = wordsOfPdf(await made(await sourceIn(chamber), { what: 'compilation' }))
  for (const line of lines) {
    const label = line.label === '' ? '' : `${line.label}. `
    expect(words).toContain(plain(label + compiledPlain(line, 'fr')))
  }
})

test('[A3] as amended, and compared, in PDF: what comes, what goes, and with which amendment', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('KEN').moves('c3', 'c1')
  await chamber.as('KEN').table()
  const ids = ['FRA-1', 'KEN-1']
  const amended = wordsOfPdf(await made(await sourceIn(chamber), { what: 'amended', with: ids }))
  expect(amended).toContain(plain('As amended by FRA 1, KEN 1'))
  expect(amended).toContain(plain('2. Soulignant la menace le danger [FRA 1] que peuvent'))
  expect(amended).toContain(plain('3. [Moved by KEN 1; it stood after Clause 2] Appelant'))
  for (const amendment of ids)
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
  const compared = wordsOfPdf(await made(await sourceIn(chamber), { what: 'comparison', from: 0 }))
  expect(compared).toContain(plain('2. Soulignant la menace le danger [FRA 1] que peuvent'))
})

test('[A5] the no-loss statement in PDF names every piece that it counts', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  await chamber.as('BRA').proposes('c1', 'central', 'premier')
  const bytes = await made(await sourceIn(chamber), { what: 'account' })
  const words = wordsOfPdf(bytes)
  for (const said of ['France · FRA-1', 'la menace', 'Taken out of the text', 'le danger', 'In the text'])
    expect(words).toContain(plain(said))
  expect(words).toContain(plain('No word came into the text, or left it, without an amendment’s name.'))
  expect(tagsOfPdf(bytes).match(/\bTH\b/g)).toHaveLength(2)
})

describe('the roll in PDF', () => {
  let bytes: Uint8Array

  beforeAll(async () => {
    const chamber = await Chamber.open()
    await chamber.opens('SGP minister', 'FRA minister', 'KEN minister')
    must(await chamber.as('SGP minister').endorses())
    const remarks = [
      { kind: 'reservation' as const, words: 'We reserve our position on clause 2.' },
      { kind: 'explanation' as const, words: 'نحتفظ بموقفنا' },
    ]
    must(await chamber.as('KEN minister').endorses({ remarks }))
    bytes = await made(await sourceIn(chamber), { what: 'roll', language: 'fr' })
  })

  test('has the States in the order and with the names of the language, and their statements', () => {
    const words = wordsOfPdf(bytes)
    const rows = words.slice(words.indexOf(plain('Approuvé')))
    expect(rows).toMatch(/^Approuvé.*Kenya.*Singapour/)
    expect(words).toContain(plain('We reserve our position on clause 2.'))
    expect(words).toContain(plain('نحتفظ بموقفنا'))
  })

  test('has a table whose columns have heads, and a map that is told in words', () => {
    const tags = tagsOfPdf(bytes)
    expect(tags.match(/\/Scope \/Column/g)).toHaveLength(6)
    expect(tags.match(/^\s*Figure\b/gm)).toHaveLength(2)
    expect(altsOfPdf(bytes)).toContainEqual(expect.stringContaining('2 des 192'))
  })
})

describe('a text in Arabic', () => {
  const bidi = bidiFactory()
  /** The letters of a line from left to right, as Unicode has it (UAX #9). */
  const visual = (line: string): string =>
    plain(
      bidi
        .getReorderedIndices(line, bidi.getEmbeddingLevels(line, 'rtl'))
        .map((at) => line[at])
        .join(''),
    )
  let bytes: Uint8Array

  beforeAll(async () => {
    bytes = await made(await sourceIn(await before(ARABIC)), {})
  })

  test('stands on the page as the bidirectional algorithm of Unicode has it, line by line', () => {
    const lines = linesOf(bytes)
    for (const [at, clause] of ARABIC.clauses.entries()) {
      let rest = `${clause}${at === 2 ? '.' : '؛'}`
      while (rest !== '') {
        const line = lines.find((it) => visual(rest.slice(0, lengthOf(rest, it))) === it)
        expect(line, rest).toBeDefined()
        rest = rest.slice(lengthOf(rest, line ?? rest)).trimStart()
      }
    }
  })

  test('has its numbers to the right of its clauses, in their order', () => {
    const places = placesInPdf(bytes)
    const numbers = ['1', '2', '3'].map((number) =>
      places.find(({ word, left }) => word === number && left > 490),
    )
    const tops = numbers.map((it) => it?.top ?? Number.NaN)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    expect(tops).not.toContain(Number.NaN)
  })

  test('can be searched and copied as it was written', () => {
    // Numbers stand in the margin, beside the first line.
    expect(wordsOfPdf(bytes).replaceAll(/[\d.]/g, '')).toContain(plain(ARABIC.clauses[2] ?? ''))
  })
})

/** The letters of each line of the text, from left to right, without what stands in the margin. */
function linesOf(bytes: Uint8Array): string[] {
  const lines = new Map<number, string>()
  const words = placesInPdf(bytes).filter(({ left }) => left < 490)
  for (const { word, top } of words.toSorted((a, b) => a.left - b.left))
    lines.set(Math.round(top), (lines.get(Math.round(top)) ?? '') + plain(word))
  return [...lines.values()]
}

/** How far a text goes that has as many letters as the line. */
function lengthOf(text: string, line: string): number {
  let at = 0
  for (let letters = 0; at < text.length && letters < line.length; at++) if (text[at] !== ' ') letters++
  return at
}

describe('[D1] whatever somebody writes stands there as words', () => {
  const HOSTILE = [
    '#import "@preview/x": * #panic("no") $x^2$ \\ "quoted" \'single\' `raw` @ref <label> // no /* no */',
    '= Heading - item + item / term: #{ let x = 1 } #set page(width: 1pt) --- ... ~ -? \\u{41}',
    `${'Unendlich'.repeat(60)} ${'نص'.repeat(80)}`,
    'emoji 😀 👨‍👩‍👧 🇫🇷 ❤️, and what no typeface has: 中',
    'controls \u0001\u0007, turned \u202eround\u202c, hidden \ufeff\ufffe\ue000',
  ]
  let words: string

  beforeAll(async () => {
    words = wordsOfPdf(await made(await sourceIn(await before({ ...DECLARATION, clauses: HOSTILE })), {}))
  })

  test.each([
    ['what would be code', HOSTILE[0]],
    ['what would be markup', HOSTILE[1]],
    ['words that are wider than the page', 'Unendlich'.repeat(60)],
    [
      'emoji; and a letter that no typeface has, by its number',
      'emoji 😀 👨‍👩‍👧 🇫🇷 ❤️, and what no typeface has: ‹U+4E2D›',
    ],
    [
      'what nobody would see, by its number',
      'controls ‹U+0001›‹U+0007›, turned ‹U+202E›round‹U+202C›, hidden ‹U+FEFF›‹U+FFFE›‹U+E000›',
    ],
  ])('%s', (_, shown = '') => {
    expect(words).toContain(plain(shown))
  })
})
