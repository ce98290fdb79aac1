import { Document, type FileChild, Paragraph, TextRun } from 'docx'
import type { DocumentQuery } from '../../../shared/document.ts'
import type { Instant } from '../../../shared/ids.ts'
import { labelsOf } from '../../../shared/projection.ts'
import { isRefusal, type Refusal } from '../../../shared/refusal.ts'
import type { Tracked } from '../../../shared/tracked.ts'
import type { Dossier } from '../dossier.ts'
import { labelsIn } from '../head.ts'
import type { Content } from '../made.ts'
import { earlierOf } from '../views.ts'
import { Authors, spoken } from './authors.ts'
import { Body, legible } from './body.ts'
import { commentsOf, numbered } from './comments.ts'
import { dayOf, footersOf, headersOf, PAGES } from './letterhead.ts'
import { marksOf, propertiesOf } from './marks.ts'
import { packed } from './packed.ts'
import { paragraphsOf } from './paragraphs.ts'
import { type Remark, remarksOf, seconds } from './remarks.ts'
import { wordsOf } from './rows.ts'
import { STYLES, stylesFor } from './styles.ts'
import { viewOf } from './views.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * A view of the declaration for Word: what comes and goes as tracked changes, under the names of those behind it, and
 * what is said of it in the margin.
 */
export async function wordFile(dossier: Dossier, query: DocumentQuery): Promise<Content | Refusal> {
  const tracked = viewOf(dossier, query)
  if (isRefusal(tracked)) return tracked
  const say = labelsIn(query.language)
  const authors = new Authors(dossier, query.language, say)
  const remarks = marginOf(dossier, query, { tracked, authors })
  if (isRefusal(remarks)) return remarks
  const { declaration } = dossier.record
  const marks = marksOf(dossier, query)
  const letter = { dossier, marks, language: query.language, say }
  const comments = numbered(remarks)
  const document = new Document({
    sections: [
      {
        ...{ properties: PAGES, headers: headersOf(letter), footers: footersOf(letter) },
        children: bodyOf(
          { dossier, tracked, authors, anchors: comments.anchors },
          subtitleOf(dossier, query),
        ),
      },
    ],
    styles: stylesFor(declaration.language, query.what === 'text'),
    comments: { children: commentsOf(comments.all) },
    customProperties: propertiesOf(marks),
    // Whoever writes in the file proposes.
    features: { trackRevisions: true },
    compatibility: { version: 15 },
  })
  const title = titleOf(tracked)
  const bytes = await packed(document, {
    title,
    subject: symbolOf(dossier),
    language: declaration.language,
    at: lastOf(dossier),
  })
  return { bytes, type: TYPE }
}

interface Pages {
  readonly dossier: Dossier
  readonly tracked: Tracked
  readonly authors: Authors
  readonly anchors: Parameters<typeof paragraphsOf>[1]['anchors']
}

function bodyOf({ dossier, tracked, authors, anchors }: Pages, subtitle: string): FileChild[] {
  const { declaration } = dossier.record
  const body = new Body(authors, declaration.language)
  const paragraphs = paragraphsOf(tracked, {
    ...{ declaration, labels: labelsOf(dossier.record), anchors },
  })
  const head = subtitle
    ? [new Paragraph({ style: STYLES.subtitle, children: [new TextRun(legible(subtitle))] })]
    : []
  return [
    ...paragraphs.filter(({ kind }) => kind === 'title').flatMap((it) => body.write(it)),
    ...head,
    ...paragraphs.filter(({ kind }) => kind !== 'title').flatMap((it) => body.write(it)),
    // The last paragraph of a file has an end that nobody can take out.
    new Paragraph({ style: STYLES.close, children: [new TextRun('____________')] }),
  ]
}

function marginOf(
  dossier: Dossier,
  query: DocumentQuery,
  { tracked, authors }: Pick<Pages, 'tracked' | 'authors'>,
): Remark[] | Refusal {
  const say = labelsIn(query.language)
  if (query.what !== 'compilation') return seconds({ tracked, authors, say })
  const effects = dossier.effects()
  return isRefusal(effects) ? effects : remarksOf({ dossier, tracked, authors, say }, effects)
}

function subtitleOf(dossier: Dossier, query: DocumentQuery): string {
  const { views } = labelsIn(query.language).word
  if (query.what === 'amended') return views.amended(query.with.map(spoken).join(', '))
  if (query.what !== 'comparison') return query.what === 'compilation' ? views.compilation : views.text
  const earlier = dossier.record.versions[earlierOf(dossier, query)]?.symbol ?? ''
  if (dossier.version) return views.comparison(earlier, dossier.version.symbol)
  return views.comparisonToNow(earlier, dayOf(lastOf(dossier), query.language))
}

const lastOf = ({ acts }: Dossier): Instant => acts.at(-1)?.at ?? ''

const symbolOf = ({ record, version }: Dossier): string => version?.symbol ?? record.declaration.symbol

function titleOf({ before, blocks }: Tracked): string {
  const title = before.map((id) => blocks.get(id)).find((it) => it?.kind === 'title')
  return title ? wordsOf(title, 'before') : ''
}
