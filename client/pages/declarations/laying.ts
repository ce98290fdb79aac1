import type { Punctuation } from '../../../shared/record.ts'

/** What a pasted text becomes when it is laid before the meeting. */

/** Those of the United Nations. */
export const TEXT_LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const
export type TextLanguage = (typeof TEXT_LANGUAGES)[number]

const PUNCTUATION: Readonly<{ [language: string]: Punctuation }> = {
  fr: { between: '\u202f;', beforeLast: '\u202f; et', last: '.' },
  es: { between: ';', beforeLast: '; y', last: '.' },
  ar: { between: '؛', beforeLast: '؛', last: '.' },
}

const USUAL: Punctuation = { between: ';', beforeLast: '; and', last: '.' }

export const punctuationOf = (language: string): Punctuation => PUNCTUATION[language] ?? USUAL

/** `high-level-declaration-fr` from the title and the language, at most 64 characters. */
export function idFor(title: string, language: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  const id = `${words}-${language.toLowerCase()}`.replace(/^-+/, '')
  if (id.length <= 64) return id
  return `${words.slice(0, 63 - language.length).replace(/-+$/, '')}-${language.toLowerCase()}`.replace(
    /^-+/,
    '',
  )
}
