import { openingLength } from '../../../shared/opening.ts'
import type { Line } from '../../../shared/projection.ts'
import type { Dossier } from '../dossier.ts'
import { dayIn, type Head, headOf, labelsIn } from '../head.ts'
import type { Maker } from '../made.ts'
import { cleanLines } from '../views.ts'
import { commonReferences, MEETING } from './actors.ts'
import { conclusions, endorsers } from './conclusions.ts'
import { type Content, type Element, element, withBreaks, writeAkn } from './element.ts'
import { lifecycle, movesText, ORIGINAL, stepReferences, workflow } from './history.ts'
import { EDITOR, identification, meta, references } from './meta.ts'
import { amendmentWork, expressionOf, type Ids, idsIn, type Named, textNames } from './naming.ts'
import { divided } from './preamble.ts'

export const AKN_TYPE = 'application/akn+xml; charset=utf-8'

/** The text as a statement (AKN4UN): preface, preamble, numbered paragraphs, and the States that endorse it. */
export const textAsAkn: Maker = (dossier, { language }) => {
  const lines = cleanLines(dossier).filter(({ text }) => text !== '')
  const { record } = dossier
  const head = headOf(dossier, { language })
  const ids = idsIn('')
  const { preamble, body } = divided(
    lines.filter(({ kind }) => kind === 'clause'),
    record.declaration.language,
  )
  const tag = record.declaration.language
  const statement = element('statement', { name: 'declaration', contains: contains(dossier) }, [
    metaOf(dossier, head, [...preamble, ...body], language, ids),
    preface(head, dossier, language, ids),
    preamble.length > 0 ? recitals(preamble, tag, ids) : null,
    element('mainBody', { eId: 'body', 'xml:lang': tag }, [
      body.map((line) => paragraph(line, tag, ids)),
      // A body is never empty.
      body.length === 0 ? element('p', {}) : null,
    ]),
    conclusions(dossier, language, ids),
  ])
  return { bytes: writeAkn(statement), type: AKN_TYPE }
}

/** Whether it is the text as it was laid, or as it was amended. */
const contains = ({ acts }: Pick<Dossier, 'acts'>): string =>
  acts.some(movesText) ? 'singleVersion' : 'originalVersion'

/** Of the text as it was laid, and as it stands in the document. */
export function namesOfText({
  acts,
  record,
}: Pick<Dossier, 'acts' | 'record'>): { readonly first: string } & Named {
  const laid = acts[0]?.at ?? ''
  const names = textNames(record.declaration, { laid, at: acts.findLast(isWording)?.at ?? laid })
  return { ...names, first: expressionOf(names.work, record.declaration.language, laid) }
}

const isWording: (act: Dossier['acts'][number]) => boolean = (act) =>
  movesText(act) || act.kind === 'declaration laid'

function metaOf(
  dossier: Dossier,
  head: Head,
  clauses: readonly Line[],
  language: 'en' | 'fr',
  ids: Ids,
): Element {
  const { acts, conference, record, version } = dossier
  const { declaration } = record
  const names = namesOfText(dossier)
  const begun = { at: acts[0]?.at ?? '', name: 'laid' }
  const at = acts.findLast(isWording)?.at ?? begun.at
  const original = element('original', {
    ...{ eId: ids.id(ORIGINAL), href: names.first, showAs: declaration.symbol },
  })
  const amendedBy = acts.filter(movesText).flatMap(({ amendment: id }) => {
    const amendment = record.amendments[id]
    const href = amendment && amendmentWork(declaration, amendment)
    return href ? [element('passiveRef', { eId: ids.id(id), href, showAs: id })] : []
  })
  return meta({
    identification: identification(
      {
        ...{ names, begun, at, subtype: 'declaration', number: declaration.symbol },
        ...{ language: declaration.language, authors: [MEETING], hash: head.hash },
        ...(version ? { version: version.symbol } : {}),
        ...(names.first === names.expression ? {} : { master: names.first }),
        isAuthoritative: version?.final ?? false,
      },
      ids,
    ),
    publication: version
      ? element('publication', {
          ...{ date: version.at, name: 'version', showAs: version.symbol, number: String(version.number) },
        })
      : null,
    lifecycle: lifecycle(acts, ids),
    workflow: workflow(acts, ids),
    analysis: mappings(clauses, dossier, ids),
    references: references(
      [original, amendedBy],
      [
        ...commonReferences(conference, language),
        ...stepReferences(acts, conference, language),
        ...endorsers(dossier, language),
      ],
      ids,
    ),
  })
}

