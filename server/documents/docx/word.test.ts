import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentQuery } from '../../../shared/document.ts'
import { clean, type Line, labelsOf } from '../../../shared/projection.ts'
import type { Block } from '../../../shared/text.ts'
import type { Tracked } from '../../../shared/tracked.ts'
import { Chamber, must } from '../../../tests/support/chamber.ts'
import { debate } from '../../../tests/support/debate.ts'
import { dossierIn, dossierOfPlenary } from '../../../tests/support/dossier.ts'
import { moves } from '../../../tests/support/negotiation.ts'
import { Plenary } from '../../../tests/support/plenary.ts'
import { holdsInTurn } from '../../../tests/support/property.ts'
import { elements, type Opened, openWord } from '../../../tests/support/word.ts'
import type { Dossier } from '../dossier.ts'
import { cleanLines } from '../views.ts'
import { legible } from './body.ts'
import { wordsOf } from './rows.ts'
import { viewOf } from './views.ts'
import { wordFile } from './word.ts'

const QUERY: DocumentQuery = {
  ...{ what: 'compilation', format: 'docx', version: null, from: null, with: [], language: 'en' },
}

const made = async (dossier: Dossier, query: DocumentQuery): Promise<Uint8Array> =>
  must(await wordFile(dossier, query)).bytes

const opened = async (dossier: Dossier, query: DocumentQuery): Promise<Opened> =>
  openWord(await made(dossier, query))

const tracked = (dossier: Dossier, query: DocumentQuery): Tracked => must(viewOf(dossier, query))

/** One side of what is tracked, as a clean text has it. */
function sideOf({ record }: Dossier, view: Tracked, side: 'before' | 'after'): string[] {
  const blocks = view[side].flatMap((id): Block[] => {
    const block = view.blocks.get(id)
    return block ? [{ id, kind: block.kind, text: wordsOf(block, side) }] : []
  })
  return printed(clean(blocks, labelsOf(record), record.declaration.punctuation))
}

const printed = (lines: readonly Line[]): string[] =>
  lines
    .filter(({ text }) => text !== '')
    .map(({ label, text, end }) => (label ? `${label}.\t${text}${end}` : text + end))

/** Without what stands around the text: the name of the view, and the line at the end. */
const clausesOf = (paragraphs: readonly string[], view: string): string[] =>
  paragraphs.filter((it) => it !== view && it !== '____________')

const inTurn = (rule: string, holds: (plenary: Plenary) => Promise<void>): Promise<void> =>
  holdsInTurn(
    rule,
    [moves(22)],
    (steps) => {
      const plenary = new Plenary()
      for (const step of steps) plenary.move(step)
      return holds(plenary)
    },
    0.05,
  )

describe('[D2] a Word file of any negotiation', () => {
  test('has the text where every change is rejected, and all that is proposed where every change is accepted', () =>
    inTurn('D2 compilation', async (plenary) => {
      const dossier = dossierOfPlenary(plenary)
      const file = await opened(dossier, QUERY)
      const view = 'Compilation of proposals'
      expect(clausesOf(file.paragraphs('rejected'), view)).toEqual(printed(cleanLines(dossier)))
      const after = sideOf(dossier, tracked(dossier, QUERY), 'after')
      expect(clausesOf(file.paragraphs('accepted'), view)).toEqual(after)
      holdsTogether(file)
    }))

  test('has the words of both versions that it compares', () =>
    inTurn('D2 comparison', async (plenary) => {
      const last = plenary.record.versions.length - 1
      const dossier = dossierOfPlenary(plenary, last)
      const file = await opened(dossier, { ...QUERY, what: 'comparison', from: 0, version: last })
      const symbols = [plenary.record.versions[0]?.symbol, plenary.record.versions[last]?.symbol]
      const view = `Changes from ${symbols.join(' to ')}`
      expect(clausesOf(file.paragraphs('accepted'), view)).toEqual(printed(cleanLines(dossier)))
      const earlier = cleanLines(dossierOfPlenary(plenary, 0))
      expect(clausesOf(file.paragraphs('rejected'), view)).toEqual(printed(earlier))
      holdsTogether(file)
    }))
})

