import { writeFileSync } from 'node:fs'
import { type Font, openSync } from 'fontkit'
import { FACES, type Face, filesOf } from '../../server/documents/pdf/faces.ts'

/** Which letters the typefaces of documents have: `npm run letters` writes it where the documents find it. */
export const LETTERS = new URL('../../server/documents/pdf/letters.json', import.meta.url)

export const lettersNow = (): Readonly<{ [face: string]: string }> =>
  Object.fromEntries(Object.keys(FACES).map((face) => [face, rangesOf(lettersOf(face as Face))]))

/** Those that all of its weights and slopes have. */
function lettersOf(face: Face): number[] {
  const [first = [], ...others] = filesOf(face).map((file) => fontIn(file).characterSet)
  return [...first].filter((it) => others.every((all) => all.includes(it))).sort((a, b) => a - b)
}

function fontIn(file: string): Font {
  const font = openSync(file)
  if (font.type !== 'TTF') throw new Error(`${file} holds more than one typeface`)
  return font
}

/** `20-7e a0`. */
function rangesOf(letters: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const letter of letters) {
    const last = ranges.at(-1)
    if (last && letter === last[1] + 1) last[1] = letter
    else ranges.push([letter, letter])
  }
  return ranges.map(([from, to]) => [...new Set([from, to])].map((it) => it.toString(16)).join('-')).join(' ')
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(LETTERS, `${JSON.stringify(lettersNow(), null, 2)}\n`)
