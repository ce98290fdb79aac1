import type { Face } from './faces.ts'
import letters from './letters.json' with { type: 'json' }

/**
 * Words as a page can show them, with nothing left out: letters that no typeface here has, controls and other things that
 * can't be seen, or turn around what stands beside them, are shown by their number in Unicode. Very long words get
 * places at which a line may break.
 */
export function settable(words: string): string {
  const lines = words.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ')
  const shown = lines.split(ISOLATED).map((part, at) => (at % 2 === 0 ? drawn(part) : isolated(part)))
  return shown.join('').replaceAll(LONG, breakable)
}

/**
 * Words that are kept from turning around what stands beside them, and are closed. Within one another they are not taken:
 * nested a hundred times they would bring down the compiler.
 */
const ISOLATED = /([\u2066-\u2068][^\u2066-\u2069\n]*\u2069)/

const isolated = (part: string): string => part.slice(0, 1) + drawn(part.slice(1, -1)) + part.slice(-1)

const drawn = (part: string): string => (COMMON.test(part) ? part : part.replaceAll(LETTER, shownAs))

/** What every typeface for words has. */
const COMMON = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/

// The language's own segmenter copies the whole text for each letter: a long one takes gigabytes.
/** A letter with the marks on it; two that make a flag; signs that are joined to one. */
const LETTER =
  /\p{RI}{2}|\p{Any}(?:\p{M}|\p{Emoji_Modifier}|\u200d|[\u{e0020}-\u{e007f}]|(?<=\u200d)\p{Any})*/gu
/** More marks than any script puts on a letter would only fill the page. */
const MOST_MARKS = 30

/** A letter and what belongs to it come from one typeface, or they don't come together. */
function shownAs(letter: string): string {
  const [first = '', ...rest] = letter
  if (first === '\n' || (rest.length <= MOST_MARKS && isDrawn([first, ...rest]))) return letter
  return [isDrawn([first]) ? first : numberOf(first), ...numbersOf(rest)].join('')
}

const isDrawn = (points: readonly string[]): boolean =>
  points.every((it) => !HIDDEN.test(it)) &&
  ALL.some((face) => points.every((it) => IGNORED.test(it) || face.has(it.codePointAt(0) ?? 0)))

/** `‹U+4E2D›`, from left to right whatever stands around it; a line may break after it. */
const numberOf = (point: string, times = 1): string => {
  const number = (point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `\u200e‹U+${number}${times > 1 ? ` × ${times}` : ''}›\u200e${BREAK}`
}

/** The same ones in a row are counted. */
function numbersOf(points: readonly string[]): string[] {
  const rows: [point: string, times: number][] = []
  for (const point of points) {
    const last = rows.at(-1)
    if (last && last[0] === point) last[1]++
    else rows.push([point, 1])
  }
  return rows.map(([point, times]) => numberOf(point, times))
}

/** Controls, marks that turn the direction of what follows, what has no meaning that all agree on, and what no file takes. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069\ufeff]/u
/** What joins, parts or leans on letters, and has no shape of its own. */
const IGNORED = /\p{Default_Ignorable_Code_Point}/u

const LONG = /[^\s/‹›-]{31,}/g
/** Hashes are read and copied as one. */
const HASH = /^[0-9a-f]{64}$/
const STEP = 10
/** Where a line may break, and nothing is shown. */
const BREAK = '\u200b'

function breakable(word: string): string {
  if (HASH.test(word)) return word
  const letters = word.match(LETTER) ?? []
  return letters.map((it, place) => (place > 0 && place % STEP === 0 ? BREAK + it : it)).join('')
}

/** The letters of a typeface, in all of its weights: `20-7e a0`. */
const lettersIn = (ranges: string): ReadonlySet<number> =>
  new Set(
    ranges.split(' ').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((it) => Number.parseInt(it, 16))
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    }),
  )

const FACES: { readonly [face in Face]: string } = letters
const ALL = Object.values(FACES).map(lettersIn)
