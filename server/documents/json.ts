import { accountAt } from '../../shared/account.ts'
import type { DocumentQuery } from '../../shared/document.ts'
import { DocumentJson } from '../../shared/document-json.ts'
import { isRefusal, type Refusal } from '../../shared/refusal.ts'
import { remarksOf } from '../../shared/roll.ts'
import type { Dossier } from './dossier.ts'
import { type Enrolled, enrolledIn } from './enrolled.ts'
import { headOf } from './head.ts'
import type { Maker } from './made.ts'
import { tabledIn } from './tabled.ts'
import { amendedBlocks, cleanLines, comparedBlocks, compiledLines, earlierThan } from './views.ts'

/** Whatever is asked for, as JSON. The schema writes it: a field that it doesn't name stays here. */
export const asJson: Maker = (dossier, query) => {
  const body = bodyOf(dossier, query)
  if (isRefusal(body)) return body
  const { what } = query
  const written = DocumentJson.parse({ ...describing(dossier, query), what, ...body })
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(written, null, 2)}\n`),
    type: 'application/json; charset=utf-8',
  }
}

function describing(dossier: Dossier, query: DocumentQuery) {
  const { record, version } = dossier
  const { meeting, place, date, act, at, hash } = headOf(dossier, query)
  return {
    format: 'paraph-document/1',
    declaration: record.declaration,
    meeting: { name: meeting, place, date },
    version,
    stage: record.stage,
    ...{ act, at, hash },
  }
}

function bodyOf(dossier: Dossier, { what, with: ids, from, language }: DocumentQuery): object | Refusal {
  switch (what) {
    case 'text':
      return { blocks: cleanLines(dossier) }
    case 'compilation':
      return inBlocks(compiledLines(dossier), {})
    case 'amended':
      return inBlocks(amendedBlocks(dossier, ids), { with: ids })
    case 'comparison':
      return inBlocks(comparedBlocks(dossier, from), { from: from ?? earlierThan(dossier) })
    case 'amendments':
      return { amendments: tabledIn(dossier) }
    case 'account':
      return accountAt(dossier.moment)
    case 'roll':
      return { states: enrolledIn(dossier, language).map(asState) }
  }
}

const inBlocks = (blocks: readonly object[] | Refusal, beside: object): object | Refusal =>
  isRefusal(blocks) ? blocks : { ...beside, blocks }

const asState = ({ endorsement, ...state }: Enrolled) => ({
  ...state,
  endorsement: endorsement && {
    ...endorsement,
    onPaper: endorsement.paper !== undefined,
    addendum: endorsement.addendum ?? null,
    remarks: remarksOf(endorsement),
  },
})
