import {
  DOCUMENTS,
  type DocumentFormat,
  type DocumentKind,
  type DocumentQuery,
} from '../../shared/document.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { amendmentsAsAkn } from './akn/amendment-list.ts'
import { textAsAkn } from './akn/statement.ts'
import { amendmentsAsTable, rollAsTable } from './csv.ts'
import { wordFile } from './docx/word.ts'
import { type Dossier, dossierOf } from './dossier.ts'
import { accountAsPage } from './html/account.ts'
import { amendmentsAsPage } from './html/amendments.ts'
import { rollAsPage } from './html/roll.ts'
import { amendedAsPage, comparisonAsPage, compilationAsPage, textAsPage } from './html/text.ts'
import { asJson } from './json.ts'
import type { Made, Maker } from './made.ts'
import { accountAsPdf } from './pdf/account.ts'
import { amendedAsPdf, comparisonAsPdf } from './pdf/changed.ts'
import { compilationAsPdf } from './pdf/compilation.ts'
import { rollAsPdf } from './pdf/roll.ts'
import { textAsPdf } from './pdf/text.ts'
import type { Source } from './source.ts'
import { compilationAsPlain, textAsPlain } from './txt.ts'

/** One for each entry of the table of documents. */
export const MAKERS: { readonly [kind in DocumentKind]: { readonly [format in DocumentFormat]?: Maker } } = {
  text: { docx: wordFile, pdf: textAsPdf, akn: textAsAkn, html: textAsPage, txt: textAsPlain, json: asJson },
  compilation: {
    docx: wordFile,
    pdf: compilationAsPdf,
    html: compilationAsPage,
    txt: compilationAsPlain,
    json: asJson,
  },
  amended: { docx: wordFile, pdf: amendedAsPdf, html: amendedAsPage, json: asJson },
  comparison: { docx: wordFile, pdf: comparisonAsPdf, html: comparisonAsPage, json: asJson },
  amendments: { akn: amendmentsAsAkn, html: amendmentsAsPage, csv: amendmentsAsTable, json: asJson },
  account: { pdf: accountAsPdf, html: accountAsPage, json: asJson },
  roll: { pdf: rollAsPdf, html: rollAsPage, csv: rollAsTable, json: asJson },
}

export async function makeDocument(source: Source, query: DocumentQuery): Promise<Made | Refusal> {
  const make = DOCUMENTS[query.what].includes(query.format) ? MAKERS[query.what][query.format] : undefined
  if (!make) return refuse('document/no-such-form', { what: query.what, format: query.format })
  const dossier = dossierOf(source, query)
  if (isRefusal(dossier)) return dossier
  const content = await make(dossier, query)
  return isRefusal(content) ? content : { ...content, name: nameOf(dossier, query) }
}

/** `A-CONF.2009-L.1-Rev.2-compilation.docx`: the symbol, without what file systems don't take. */
function nameOf({ record, version }: Dossier, { what, format }: DocumentQuery): string {
  const symbol = version?.symbol ?? record.declaration.symbol
  const ending = format === 'akn' ? 'akn.xml' : format
  return `${symbol.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}-${what}.${ending}`
}
