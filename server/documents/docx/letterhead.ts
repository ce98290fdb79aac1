import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type IParagraphOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { LabelLanguage } from '../../../shared/document.ts'
import type { Dossier } from '../dossier.ts'
import type { Catalogue } from '../head.ts'
import { legible } from './body.ts'
import type { Marks } from './marks.ts'

/** A4 with the margins of a conference document; in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = { top: 1_418, bottom: 1_304, left: 1_701, right: 1_701, header: 680, footer: 624 }
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right

export const PAGES: ISectionPropertiesOptions = {
  page: { size: PAGE, margin: MARGIN },
  titlePage: true,
}

interface Letter {
  readonly dossier: Dossier
  readonly marks: Marks
  readonly language: LabelLanguage
  readonly say: Catalogue
}

/** The first page bears the meeting, the symbol and the stage; the others the symbol and the stage. */
export function headersOf({ dossier, language, say }: Letter): { first: Header; default: Header } {
  const { conference, record, version } = dossier
  const symbol = version?.symbol ?? record.declaration.symbol
  const stage = say.common.stages[record.stage]
  const name = conference.names[language] ?? conference.names['en'] ?? ''
  const at = version?.at ?? dossier.acts.at(-1)?.at ?? ''
  return {
    first: new Header({
      children: [
        line([words(name, { bold: true }), tab(), words(symbol, { bold: true, size: 28 })], RULED),
        line([words(`${conference.place}, ${dayOf(conference.date, language)}`), tab(), words(stage)]),
        line([tab(), words(dayOf(at, language))]),
        line([tab(), words(say.word.original(languageName(record.declaration.language, language)))]),
      ],
    }),
    default: new Header({ children: [line([words(symbol, { bold: true }), tab(), words(stage)], RULED)] }),
  }
}

/** What the words can be checked by, and the page. */
export function footersOf({ dossier, marks }: Letter): { first: Footer; default: Footer } {
  const check = `${new URL(dossier.origin).host} · ${marks.hash.slice(0, 16)}`
  const page = new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: SMALL })
  const foot = () =>
    new Footer({ children: [line([words(check, { color: '6b6b6b', size: 15 }), tab(), page])] })
  return { first: foot(), default: foot() }
}

const SMALL = 18

const words = (text: string, look: { bold?: boolean; size?: number; color?: string } = {}): TextRun =>
  new TextRun({ text: legible(text), size: SMALL, ...look })

const tab = (): TextRun => new TextRun({ text: '\t', size: SMALL })

const line = (children: TextRun[], look: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    children,
    ...{ alignment: AlignmentType.START, spacing: { after: 40 } },
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
    ...look,
  })

const RULED: Partial<IParagraphOptions> = {
  border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 4, color: '404040' } },
  spacing: { after: 120 },
}

export const dayOf = (at: string, language: LabelLanguage): string =>
  at
    ? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(new Date(at))
    : ''

const languageName = (code: string, language: LabelLanguage): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
