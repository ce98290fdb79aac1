import { directionOf } from '../../../shared/direction.ts'

/** `3 bis.` reads from left to right, whatever stands beside it. */
export function labelled(label: string, language: string): string {
  if (label === '') return ''
  return directionOf(language) === 'rtl' ? `\u2066${label}\u2069.` : `${label}.`
}
