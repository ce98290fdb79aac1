import { beforeEach, describe, expect, test } from 'vitest'
import type { DocumentQuery } from '../../../shared/document.ts'
import { Chamber, must, replace } from '../../../tests/support/chamber.ts'
import { dossierIn } from '../../../tests/support/dossier.ts'
import { elements, openWord } from '../../../tests/support/word.ts'
import { wordFile } from './word.ts'

const QUERY: DocumentQuery = {
  ...{ what: 'compilation', format: 'docx', version: null, from: null, with: [], language: 'en' },
}

describe('[D2] the margin of a compilation says', () => {
  let chamber: Chamber
  beforeEach(async () => {
    chamber = await Chamber.open()
  })
  const as = (who: string) => chamber.as(who)

  /** Each comment: the words that it hangs on, and its lines. */
  async function margin(): Promise<[string, string[]][]> {
    const { bytes } = must(await wordFile(await dossierIn(chamber), QUERY))
    const { document, part } = openWord(bytes)
    const said = [...part('word/comments.xml').matchAll(/<w:comment w:id="(\d+)".*?<\/w:comment>/gs)]
    return said.map(([comment, id]) => {
      const lines = [...comment.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([line]) =>
        line.replace(/<[^>]*>/g, ''),
      )
      return [hangsOn(document, id ?? ''), lines]
    })
  }

  test('that another moves the clause elsewhere, of which a file can show only one', async () => {
    await as('FRA').moves('c3', 'c1')
    await as('FRA').table()
    await as('KEN').moves('c3', 'title')
    await as('KEN').table()
    expect(await margin()).toContainEqual([
      'Appelant les États membres à soutenir ces mesures',
      ['KEN 1 moves this clause as well: before all others.'],
    ])
  })

  test('which amendment the text has overtaken, at the title: it has no other place', async () => {
    await as('FRA').proposes('c2', 'la menace', 'le danger')
    await as('KEN').proposes('c2', 'la menace', 'les menaces')
    await as('SEC').do({ do: 'stage.move', to: 'consolidation' })
    await as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    expect(await margin()).toEqual([
      [
        'Déclaration',
        ['KEN 1', 'All the words that it changes are gone. It can only be rejected or withdrawn.'],
      ],
    ])
  })

  test('which revision is in force, and what is said of an amendment in reply to its number', async () => {
    const amendment = await as('FRA').proposes('c2', 'la menace', 'le danger')
    const { draft = '' } = await as('FRA').do({ do: 'draft.open', revises: amendment, another: true })
    const doc = await as('FRA').tab(draft)
    must(await as('FRA').write(draft, doc, () => replace(doc, 'c2', 'le danger', 'les dangers')))
    await as('FRA').do({ do: 'amendment.table', draft, reason: 'Il y en a plusieurs.' })
    await as('KEN').do({ do: 'comment.make', on: { amendment }, words: 'Lesquels ?' })
    expect(await margin()).toEqual([
      ['la menaceles dangers', ['FRA 1, revision 2', 'Il y en a plusieurs.']],
      ['la menaceles dangers', ['Lesquels ?']],
    ])
  })

  test('words that were spoken of and are gone', async () => {
    const on = { clause: 'c2', quote: 'la menace', at: 10 }
    await as('KEN').do({ do: 'comment.make', on, words: 'Laquelle ?' })
    await as('FRA').proposes('c2', 'la menace', 'le danger')
    await as('SEC').do({ do: 'stage.move', to: 'consolidation' })
    await as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    expect(await margin()).toEqual([
      ['Soulignant le danger que peuvent constituer les pays', ['“la menace”', 'Laquelle ?']],
    ])
  })
})

/** The words between where the comment starts and where it ends. */
function hangsOn(document: ReturnType<typeof openWord>['document'], id: string): string {
  let [isInside, words] = [false, '']
  for (const it of elements(document, '*')) {
    const isIts = it.getAttribute('w:id') === id
    if (it.nodeName === 'w:commentRangeStart' && isIts) isInside = true
    if (it.nodeName === 'w:commentRangeEnd' && isIts) isInside = false
    if (isInside && /^w:(t|delText)$/.test(it.nodeName)) words += it.textContent ?? ''
  }
  return words
}
