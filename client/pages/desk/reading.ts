import type { RawEdit } from '../../../shared/words.ts'
import type { RedlinePiece } from '../../design/parts/Redline.tsx'

/** How the clause would read: the text with the hunks shown in their places. */
export function readingOf(text: string, hunks: readonly RawEdit[]): RedlinePiece[] {
  const pieces: RedlinePiece[] = []
  const push = (op: RedlinePiece['op'], words: string) => {
    if (words !== '') pieces.push({ op, text: words, amendment: null })
  }
  let at = 0
  for (const { from, to, insert } of [...hunks].sort((a, b) => a.from - b.from)) {
    push('kept', text.slice(at, from))
    push('deleted', text.slice(from, to))
    push('inserted', insert)
    at = to
  }
  push('kept', text.slice(at))
  return pieces
}
