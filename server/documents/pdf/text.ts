import { openingLength } from '../../../shared/opening.ts'
import type { Line } from '../../../shared/projection.ts'
import type { Dossier } from '../dossier.ts'
import type { Maker } from '../made.ts'
import { cleanLines } from '../views.ts'
import { labelled } from './labels.ts'
import { sheetOf } from './sheet.ts'
import { typeset } from './typeset.ts'

export const PDF = 'application/pdf'

/** The text without proposals; the final one is what a minister holds in the hand. */
export const textAsPdf: Maker = async (dossier, query) => ({
  bytes: await typeset('text', sheetOf(dossier, query), shownText(dossier)),
  type: PDF,
})

/** The clauses as a page shows them, whatever it is made of. */
export function shownText(dossier: Dossier) {
  const { language } = dossier.record.declaration
  const clauses = cleanLines(dossier)
    .filter(({ kind, text }) => kind === 'clause' && text !== '')
    .map((line) => clauseOf(line, language))
  return { clauses }
}

function clauseOf({ label, text, end }: Line, language: string) {
  const length = openingLength(text, language)
  return { label: labelled(label, language), opening: text.slice(0, length), words: text.slice(length) + end }
}
