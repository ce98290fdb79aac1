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
export function tidy(text: string, { from, to, insert }: RawEdit): RawEdit[] {
  if (from === to) return insert === '' ? [] : [{ from, to, insert }]
  const edits: RawEdit[] = []
  let at = from
  for (const part of diffArrays(tokens(text.slice(from, to)), tokens(insert))) {
    const words = part.value.join('')
    if (part.added) grow(text, edits, { from: at, to: at, insert: words })
    else if (part.removed) {
      grow(text, edits, { from: at, to: at + words.length, insert: '' })
      at += words.length
    } else at += words.length
  }
  return edits
}

const tokens = (words: string): string[] => words.match(TOKEN) ?? []

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
