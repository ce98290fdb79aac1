/**
 * The opening word of a clause carries its strength: "urges" binds more than "calls upon". It is set in italics;
 * which words belong to it is derived from the language's list of customary openings.
 */
const OPENINGS: Readonly<{ [language: string]: readonly string[] }> = {
  en: [
    ...[
      'Having considered',
      'Having examined',
      'Having adopted',
      'Bearing in mind',
      'Taking note',
      'Takes note',
    ],
    ...['Guided by', 'Calls upon', 'Appealing to', 'Calling upon'],
  ],
  fr: [
    ...[
      'Ayant à l’esprit',
      "Ayant à l'esprit",
      'Ayant examiné',
      'Prenant note',
      'Prend note',
      'Se félicitant',
    ],
    ...[
      'Se félicite',
      'Fait sien',
      'Demande instamment',
      'Demande à',
      'Guidé par',
      'Guidée par',
      'Guidés par',
    ],
  ],
}

/** How many UTF-16 units at the beginning of the clause are its opening; 0 for a clause with no words. */
export function openingLength(text: string, language: string): number {
  const lower = text.toLocaleLowerCase(language)
  const phrase = (OPENINGS[language.slice(0, 2)] ?? []).find((it) => startsWithWords(lower, it, language))
  return phrase?.length ?? text.match(/^[\p{L}\p{M}'’-]+/u)?.[0].length ?? 0
}

function startsWithWords(lower: string, phrase: string, language: string): boolean {
  return (
    lower.startsWith(phrase.toLocaleLowerCase(language)) && !/^[\p{L}\p{M}]/u.test(lower.slice(phrase.length))
  )
}
