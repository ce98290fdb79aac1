import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model'
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { textIn } from '../../shared/characters.ts'
import { isFromDraft } from './binding.ts'
import { idOf, schema } from './schema.ts'

/**
 * Blocks are not the editor's to change: no typing, pasting or deleting may join, split, move, retype or remove
 * one. A transaction that would is rewritten as edits of the words within each block; a clause that loses all of
 * them is struck, and still stands.
 */
export function keepBlocks(state: EditorState, tr: Transaction): Transaction {
  if (!tr.docChanged || isFromDraft(tr) || sameBlocks(tr.before, tr.doc)) return tr
  const kept = state.tr
  const reach = reachOf(state, tr)
  if (!reach) return kept
  const { from, to, words } = reach
  for (const cut of cutsBetween(state.doc, from, to).reverse()) kept.delete(cut.from, cut.to)
  const at = placeForWords(kept.doc, from)
  if (words !== '') kept.insertText(words, at)
  return kept.setSelection(TextSelection.create(kept.doc, at + words.length)).scrollIntoView()
}

/** The same blocks in the same order; their words may differ. */
export function sameBlocks(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  for (let index = 0; index < before.childCount; index++) {
    const [a, b] = [before.child(index), after.child(index)]
    if (a.type !== b.type || idOf(a) !== idOf(b)) return false
  }
  return true
}

interface Reach {
  readonly from: number
  readonly to: number
  readonly words: string
}

/** What was meant: in the old document a stretch, in its place some words. Null where no words change. */
function reachOf({ selection }: EditorState, tr: Transaction): Reach | null {
  const changed = changedIn(tr)
  if (!changed) return null
  const { from, to } = selection.empty ? changed : selection
  // Steps over several blocks reach further than what was selected: they carry along what stays.
  const wide = { from: Math.min(from, changed.from), to: Math.max(to, changed.to) }
  const old = (start: number, end: number) => tr.before.textBetween(start, end, '\n')
  const carried = tr.doc.textBetween(tr.mapping.map(wide.from, -1), tr.mapping.map(wide.to, 1), '\n')
  const words = without(carried, old(wide.from, from), old(to, wide.to))
  if (words === old(from, to)) return null
  return selection.empty ? withoutTail(tr.before, { from, to, words }) : { from, to, words }
}

/**
 * A browser that joined two blocks by itself tells no selection; what both ends have in common at the end of the
 * last block stayed where it was.
 */
function withoutTail(doc: Node, { from, to, words }: Reach): Reach {
  const last = cutsBetween(doc, from, to).at(-1)
  const tail = last ? doc.textBetween(last.from, last.to) : ''
  let same = 0
  while (same < Math.min(tail.length, words.length) && tail.at(-1 - same) === words.at(-1 - same)) same++
  return { from, to: to - same, words: words.slice(0, words.length - same) }
}

/** The words without what stands before and after them. */
const without = (words: string, head: string, tail: string): string =>
  words.startsWith(head) && words.endsWith(tail) && words.length >= head.length + tail.length
    ? words.slice(head.length, words.length - tail.length)
    : words

/** The stretch of the old document that the steps touch. */
function changedIn({ mapping: { maps } }: Transaction): { from: number; to: number } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  for (const [index, map] of maps.entries()) {
    const back = (at: number, side: -1 | 1) =>
      maps.slice(0, index).reduceRight((place, earlier) => earlier.invert().map(place, side), at)
    map.forEach((start, end) => {
      from = Math.min(from, back(start, -1))
      to = Math.max(to, back(end, 1))
    })
  }
  return from > to ? null : { from, to }
}

function cutsBetween(doc: Node, from: number, to: number): { from: number; to: number }[] {
  const cuts: { from: number; to: number }[] = []
  doc.forEach((node, at) => {
    const start = Math.max(from, at + 1)
    const end = Math.min(to, at + 1 + node.content.size)
    if (end > start) cuts.push({ from: start, to: end })
  })
  return cuts
}

const placeForWords = (doc: Node, wanted: number): number => {
  const place = doc.resolve(Math.min(wanted, doc.content.size))
  return place.parent.isTextblock ? place.pos : TextSelection.near(place).from
}

/** What is pasted or dropped is plain words; blocks of it become lines. */
export function plainSlice(slice: Slice): Slice {
  return sliceOf(plainWords(slice.content.textBetween(0, slice.content.size, '\n')))
}

export const sliceOf = (words: string): Slice =>
  words === '' ? Slice.empty : new Slice(Fragment.from(schema.text(words)), 0, 0)

/** Line ends are `\n`, a tab is a space, and what can't stand in a declaration is left out: it would be refused. */
export const plainWords = (words: string): string =>
  textIn(words.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\t/g, ' '))

export type EnterMeans =
  /** At the end of a clause: a new one after it. */
  'new clause' | 'line break'

export function enterMeans({ selection }: EditorState): EnterMeans {
  const { $from, empty } = selection
  return empty && isAtEnd($from) ? 'new clause' : 'line break'
}

export type EdgeMeans =
  /** Not at an edge: the key does what it always does. */
  | 'ordinary'
  /** Nothing: blocks are not joined. */
  | 'stop'
  /** The clause is one's own and empty: it goes. */
  | 'remove clause'

/** What Backspace (-1) or Delete (1) means where the caret stands. `isOwn`: the text does not have this block. */
export function edgeMeans(
  { selection }: EditorState,
  direction: -1 | 1,
  isOwn: (node: Node) => boolean,
): EdgeMeans {
  const { $from, empty } = selection
  const atEdge = direction < 0 ? $from.parentOffset === 0 : isAtEnd($from)
  if (!empty || !atEdge || !$from.parent.isTextblock) return 'ordinary'
  return $from.parent.content.size === 0 && isOwn($from.parent) ? 'remove clause' : 'stop'
}

const isAtEnd = ($at: ResolvedPos): boolean =>
  $at.parent.isTextblock && $at.parentOffset === $at.parent.content.size
