import type { EditorView } from 'prosemirror-view'
import type * as Y from 'yjs'
import { type Edits, type Hunk, movesOfText } from '../../shared/edits.ts'
import type { BlockId } from '../../shared/ids.ts'
import type { RawEdit } from '../../shared/words.ts'
import { beginStep } from './history.ts'
import type { OwnEdits } from './ownEdits.ts'
import { positionOf } from './schema.ts'
import { addClause, moveClause, newClauseId } from './structure.ts'

/** Words of a proposal are taken into a draft: what the draft says in their place gives way, and nothing else. */

/**
 * One change, as an edit of the words of the draft's clause. `text` is the clause as it stands, `own` what the draft
 * changes in it: where both touch, the text comes back around the change.
 */
export function takenOver(text: string, own: readonly RawEdit[], { from, to, insert }: RawEdit): RawEdit {
  const near = own.filter((it) => it.from <= to && from <= it.to)
  const start = Math.min(from, ...near.map((it) => it.from))
  const end = Math.max(to, ...near.map((it) => it.to))
  const before = own.filter((it) => it.to <= start && !near.includes(it))
  const at = start + grown(before)
  return {
    from: at,
    to: at + (end - start) + grown(near),
    insert: text.slice(start, from) + insert + text.slice(to, end),
  }
}

const grown = (edits: readonly RawEdit[]): number =>
  edits.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0)

/** Takes all changes of the proposal into the draft, as one step of its history. */
export function take(view: EditorView, draft: Y.Doc, own: OwnEdits, edits: Edits): void {
  const { hunks, added } = edits
  beginStep(view.state)
  for (const hunk of hunks) takeHunk(view, own, hunk)
  const names = new Map<BlockId, BlockId>()
  for (const { id, after, text } of added) {
    const name = newClauseId()
    names.set(id, name)
    const place = after === null ? view.state.doc.firstChild?.attrs['id'] : (names.get(after) ?? after)
    addClause(draft, String(place ?? ''), name)
    const at = positionOf(view.state.doc, name)
    if (at !== null) view.dispatch(view.state.tr.insertText(text, at + 1))
  }
  for (const { clause, after } of movesOfText(edits)) {
    moveClause(draft, clause, after && (names.get(after) ?? after))
  }
}

function takeHunk(view: EditorView, own: OwnEdits, hunk: Hunk): void {
  const at = positionOf(view.state.doc, hunk.clause)
  const text = own.blocks.find(({ id }) => id === hunk.clause)?.text
  if (at === null || text === undefined) return
  const mine = own.now().hunks.filter(({ clause }) => clause === hunk.clause)
  const { from, to, insert } = takenOver(text, mine, hunk)
  const place = at + 1 + from
  view.dispatch(view.state.tr.insertText(insert, place, at + 1 + to))
  // The focus stays where one chose: the editor scrolls to nothing by itself.
  const { node } = view.domAtPos(place)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}
