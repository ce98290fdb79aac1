/** What stands around a clause's words where they are written out, and is derived when they are shown. */

/** Without the number or bullet before it, and the punctuation after it. */
export const bareClause = (paragraph: string): string =>
  paragraph.trim().replace(NUMBER, '').replace(END, '').trim()

/**
 * One clause for each paragraph. Where blank lines part the paragraphs, the lines between them belong together.
 */
export const clausesIn = (pasted: string): string[] =>
  paragraphsIn(pasted)
    .map(bareClause)
    .filter((clause) => clause !== '')

export function paragraphsIn(pasted: string): string[] {
  const text = pasted.replace(/\r\n?/g, '\n').trim()
  const paragraphs = /\n[^\S\n]*\n/.test(text) ? text.split(/\n[^\S\n]*\n/) : text.split('\n')
  const numbered = paragraphs.flatMap((paragraph) => paragraph.split(BEFORE_NUMBER))
  return numbered.map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
}

/** A line that begins with a number begins a clause. */
const BEFORE_NUMBER = /\n(?=\(?\d{1,3}(?:\s(?:bis|ter|quater))?[.)]\s)/u
const NUMBER = /^(?:\(?\d{1,3}(?:\s(?:bis|ter|quater))?[.)]\s+|[•–—-]\s+)/u
const END = /\s*(?:[;,؛](?:\s+(?:and|et|y|e))?|\.)\s*$/u
