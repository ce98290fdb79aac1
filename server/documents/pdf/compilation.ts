import type { DocumentQuery } from '../../../shared/document.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Dossier } from '../dossier.ts'
import { labelsIn } from '../head.ts'
import type { Maker } from '../made.ts'
import { compiledLines } from '../views.ts'
import { labelled } from './labels.ts'
import { type Marked, shownLine } from './pieces.ts'
import { sheetOf } from './sheet.ts'
import { PDF } from './text.ts'
import { typeset } from './typeset.ts'

/** Every pending proposal in its place, as negotiators write it: to be read in black and white. */
export const compilationAsPdf: Maker = async (dossier, query) => {
  const shown = shownCompilation(dossier, query)
  return isRefusal(shown)
    ? shown
    : { bytes: await typeset('marked', sheetOf(dossier, query), { ...shown }), type: PDF }
}

/** Its lines in pieces, as a page shows them, whatever it is made of. */
export function shownCompilation(dossier: Dossier, query: Pick<DocumentQuery, 'language'>): Marked | Refusal {
  const lines = compiledLines(dossier)
  if (isRefusal(lines)) return lines
  const { language } = dossier.record.declaration
  const { sheet: say, room } = labelsIn(query.language)
  const clauses = lines.map((line) => ({ ...line, pieces: shownLine(line, language) }))
  const isProposed = clauses.some(({ pieces }) => pieces.some(({ look }) => look === 'name'))
  const title = clauses.find(({ kind }) => kind === 'title')
  return {
    notes: [isProposed ? say.brackets : room.paper.noProposals],
    pieces: title?.pieces ?? [],
    clauses: clauses
      .filter(({ kind, pieces }) => kind === 'clause' && pieces.length > 0)
      .map(({ label, pieces }) => ({ label: labelled(label, language), pieces })),
  }
}
