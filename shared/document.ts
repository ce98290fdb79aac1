import type { Roll } from './api.ts'
import type { AmendmentId } from './ids.ts'

/** What leaves the room as a file. Menu, server and command line read the one table. */

export const DOCUMENT_KINDS = [
  /** The text without proposals. */
  'text',
  /** With every pending proposal in its place. */
  'compilation',
  /** As some amendments would leave it, and what they change. */
  'amended',
  /** What changed between two versions. */
  'comparison',
  /** Every amendment that was tabled. */
  'amendments',
  /** Where every proposed word is (rule A5). */
  'account',
  /** Who endorsed. */
  'roll',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const DOCUMENT_FORMATS = ['docx', 'pdf', 'akn', 'html', 'txt', 'json', 'csv'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

/** Which formats there are of what, the most asked for first. */
export const DOCUMENTS: { readonly [kind in DocumentKind]: readonly DocumentFormat[] } = {
  text: ['docx', 'pdf', 'akn', 'html', 'txt', 'json'],
  compilation: ['docx', 'pdf', 'html', 'txt', 'json'],
  amended: ['docx', 'pdf', 'html', 'json'],
  comparison: ['docx', 'pdf', 'html', 'json'],
  amendments: ['akn', 'html', 'csv', 'json'],
  account: ['pdf', 'html', 'json'],
  roll: ['pdf', 'html', 'csv', 'json'],
}

/** In which the labels of a document are, and the names of States; the text keeps its own language. */
export const LABEL_LANGUAGES = ['en', 'fr'] as const
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number]

/** What is asked for. */
export interface DocumentQuery {
  readonly what: DocumentKind
  readonly format: DocumentFormat
  /** A version; null for the text as it stands. */
  readonly version: number | null
  /** Of a comparison: the earlier version. */
  readonly from: number | null
  /** Of the text as amended: by which amendments, in the order in which they would be accepted. */
  readonly with: readonly AmendmentId[]
  readonly language: LabelLanguage
}

/** The four things that a roll counts. */
export type Counted = Pick<Roll, 'invited' | 'accredited' | 'present'>
