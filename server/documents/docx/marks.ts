import { z } from 'zod'
import { DOCUMENT_KINDS, type DocumentQuery, LABEL_LANGUAGES } from '../../../shared/document.ts'
import { sha256Of } from '../../../shared/hash.ts'
import { AMENDMENT_ID, type BlockId, DECLARATION_ID, SHA256 } from '../../../shared/ids.ts'
import { freezeMoment } from '../../../shared/moment.ts'
import { versionHash } from '../../../shared/version.ts'
import type { Dossier } from '../dossier.ts'

/**
 * What an issued file says of itself, in its custom properties, so that it is known again when it comes back: which
 * words of which declaration it was made of, and how it shows them. Written and read here and nowhere else.
 */
export interface Marks {
  readonly declaration: string
  /** Number of the public act right after which the text stood like this: `Past.at` gives that moment again. */
  readonly act: number
  /** The version that was asked for; null for the text as it stood. */
  readonly version: number | null
  /** Of the words that the text had at that moment, as a version's: `versionHash`. */
  readonly hash: string
  readonly view: DocumentQuery['what']
  /** Of a comparison: the earlier version. */
  readonly from: number | null
  /** Of the text as amended: by which amendments. */
  readonly with: readonly string[]
  /** In which its labels are, and the names of States. */
  readonly language: DocumentQuery['language']
}

export function marksOf(
  { moment, record, version }: Pick<Dossier, 'moment' | 'record' | 'version'>,
  { what, from, with: amendments, language }: DocumentQuery,
): Marks {
  return {
    declaration: record.declaration.id,
    act: moment.act,
    version: version?.number ?? null,
    hash: version?.hash ?? versionHash(freezeMoment(moment).words),
    ...{ view: what, from, with: amendments, language },
  }
}

/** Word and LibreOffice both keep them when they save the file. */
const NAMES: { readonly [mark in keyof Marks]: string } = {
  declaration: 'paraph.declaration',
  act: 'paraph.act',
  version: 'paraph.version',
  hash: 'paraph.hash',
  view: 'paraph.view',
  from: 'paraph.from',
  with: 'paraph.with',
  language: 'paraph.language',
}

/** As `name` and `value` of custom properties; what is not there is the empty string. */
export const propertiesOf = (marks: Marks): { name: string; value: string }[] =>
  Object.entries(NAMES).map(([mark, name]) => ({ name, value: written(marks[mark as keyof Marks]) }))

const written = (value: Marks[keyof Marks]): string =>
  typeof value === 'object' && value !== null ? value.join(' ') : String(value ?? '')

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const wholeOrNone = z.union([z.literal('').transform(() => null), whole])

const Written = z.object({
  declaration: z.string().max(64).regex(DECLARATION_ID),
  act: whole,
  version: wholeOrNone,
  hash: z.string().regex(SHA256),
  view: z.enum(DOCUMENT_KINDS),
  from: wholeOrNone,
  with: z
    .string()
    .transform((ids) => ids.split(' ').filter((id) => id !== ''))
    .pipe(z.array(z.string().regex(AMENDMENT_ID)).max(400)),
  language: z.enum(LABEL_LANGUAGES),
})

/** From custom properties by name, whoever wrote them; null where no file of ours says so of itself. */
export function readMarks(properties: ReadonlyMap<string, string>): Marks | null {
  const found = Object.entries(NAMES).map(([mark, name]) => [mark, properties.get(name)])
  return Written.safeParse(Object.fromEntries(found)).data ?? null
}

/**
 * The bookmark around a clause's words, which names its block: without its number before them, nor the punctuation after
 * them. Word takes letters, digits and underscores, forty at most, and reads A as a.
 */
export const bookmarkOf = (block: BlockId): string =>
  /^[a-z0-9_]{1,33}$/.test(block) ? `clause_${block}` : `hashed_${sha256Of(block).slice(0, 32)}`

/** Which of these blocks the bookmark names; null for a bookmark of somebody else's. */
export const blockOf = (bookmark: string, among: Iterable<BlockId>): BlockId | null =>
  [...among].find((block) => bookmarkOf(block) === bookmark) ?? null
