import { execFileSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'
import decodeQR from 'qr/decode.js'
import { type Program, programOf } from './programs.ts'

/** What programs that are not ours find in a file. */

const run = (program: Program, bytes: Uint8Array, options: readonly string[]): Buffer =>
  execFileSync(programOf(program), options, {
    input: bytes,
    // Poppler finds a word of the format that it doesn't know, and says so each time.
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 28,
  })

const textIn = (bytes: Uint8Array, ...options: string[]): string =>
  run('pdftotext', bytes, [...options, '-', '-']).toString()

/** In points: where the foot of a page begins, and where its words begin. */
const [WORDS, FOOT, WIDTH, HEIGHT] = [70, 745, 596, 842]
const area = (top: number, bottom: number) =>
  Object.entries({ x: 0, y: top, W: WIDTH, H: bottom - top, r: 72 }).flatMap(([name, it]) => [
    `-${name}`,
    String(it),
  ])

/** Its words in reading order, without what stands at the head and the foot of each page. */
export const wordsOfPdf = (bytes: Uint8Array): string => plain(textIn(bytes, ...area(WORDS, FOOT)))

/** The foot of each page. */
export const feetOfPdf = (bytes: Uint8Array): string[] =>
  textIn(bytes, ...area(FOOT, HEIGHT))
    .split('\f')
    .slice(0, -1)
    .map(plain)

/** Words as a reader has them: spaces and marks that nobody sees make no difference. */
export const plain = (words: string): string =>
  words.replaceAll(/[\s\u200b\u200e\u202a-\u202e\u2066-\u2069]+/g, '')

/** `Title`, `Tagged`, `Pages` … */
export const factsOfPdf = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    run('pdfinfo', bytes, ['-'])
      .toString()
      .split('\n')
      .map((line) => line.split(/:\s+/, 2))
      .flatMap(([name, value]) => (name && value !== undefined ? [[name, value]] : [])),
  )

/** The tags, as they nest: what whoever hears the page is told. */
export const tagsOfPdf = (bytes: Uint8Array): string => run('pdfinfo', bytes, ['-struct', '-']).toString()

/** What stands in for each picture, and the languages that are named; no program shows these. */
export const altsOfPdf = (bytes: Uint8Array): string[] => [...new Set(entriesIn(bytes, 'Alt'))]
export const languagesOfPdf = (bytes: Uint8Array): string[] => [...new Set(entriesIn(bytes, 'Lang'))].sort()

const entriesIn = (bytes: Uint8Array, name: string): string[] =>
  [...objectsOf(bytes).matchAll(new RegExp(`/${name} ?(?:\\(([^)]*)\\)|<FEFF([0-9A-F]*)>)`, 'g'))].map(
    ([, plainly, inUtf16 = '']) => plainly ?? Buffer.from(inUtf16, 'hex').swap16().toString('utf16le'),
  )

/** Every object of the file, unpacked. */
function objectsOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const parts = [file]
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(file.subarray(at + 'stream\n'.length)))
    } catch {
      // Not packed, or the end of one.
    }
  }
  return parts.map((part) => part.toString('latin1')).join('\n')
}

/** A word where it stands on its page, its letters as they stand from left to right. */
export interface Placed {
  readonly word: string
  readonly left: number
  readonly right: number
  readonly top: number
}

export const placesInPdf = (bytes: Uint8Array): Placed[] =>
  [
    ...textIn(bytes, '-bbox').matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g,
    ),
  ].map(([, left = '', top = '', right = '', word = '']) => ({
    word,
    left: Number(left),
    top: Number(top),
    right: Number(right),
  }))

/** What the QR code in the foot of each page says, read as a camera would. */
export function codesInPdf(bytes: Uint8Array): string[] {
  const dots = 200 / 72
  const place = [100, FOOT, 70, HEIGHT - FOOT - 20].map((it) => String(Math.round(it * dots)))
  const [x = '', y = '', width = '', height = ''] = place
  const pages = Number(factsOfPdf(bytes).get('Pages'))
  return Array.from({ length: pages }, (_, at) => {
    const page = ['-f', String(at + 1), '-l', String(at + 1), '-r', '200', '-gray']
    return decoded(run('pdftoppm', bytes, [...page, '-x', x, '-y', y, '-W', width, '-H', height, '-']))
  })
}

/** `P5 <width> <height> 255`, then a byte for each point. */
function decoded(picture: Buffer): string {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1')) ?? []
  const data = [...picture.subarray(head.length)].flatMap((grey) => [grey, grey, grey, 255])
  return decodeQR({ width: Number(width), height: Number(height), data: Uint8Array.from(data) })
}
