import type { Amendment } from '../../../shared/amendment.ts'
import type { AmendmentId, Instant } from '../../../shared/ids.ts'
import type { DeclarationHead } from '../../../shared/record.ts'

/** The names that Akoma Ntoso gives to documents and to their parts (its Naming Convention, for the United Nations). */

/** Ids within one document; of one that stands within another, each begins with the place where it stands there. */
export interface Ids {
  readonly id: (name: string) => string
  readonly ref: (name: string) => string
}

export const idsIn = (component: string): Ids => {
  const id = (name: string) => (component ? `${component}__${name}` : name)
  return { id, ref: (name) => `#${id(name)}` }
}

/** A work in one of its expressions: in one language, at one moment. */
export interface Named {
  readonly work: string
  readonly expression: string
}

export function textNames(
  { symbol, language }: DeclarationHead,
  times: { readonly laid: Instant; readonly at: Instant },
): Named {
  const work = `/akn/un/statement/declaration/${dayOf(times.laid)}/${slug(symbol)}`
  return { work, expression: expressionOf(work, language, times.at) }
}

/** Of the wording in force. */
export function amendmentNames({ symbol, language }: DeclarationHead, amendment: Amendment): Named {
  const work = amendmentWork({ symbol }, amendment)
  const last = amendment.revisions.at(-1) ?? amendment.revisions[0]
  return { work, expression: expressionOf(work, language, last.at) }
}

export const amendmentWork = (
  { symbol }: Pick<DeclarationHead, 'symbol'>,
  { id, revisions }: { readonly id: AmendmentId; readonly revisions: Amendment['revisions'] },
): string => `/akn/un/amendment/${dayOf(revisions[0].at)}/${slug(symbol)}-${id}`

export const listWork = (
  { symbol }: Pick<DeclarationHead, 'symbol'>,
  { laid }: { readonly laid: Instant },
): string => `/akn/un/amendmentList/${dayOf(laid)}/${slug(symbol)}`

export const expressionOf = (work: string, language: string, at: Instant): string =>
  `${work}/${languageOf(language)}@${secondOf(at)}`

export const dayOf = (at: Instant): string => at.slice(0, 10)
const secondOf = (at: Instant): string => `${at.slice(0, 19)}Z`

const slug = (symbol: string): string => symbol.replaceAll(/[^A-Za-z0-9.]+/g, '-')

/** ISO 639-2 has three letters. A language that is not one of the United Nations stays as it is tagged. */
export const languageOf = (tag: string): string => THREE_LETTERS[tag.slice(0, 2)] ?? tag

const THREE_LETTERS: Readonly<{ [language: string]: string }> = {
  ...{ ar: 'ara', en: 'eng', es: 'spa', fr: 'fra', ru: 'rus', zh: 'zho' },
}
