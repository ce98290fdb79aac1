import type { Line } from '../../../shared/projection.ts'

/** Which clauses open a text with what it rests on, and which say what it is for. */
export interface Divided {
  readonly preamble: readonly Line[]
  readonly body: readonly Line[]
}

/**
 * The preamble is the clauses at the beginning that open with a participle, as long as there are others after them. A
 * declaration in which all do so, as those of ministers often are, is one body without a preamble.
 */
export function divided(clauses: readonly Line[], language: string): Divided {
  const opens = PARTICIPLES[language.slice(0, 2)]
  const first = clauses.findIndex(({ text }) => !opens?.test(text))
  const at = Math.max(0, first)
  return { preamble: clauses.slice(0, at), body: clauses.slice(at) }
}

const PARTICIPLES: Readonly<{ [language: string]: RegExp }> = {
  en: /^(?:\p{L}+ly )?(?:\p{L}+ing|Concerned|Convinced|Determined|Guided|Mindful|Aware|Alarmed|Encouraged)\b/u,
  fr: /^(?:\p{L}+ment )?(?:\p{L}+ant|Guidée?s?|Convaincue?s?|Préoccupée?s?|Résolue?s?|Conscients?|Soucieux)(?!\p{L})/u,
  es: /^(?:\p{L}+mente )?(?:\p{L}+[aei]ndo|Guiad[oa]s?|Convencid[oa]s?|Preocupad[oa]s?|Consciente)(?!\p{L})/u,
}