/** No deletion within a deletion; behind every change a name and a time; and each with a number of its own. */
function holdsTogether({ changes, document, part }: Opened): void {
  for (const { within, as, author, date } of changes) {
    expect(within).not.toContain(as)
    expect(within).not.toContain('w:del')
    expect(author).not.toBe('')
    expect(date).toMatch(/^2009-10-11T\d\d:\d\d:\d\dZ$/)
  }
  const ids = [...changes.map(({ id }) => id), ...idsOf(document, 'w:bookmarkStart')]
  expect(new Set(ids).size).toBe(ids.length)
  const places = ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']
  const [starts, ends, references = []] = places.map((name) => idsOf(document, name).sort())
  expect([starts, ends]).toEqual([references, references])
  for (const id of references) expect(part('word/comments.xml')).toContain(`w:id="${id}"`)
}

const idsOf = (document: Opened['document'], name: string) =>
  elements(document, name).map((it) => it.getAttribute('w:id') ?? '')

describe('[D2] a debate, as Word has it:', () => {
  let dossier: Dossier
  let file: Opened
  let xml: string
  beforeAll(async () => {
    dossier = await dossierIn(await debate())
    file = await opened(dossier, QUERY)
    xml = file.part('word/document.xml')
  })

  test('words that an amendment of an amendment strikes are struck within those that came', () => {
    expect(xml).toMatch(
      /<w:ins [^>]*"Brazil"[^>]*><w:del [^>]*"Kenya"[^>]*><w:r><w:delText[^>]*>internationale</,
    )
  })

  test('words that two strike are struck by the first, and the margin names the second', () => {
    const struck = file.changes.filter(({ as, within }) => as === 'w:del' && within.length === 0)
    expect(struck.map(({ author }) => author)).toEqual(['Hungary', 'Hungary', 'Hungary', 'Hungary', 'France'])
    expect(file.part('word/comments.xml')).toContain('KEN 1 deletes these words too.')
  })

  test('a clause that is moved leaves one place and comes to another, under one name', () => {
    const names = ['w:moveFromRangeStart', 'w:moveToRangeStart'].map((it) =>
      elements(file.document, it).map((range) => range.getAttribute('w:name')),
    )
    expect(names).toEqual([['move_clause_c3'], ['move_clause_c3']])
    expect(
      file.changes.filter(({ as }) => as === 'w:moveTo').every(({ author }) => author === 'Singapore'),
    ).toBe(true)
  })

  test('a reply names what it replies to', () => {
    const replies = [
      ...file.part('word/commentsExtended.xml').matchAll(/paraId="(\w+)" w15:paraIdParent="(\w+)"/g),
    ]
    const said = (paraId = '') =>
      file.part('word/comments.xml').split(`paraId="${paraId}"`)[1]?.split('</w:p>')[0]
    expect(replies.map(([, reply, parent]) => [said(reply), said(parent)])).toEqual([
      [expect.stringContaining('Ils sont invités aussi.'), expect.stringContaining('Et les observateurs ?')],
    ])
  })

  test('the same moment gives the same bytes, and tells no other time than the acts', async () => {
    const [one, other] = [await made(dossier, QUERY), await made(dossier, QUERY)]
    expect(Buffer.compare(one, other)).toBe(0)
    const at = dossier.acts.at(-1)?.at
    expect(file.part('docProps/core.xml')).toContain(`>${at}</dcterms:created>`)
    expect(file.part('docProps/core.xml')).toContain('<dc:language>fr</dc:language>')
  })

  test('whoever writes in the file proposes', () => {
    expect(file.part('word/settings.xml')).toContain('<w:trackRevisions/>')
  })
})

test('words that look like tags stay words, and what no file can hold is replaced', async () => {
  const chamber = await Chamber.open()
  const evil = '</w:t></w:r><w:br/> & "le danger"'
  await chamber.as('FRA').proposes('c2', 'la menace', evil)
  const file = await opened(await dossierIn(chamber), QUERY)
  expect(file.paragraphs('accepted').join('\n')).toContain(`2.\tSoulignant ${evil} que`)
  expect(legible('a\u0000b\ud800c\td\n😀')).toBe('a\ufffdb\ufffdc\td\n😀')
})
