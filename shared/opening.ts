import { SCALES } from './scales.ts'

/**
 * The opening word of a clause carries its strength: "urges" binds more than "calls upon". It is set in italics;
 * which words belong to it is derived from the language's list of customary openings.
 */
const OPENINGS: Readonly<{ [language: string]: readonly string[] }> = {
  en: [
    ...['Having considered', 'Having examined', 'Having adopted', 'Bearing in mind', 'Guided by'],
    ...['Expresses its appreciation', 'Expresses its gratitude', 'Further recalling', 'Also recalling'],
  ],
  fr: [
    ...['Ayant à l’esprit', "Ayant à l'esprit", 'Ayant examiné', 'Ayant adopté', 'Ayant entendu'],
    ...['Guidé par', 'Guidée par', 'Guidés par', 'Guidées par', 'Gardant à l’esprit', "Gardant à l'esprit"],
    ...['Rappelant également', 'Rappelant en outre', 'Tenant compte'],
  ],
}

/** Of one language, the longest first: of two that begin alike the longer is meant. */
const phrasesOf = (language: string): readonly string[] =>
  [...(OPENINGS[language] ?? []), ...(SCALES[language] ?? []).flat(2)].sort((a, b) => b.length - a.length)

const PHRASES = new Map(Object.keys(SCALES).map((language) => [language, phrasesOf(language)]))

/** How many UTF-16 units at the beginning of the clause are its opening; 0 for a clause with no words. */
export function openingLength(text: string, language: string): number {
  const lower = text.toLocaleLowerCase(language)
  const phrase = (PHRASES.get(language.slice(0, 2)) ?? []).find((it) => startsWithWords(lower, it, language))
  return phrase?.length ?? text.match(/^[\p{L}\p{M}'’-]+/u)?.[0].length ?? 0
}

function startsWithWords(lower: string, phrase: string, language: string): boolean {
  return (
    lower.startsWith(phrase.toLocaleLowerCase(language)) && !/^[\p{L}\p{M}]/u.test(lower.slice(phrase.length))
  )
}
