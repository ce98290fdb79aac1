import type { DocumentQuery } from '../../../shared/document.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Dossier } from '../dossier.ts'
import { escaped } from '../escaped.ts'
import type { Maker } from '../made.ts'
import { shownAmended, shownComparison } from '../pdf/changed.ts'
import { shownCompilation } from '../pdf/compilation.ts'
import type { Look, Marked, Shown } from '../pdf/pieces.ts'
import { type Sheet, sheetOf } from '../pdf/sheet.ts'
import { shownText } from '../pdf/text.ts'
import { page, said } from './page.ts'

export const textAsPage: Maker = (dossier, query) => {
  const sheet = sheetOf(dossier, query)
  const clauses = shownText(dossier).clauses.map(({ label, opening, words }) =>
    clause(label, `<em>${escaped(opening)}</em>${escaped(words)}`),
  )
  return page(sheet, article(sheet, said(sheet.title), clauses))
}

/** The ways to show a text with what came, what went, and what would. */
type View = (dossier: Dossier, query: DocumentQuery) => Marked | Refusal

const asMarked =
  (view: View): Maker =>
  (dossier, query) => {
    const shown = view(dossier, query)
    if (isRefusal(shown)) return shown
    const sheet = sheetOf(dossier, query)
    const notes = shown.notes.map((note) => `<p class="note">${escaped(note)}</p>`)
    const title = shown.pieces.length > 0 ? markup(shown.pieces) : said(sheet.title)
    const clauses = shown.clauses.map(({ label, pieces }) => clause(label, markup(pieces)))
    return page(sheet, [...notes, article(sheet, title, clauses)].join('\n'))
  }

export const compilationAsPage = asMarked(shownCompilation)
export const amendedAsPage = asMarked(shownAmended)
export const comparisonAsPage = asMarked(shownComparison)

const article = ({ text }: Sheet, title: string, clauses: readonly string[]): string =>
  `<article class="text" lang="${escaped(text.language)}" dir="${text.direction}" translate="no">
<h1>${title}</h1>
${clauses.join('\n')}
</article>`

const clause = (label: string, words: string): string =>
  `<p class="clause">${label ? `<span class="label">${escaped(label)} </span>` : ''}${words}</p>`

const markup = (pieces: readonly Shown[]): string =>
  pieces.map(({ text, look }) => LOOKS[look](escaped(text))).join('')

const LOOKS: { readonly [look in Look]: (words: string) => string } = {
  plain: (words) => words,
  opening: (words) => `<em>${words}</em>`,
  sign: (words) => `<span class="sign">${words}</span>`,
  name: (words) => `<span class="name">${words}</span>`,
  proposed: (words) => `<ins>${words}</ins>`,
  deleted: (words) => `<del>${words}</del>`,
  says: (words) => `<i class="says">${words}</i>`,
}
