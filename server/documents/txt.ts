import { readMoment } from '../../shared/moment.ts'
import { clean, labelsOf, numbered } from '../../shared/projection.ts'
import type { Dossier } from './dossier.ts'
import type { Content } from './made.ts'

/** The title, an empty line, and each clause on a line of its own. */
export function plainText({ moment, record }: Dossier): Content {
  const lines = clean(readMoment(moment), labelsOf(record), record.declaration.punctuation)
  const text = lines
    .filter(({ text }) => text !== '')
    .map(({ kind, label, text, end }) => {
      // A line break within a clause would look like another clause.
      const words = numbered(label, (text + end).replaceAll(/\s*\n\s*/g, ' '))
      return kind === 'title' ? `${words}\n\n` : `${words}\n`
    })
  return { bytes: new TextEncoder().encode(text.join('')), type: 'text/plain; charset=utf-8' }
}