/** Every clause has an id that it keeps, and one that says where it stands: which is which. */
function mappings(clauses: readonly Line[], { record }: Dossier, ids: Ids): Element | null {
  if (clauses.length === 0) return null
  const { preamble } = divided(clauses, record.declaration.language)
  const mapping = (line: Line) =>
    element('mapping', {
      eId: ids.id(`mapping-${line.id}`),
      original: `#${line.id}`,
      current: ids.ref(preamble.includes(line) ? recitalId(line) : paragraphId(line)),
    })
  return element('analysis', { source: ids.ref(EDITOR) }, [
    element('mappings', { source: ids.ref(EDITOR) }, clauses.map(mapping)),
  ])
}

function preface(
  head: Head,
  { conference, record }: Dossier,
  language: 'en' | 'fr',
  { id, ref }: Ids,
): Element {
  const { common } = labelsIn(language)
  const title = element('docTitle', { 'xml:lang': record.declaration.language }, head.title)
  return element('preface', { eId: id('preface'), 'xml:lang': language }, [
    element('p', {}, [
      element('organization', { refersTo: ref(MEETING) }, head.meeting),
      ', ',
      element('location', { refersTo: ref('place') }, conference.place),
      ', ',
      element('docDate', { date: head.date }, dayIn(language, head.date)),
    ]),
    element('p', {}, [
      element('docNumber', {}, head.symbol),
      ' · ',
      element('docStage', {}, common.stages[record.stage]),
    ]),
    element('longTitle', { eId: id('preface__longTitle') }, [element('p', {}, title)]),
  ])
}

const recitalId = ({ label }: Line): string => `recitals__rec_${compact(label)}`
export const paragraphId = ({ label }: Pick<Line, 'label'>): string => `para_${compact(label)}`

/** `3 bis` is `3bis`: an id has no spaces. */
const compact = (label: string): string => label.replaceAll(/\s+/g, '')

const recitals = (lines: readonly Line[], language: string, ids: Ids): Element =>
  element('preamble', { eId: ids.id('preamble'), 'xml:lang': language }, [
    element(
      'recitals',
      { eId: ids.id('recitals') },
      lines.map((line) =>
        element('recital', { eId: ids.id(recitalId(line)), wId: line.id }, [
          number(line),
          element('p', {}, words(line, language)),
        ]),
      ),
    ),
  ])

export const paragraph = (line: Line, language: string, ids: Ids): Element =>
  element('paragraph', { eId: ids.id(paragraphId(line)), wId: line.id }, [
    number(line),
    element('content', { eId: ids.id(`${paragraphId(line)}__content`) }, [
      element('p', {}, words(line, language)),
    ]),
  ])

const number = ({ label }: Pick<Line, 'label'>): Content => (label ? element('num', {}, `${label}.`) : null)

/** The opening in italics, as it is set; the punctuation apart, since it is no part of the words. */
function words({ text, end }: Pick<Line, 'text' | 'end'>, language: string): Content {
  const opening = openingLength(text, language)
  return [
    opening > 0 ? element('i', {}, text.slice(0, opening)) : null,
    withBreaks(text.slice(opening)),
    end ? element('inline', { name: 'punctuation' }, end) : null,
  ]
}
