import { compiledPlain } from '../../shared/compilation.ts'
import { numbered } from '../../shared/projection.ts'
import { isRefusal } from '../../shared/refusal.ts'
import type { BlockKind } from '../../shared/text.ts'
import type { Content, Maker } from './made.ts'
import { cleanLines, compiledLines } from './views.ts'

export const textAsPlain: Maker = (dossier) =>
  asContent(cleanLines(dossier).map(({ text, end, ...line }) => ({ ...line, plain: text && text + end })))

export const compilationAsPlain: Maker = (dossier) => {
  const lines = compiledLines(dossier)
  if (isRefusal(lines)) return lines
  const { language } = dossier.record.declaration
  return asContent(lines.map((line) => ({ ...line, plain: compiledPlain(line, language) })))
}

export interface PlainLine {
  readonly kind: BlockKind
  readonly label: string
  readonly plain: string
}

/** The title, an empty line, and each clause on a line of its own; what has no words is left out. */
export const plainLines = (lines: readonly PlainLine[]): string =>
  lines
    .filter(({ plain }) => plain !== '')
    .map(({ kind, label, plain }) => {
      // A line break within a clause would look like another clause.
      const words = numbered(label, plain.replaceAll(/\s*\n\s*/g, ' '))
      return kind === 'title' ? `${words}\n\n` : `${words}\n`
    })
    .join('')

const asContent = (lines: readonly PlainLine[]): Content => ({
  bytes: new TextEncoder().encode(plainLines(lines)),
  type: 'text/plain; charset=utf-8',
})
