import { describe, expect, test } from 'vitest'
import type { DocumentQuery } from '../../../shared/document.ts'
import { clean, type Line, labelsOf } from '../../../shared/projection.ts'
import { isRefusal } from '../../../shared/refusal.ts'
import type { Block } from '../../../shared/text.ts'
import type { Tracked } from '../../../shared/tracked.ts'
import { dossierOfPlenary } from '../../../tests/support/dossier.ts'
import { moves } from '../../../tests/support/negotiation.ts'
import { Plenary } from '../../../tests/support/plenary.ts'
import { holdsInTurn } from '../../../tests/support/property.ts'
import { elements, type Opened, openWord } from '../../../tests/support/word.ts'
import type { Dossier } from '../dossier.ts'
import { cleanLines } from '../views.ts'
import { wordsOf } from './rows.ts'
import { viewOf } from './views.ts'
import { wordFile } from './word.ts'

const QUERY: DocumentQuery = {
  ...{ what: 'compilation', format: 'docx', version: null, from: null, with: [], language: 'en' },
}

async function opened(dossier: Dossier, query: DocumentQuery): Promise<Opened> {
  const made = await wordFile(dossier, query)
  if (isRefusal(made)) throw new Error(made.refused)
  return openWord(made.bytes)
}

const tracked = (dossier: Dossier, query: DocumentQuery): Tracked => {
  const view = viewOf(dossier, query)
  if (isRefusal(view)) throw new Error(view.refused)
  return view
}

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
