import type { Labels } from './numbering.ts'
import { newLabels } from './numbering.ts'
import type { Punctuation, Record } from './record.ts'
import type { Block } from './text.ts'

/** How the text is shown: with labels and punctuation, which are derived. With proposals in brackets: `compilation.ts`. */

export interface Line extends Block {
  readonly label: string
  /** What stands after the clause; empty for the title and for a clause with no words. */
  readonly end: string
}

/** The clean text: what stands, labelled and punctuated. */
export function clean(blocks: readonly Block[], labels: Labels, punctuation: Punctuation): Line[] {
  const all = {
    ...labels,
    ...newLabels(
      blocks.map(({ id }) => id),
      labels,
    ),
  }
  const standing = blocks.filter(({ kind, text }) => kind === 'clause' && text !== '')
  return blocks.map((block) => ({
    ...block,
    label: all[block.id] ?? '',
    end: endOf(standing.indexOf(block), standing.length, punctuation),
  }))
}

/** What stands after the clause of that place among so many; nothing after what is no clause (-1). */
export function endOf(index: number, count: number, { between, beforeLast, last }: Punctuation): string {
  if (index < 0) return ''
  if (index === count - 1) return last
  return index === count - 2 ? beforeLast : between
}

export const labelsOf = ({ clauses }: Pick<Record, 'clauses'>): Labels =>
  Object.fromEntries(Object.entries(clauses).map(([id, { label }]) => [id, label]))

/** A line of the clean text with its label, as it is printed: `3. Soulignant …`. */
export const numbered = (label: string, words: string): string => (label ? `${label}. ${words}` : words)
