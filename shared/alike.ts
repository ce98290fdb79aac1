import { applyEdits, type Edits } from './edits.ts'
import type { Block } from './text.ts'

/**
 * Whether two amendments come to the same text, word for word and in the same order, however their words were cut
 * into changes. A new clause has no name that anybody reads: what it is called says nothing.
 */
export function isAlike(text: readonly Block[], a: Edits, b: Edits): boolean {
  const standing = new Set(text.map(({ id }) => id))
  const [one, other] = [a, b].map((edits) => outcome(text, edits, standing))
  return one === other
}

const outcome = (text: readonly Block[], edits: Edits, standing: ReadonlySet<string>): string =>
  JSON.stringify(
    applyEdits(text, edits).map(({ id, kind, text: words }) => [
      standing.has(id) ? id : '',
      kind,
      words.trim(),
    ]),
  )
