/** What stands around a clause's words where they are written out, and is derived when they are shown. */

/** Without the number or bullet before it, and the punctuation after it. */
export const bareClause = (paragraph: string): string =>
  paragraph.trim().replace(NUMBER, '').replace(END, '').trim()

const NUMBER = /^(?:\(?\d{1,3}(?:\s(?:bis|ter|quater))?[.)]\s+|[•–—-]\s+)/u
const END = /\s*(?:[;,؛](?:\s+(?:and|et|y|e))?|\.)\s*$/u
