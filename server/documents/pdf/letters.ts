import type { Face } from './faces.ts'
import drawn from './letters.json' with { type: 'json' }

/**
 * Words as a page can show them, with nothing left out: letters that no typeface here has, controls and other things that
 * can't be seen, or turn around what stands beside them, are shown by their number in Unicode. Very long words get
 * places at which a line may break.
 */
export function settable(words: string): string {
  const lines = words.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ')
  const shown = COMMON.test(lines) ? lines : [...GRAPHEMES.segment(lines)].map(shownAs).join('')
  return shown.replaceAll(LONG, breakable)
}

/** What every typeface for words has. */
const COMMON = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A letter and what belongs to it come from one typeface, or they don't come together. */
function shownAs({ segment }: { readonly segment: string }): string {
  const [first = '', ...rest] = segment
  if (first === '\n' || isDrawn([first, ...rest])) return segment
  return [isDrawn([first]) ? first : numberOf(first), ...rest.map(numberOf)].join('')
}

const isDrawn = (points: readonly string[]): boolean =>
  points.every((it) => !HIDDEN.test(it)) &&
  ALL.some((face) => points.every((it) => IGNORED.test(it) || face.has(it.codePointAt(0) ?? 0)))

/** `‹U+4E2D›`, from left to right whatever stands around it. */
const numberOf = (point: string): string =>
  `\u2066‹U+${(point.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›\u2069`

/** Controls, marks that turn the direction of what follows, what has no meaning that all agree on, and what no file takes. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202a-\u202e\ufeff]/u
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
  const letters = [...GRAPHEMES.segment(word)].map(({ segment }) => segment)
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

const FACES: { readonly [face in Face]: string } = drawn
const ALL = Object.values(FACES).map(lettersIn)
