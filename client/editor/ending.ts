import type { EditorState } from 'prosemirror-state'
import { clean } from '../../shared/projection.ts'
import type { Around } from './around.ts'
import { blocksOf, idOf } from './schema.ts'

/** What stands after a clause is derived, and set after the words by itself: nobody needs to type it. */

/** `;` or `.`: what is set after the clause where the caret stands at its end; null elsewhere. */
export function endHere(
  { doc, selection: { $to } }: EditorState,
  { labels, punctuation }: Pick<Around, 'labels' | 'punctuation'>,
): string | null {
  const { parent } = $to
  if (parent.type.name !== 'clause' || $to.parentOffset < parent.content.size || $to.parentOffset === 0)
    return null
  const line = clean(blocksOf(doc), labels, punctuation).find(({ id }) => id === idOf(parent))
  return line?.end.trim().charAt(0) || null
}

/** The words without the mark at their end. */
export function withoutEnd(words: string, mark: string): string {
  const bare = words.trimEnd()
  return bare.endsWith(mark) ? bare.slice(0, -mark.length).trimEnd() : words
}

/** Holds a mark back where it is set already. A point may be meant otherwise: typed once more, it is let through. */
export class HeldBack {
  private last = ''

  /** True: it is not to be typed. */
  holds(state: EditorState, words: string, around: Pick<Around, 'labels' | 'punctuation'>): boolean {
    const mark = endHere(state, around)
    const place = `${words} ${state.selection.to}`
    const isAgain = this.last === place && words !== ';'
    this.last = ''
    if (mark === null || words.trim() !== mark || isAgain) return false
    this.last = place
    return true
  }
}
