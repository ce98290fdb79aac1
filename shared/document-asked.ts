import { z } from 'zod'
import { DOCUMENT_FORMATS, DOCUMENT_KINDS, type DocumentQuery, LABEL_LANGUAGES } from './document.ts'
import { AMENDMENT_ID, type AmendmentId } from './ids.ts'

const number = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)

/** As an address says it. */
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
}) satisfies z.ZodType<DocumentQuery>
