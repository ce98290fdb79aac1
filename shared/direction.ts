/** Which way the writing runs, for whoever shows it. */
export type Direction = 'ltr' | 'rtl'

const RIGHT_TO_LEFT = /^(ar|fa|he|ps|ur)\b/

export const directionOf = (language: string): Direction => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr')

/** Of words whose language nobody named: that of their first letter. */
export const directionIn = (words: string): Direction =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(words)
    ? 'rtl'
    : 'ltr'
