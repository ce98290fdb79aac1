import type { Hunk } from '../../shared/edits.ts'

/** Words of a redline in one line; `gap` stands for words that are left out. */
export interface ExcerptSpan {
  readonly op: 'kept' | 'deleted' | 'inserted' | 'gap'
  readonly text: string
}

/** How many characters before and after a change are shown, at most. */
const AROUND = 56

/** The changes in their place in the clause, with what stands around them. */
export function excerpt(text: string, hunks: readonly Hunk[], around = AROUND): ExcerptSpan[] {
  const spans: ExcerptSpan[] = []
  let at = 0
  const ordered = [...hunks].sort((a, b) => a.from - b.from)
  for (const [index, { from, to, was, insert }] of ordered.entries()) {
    spans.push(...between(text, at, from, index === 0 ? 'before' : 'within', around))
    if (was !== '') spans.push({ op: 'deleted', text: was })
    if (insert !== '') spans.push({ op: 'inserted', text: insert })
    at = to
  }
  return [...spans, ...between(text, at, text.length, 'after', around)]
}

/** Spans of a whole clause, with what is kept cut down to what stands around the changes. */
export const shortened = (spans: readonly ExcerptSpan[], around = AROUND): ExcerptSpan[] =>
  spans.flatMap(({ op, text }, index) => {
    if (op !== 'kept') return [{ op, text }]
    const where = index === 0 ? 'before' : index === spans.length - 1 ? 'after' : 'within'
    return between(text, 0, text.length, where, around)
  })

/** The changes alone: for an amendment whose text has moved on. */
export const bareExcerpt = (hunks: readonly Hunk[]): ExcerptSpan[] =>
  hunks.flatMap(({ was, insert }, index) => [
    ...(index > 0 ? [{ op: 'gap' as const, text: ' … ' }] : []),
    ...(was === '' ? [] : [{ op: 'deleted' as const, text: was }]),
    ...(insert === '' ? [] : [{ op: 'inserted' as const, text: insert }]),
  ])

function between(
  text: string,
  from: number,
  to: number,
  where: 'before' | 'within' | 'after',
  around: number,
): ExcerptSpan[] {
  const words = text.slice(from, to)
  const kept = (part: string): ExcerptSpan[] => (part === '' ? [] : [{ op: 'kept', text: part }])
  const gap: ExcerptSpan = { op: 'gap', text: ' … ' }
  const limit = where === 'within' ? 2 * around : around
  if (words.length <= limit + 12) return kept(words)
  const head = kept(words.slice(0, wordEndBefore(words, around)))
  const tail = kept(words.slice(wordStartAfter(words, words.length - around)))
  if (where === 'before') return [gap, ...tail]
  return where === 'after' ? [...head, gap] : [...head, gap, ...tail]
}

/** No word is cut: back to the last space, or on to the next. */
const wordEndBefore = (words: string, at: number): number => {
  const space = words.lastIndexOf(' ', at)
  return space > 0 ? space : at
}

const wordStartAfter = (words: string, at: number): number => {
  const space = words.indexOf(' ', at)
  return space >= 0 ? space + 1 : at
}
