import { diffArrays } from 'diff'

/** Negotiators change words, not letters: edits are widened to whole words, and words put back cancel out. */

/** In a line of words, those at `[from, to)` (UTF-16 units) give way to `insert`. */
export interface RawEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

const LETTER = /^[\p{L}\p{N}\p{M}'’-]$/u
const LETTERS = /^[\p{L}\p{N}\p{M}'’-]*$/u
const TOKEN = /[\p{L}\p{N}\p{M}'’-]+|\s+|./gsu
const SPACE = /^\s*$/

/** The range, widened outwards to where no word of `text` is cut in two. */
export function widen(text: string, from: number, to: number): [from: number, to: number] {
  const cutsAt = (at: number) => LETTER.test(before(text, at)) && LETTER.test(after(text, at))
  return [cutsAt(from) ? wordStart(text, from) : from, cutsAt(to) ? wordEnd(text, to) : to]
}

/**
 * The same edits on whole words. They come and go in order and without overlap; applied to `text` both give the
 * same. Edits in one word, or with nothing but space between them, become one edit: how somebody's keystrokes
 * fell, and which of two spaces was there first, is nothing to a reader.
 */
export function wholeWords(text: string, edits: readonly RawEdit[]): RawEdit[] {
  const wide = withoutGaps(text, edits).map((edit) => toWords(text, edit))
  return withoutGaps(text, wide)
}

function withoutGaps(text: string, edits: readonly RawEdit[]): RawEdit[] {
  const result: RawEdit[] = []
  for (const edit of edits) {
    const last = result.at(-1)
    const gap = last ? text.slice(last.to, edit.from) : ''
    if (last && isOne(gap)) {
      result[result.length - 1] = { from: last.from, to: edit.to, insert: last.insert + gap + edit.insert }
    } else result.push(edit)
  }
  return result
}

/** Changes on both sides of a piece of a word, or of nothing but space, are one change. */
const isOne = (gap: string): boolean => LETTERS.test(gap) || SPACE.test(gap)

/** What the edit newly covers is kept in what it inserts. */
function toWords(text: string, { from, to, insert }: RawEdit): RawEdit {
  const first = after(insert, 0) || after(text, to)
  const last = before(insert, insert.length) || before(text, from)
  const joinsBefore =
    LETTER.test(before(text, from)) && (LETTER.test(after(text, from)) || LETTER.test(first))
  const joinsAfter = LETTER.test(after(text, to)) && (LETTER.test(before(text, to)) || LETTER.test(last))
  const start = joinsBefore ? wordStart(text, from) : from
  const end = joinsAfter ? wordEnd(text, to) : to
  return { from: start, to: end, insert: text.slice(start, from) + insert + text.slice(to, end) }
}

/**
 * Cuts an edit down to the words that really change. Undo puts copies where words were deleted: by item ids
 * all of it is new, to a reader nothing has changed.
 */
export function tidy(text: string, edit: RawEdit): RawEdit[] {
  const cut = trim(text, edit)
  if (!cut) return []
  const gone = tokens(text.slice(cut.from, cut.to))
  const come = tokens(cut.insert)
  // Joining changes over a space may have taken in a space that needn't change.
  return shareWords(gone, come)
    ? changesOf(text, cut.from, gone, come).flatMap((change) => trim(text, change) ?? [])
    : [cut]
}

/** The edit without what it keeps at its beginning and its end; null where it keeps everything. */
function trim(text: string, { from, to, insert }: RawEdit): RawEdit | null {
  if (from === to) return insert === '' ? null : { from, to, insert }
  const was = tokens(text.slice(from, to))
  const now = tokens(insert)
  const [start, end] = commonEnds(was, now)
  const come = now.slice(start, now.length - end).join('')
  const cut = {
    from: from + lengthOf(was.slice(0, start)),
    to: to - lengthOf(was.slice(was.length - end)),
    insert: come,
  }
  return cut.from === cut.to && come === '' ? null : cut
}

/** Cuts a replacement that keeps some of its words into the changes around them. */
function changesOf(text: string, first: number, gone: string[], come: string[]): RawEdit[] {
  const edits: RawEdit[] = []
  let at = first
  for (const part of diffArrays(gone, come)) {
    const words = part.value.join('')
    if (part.added) grow(text, edits, { from: at, to: at, insert: words })
    else if (part.removed) {
      grow(text, edits, { from: at, to: at + words.length, insert: '' })
      at += words.length
    } else at += words.length
  }
  return edits
}

/** How many tokens two lists share at their beginning and at their end. */
function commonEnds(a: readonly string[], b: readonly string[]): [start: number, end: number] {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [start, end]
}

/** Whether more than spaces could be kept. Most replacements keep nothing, and then there is nothing to compare. */
function shareWords(a: readonly string[], b: readonly string[]): boolean {
  const words = new Set(b)
  return a.some((token) => !SPACE.test(token) && words.has(token))
}

const lengthOf = (list: readonly string[]): number => list.reduce((sum, { length }) => sum + length, 0)

export const tokens = (words: string): string[] => words.match(TOKEN) ?? []

/** Adds an edit to those before it. */
function grow(text: string, edits: RawEdit[], edit: RawEdit): void {
  const last = edits.at(-1)
  const gap = last ? text.slice(last.to, edit.from) : ''
  if (last && isOne(gap)) {
    edits[edits.length - 1] = { from: last.from, to: edit.to, insert: last.insert + gap + edit.insert }
  } else edits.push(edit)
}

function wordStart(text: string, at: number): number {
  for (let letter = before(text, at); LETTER.test(letter); letter = before(text, at)) at -= letter.length
  return at
}

function wordEnd(text: string, at: number): number {
  for (let letter = after(text, at); LETTER.test(letter); letter = after(text, at)) at += letter.length
  return at
}

/** The whole character that ends at `at`, or nothing. */
function before(text: string, at: number): string {
  const isPair = at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff
  return at > 0 ? text.slice(at - (isPair ? 2 : 1), at) : ''
}

/** The whole character that begins at `at`, or nothing. */
const after = (text: string, at: number): string => {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}
