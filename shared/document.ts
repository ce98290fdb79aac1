import { z } from 'zod'
import type { Roll } from './api.ts'
import { AMENDMENT_ID, type AmendmentId } from './ids.ts'

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
  text: ['txt'],
  compilation: [],
  amended: [],
  comparison: [],
  amendments: [],
  account: [],
  roll: [],
}

/** In which the labels of a document are, and the names of States; the text keeps its own language. */
export const LABEL_LANGUAGES = ['en', 'fr'] as const
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number]

const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)

/** As a query says it. */
export const DocumentAsked = z.object({
  what: z.enum(DOCUMENT_KINDS).default('text').describe('What the document shows.'),
  format: z.enum(DOCUMENT_FORMATS).default('txt').describe('The kind of file.'),
  version: number.nullable().default(null).describe('A version; without it, as it stands now.'),
  from: number.nullable().default(null).describe('For `comparison`: the earlier version.'),
  with: z
    .string()
    .transform((ids): AmendmentId[] => ids.split(',').filter((id) => id !== ''))
    .pipe(z.array(z.string().regex(AMENDMENT_ID)).max(400))
    .default([])
    .describe('For `amended`: the amendments, joined by commas.'),
  language: z.enum(LABEL_LANGUAGES).default('en').describe('Of labels and of names of States.'),
})
export type DocumentQuery = z.output<typeof DocumentAsked>

/** The four things that a roll counts. */
export type Counted = Pick<Roll, 'invited' | 'accredited' | 'present'>
