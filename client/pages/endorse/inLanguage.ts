/** Of the languages of a text, the reader's, where it is one of them: `fr-CA` is read by whoever reads `fr`. */
export const inLanguage = (all: readonly string[], own: string): string | null =>
  all.find((it) => primary(it) === primary(own)) ?? null

const primary = (language: string): string => language.split('-')[0] ?? ''
