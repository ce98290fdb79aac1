import type { word as english } from './en.word.ts'

export const word: typeof english = {
  views: {
    text: '',
    compilation: 'Compilation des propositions',
    amended: (ids: string) => `Texte modifié par ${ids}`,
    comparison: (from: string, to: string) => `Modifications de ${from} à ${to}`,
    comparisonToNow: (from: string, day: string) => `Modifications de ${from} au texte du ${day}`,
  },
  original: (language: string) => `Original : ${language}`,
  punctuation: (desk: string) => `${desk} (ponctuation)`,
  revision: (n: number) => `révision ${n}`,
  amends: (id: string) => `modifie ${id}`,
  positions: (stand: string, codes: readonly string[]) => `${stand} : ${codes.join(', ')}`,
  alsoDeletes: (id: string) => `${id} supprime aussi ces mots.`,
  movesToo: (id: string, after: string | null) =>
    after === null
      ? `${id} déplace aussi cet alinéa : avant tous les autres.`
      : `${id} déplace aussi cet alinéa : après l’alinéa ${after}.`,
  quoted: (words: string) => `« ${words} »`,
}
