import { type CompiledLine, type Piece, saidIn } from '../../../shared/compilation.ts'
import { openingLength } from '../../../shared/opening.ts'

/** A piece of a line, as the page shows it. */
export interface Shown {
  readonly text: string
  readonly look: Look
}

/** A text in pieces: what is to be said of it first, its title, and its clauses. */
export interface Marked {
  readonly notes: readonly string[]
  readonly pieces: readonly Shown[]
  readonly clauses: readonly { readonly label: string; readonly pieces: readonly Shown[] }[]
}

export type Look =
  | 'plain'
  | 'opening'
  /** A bracket, or what stands between a name and its words. */
  | 'sign'
  | 'name'
  | 'proposed'
  | 'deleted'
  /** What is to be done, where nothing comes in. */
  | 'says'

/** The line of a compilation text as `compiledPlain` writes it, to the letter, each piece in its look. */
export function shownLine(line: CompiledLine, language: string): Shown[] {
  const pieces = line.pieces.flatMap((piece, place) =>
    place === 0 && piece.kind === 'words' && line.kind === 'clause'
      ? opened(piece.text, language)
      : shownPiece(piece, language),
  )
  return tidied([...pieces, { text: line.end, look: 'plain' }])
}

/** Words that begin a clause. */
export function opened(text: string, language: string): Shown[] {
  const length = openingLength(text, language)
  return [
    { text: text.slice(0, length), look: 'opening' },
    { text: text.slice(length), look: 'plain' },
  ]
}

function shownPiece(piece: Piece, language: string, look: Look = 'plain'): Shown[] {
  if (piece.kind === 'words') return [{ text: piece.text, look }]
  if (piece.kind === 'bracketed') return bracketed(piece.text, look)
  const within = piece.within
    ? tidied(piece.within.flatMap((it) => shownPiece(it, language, 'proposed')))
    : []
  const words: Shown = { text: saidIn(piece, language), look: piece.text === '' ? 'says' : 'proposed' }
  return [
    { text: ' [', look: 'sign' },
    { text: `${piece.sponsors.join(', ')}:`, look: 'name' },
    { text: ' ', look: 'plain' },
    ...(within.length > 0 ? within : [words]),
    { text: '] ', look: 'sign' },
  ]
}

/** The brackets stand close to the words. */
function bracketed(text: string, look: Look): Shown[] {
  const words = text.trim()
  if (words === '') return [{ text, look }]
  const start = text.indexOf(words)
  return [
    { text: text.slice(0, start), look },
    { text: '[', look: 'sign' },
    { text: words, look },
    { text: ']', look: 'sign' },
    { text: text.slice(start + words.length), look },
  ]
}

/** Spaces as one would write them: one between words, none before a comma or at the edges. */
function tidied(pieces: readonly Shown[]): Shown[] {
  const whole = pieces.map(({ text }) => text).join('')
  const isKept = keptIn(whole)
  let at = 0
  return pieces.flatMap(({ text, look }) => {
    const start = at
    at += text.length
    const kept = text
      .split('')
      .filter((_, place) => isKept[start + place])
      .join('')
    return kept === '' ? [] : [{ text: kept, look }]
  })
}

function keptIn(whole: string): boolean[] {
  const isKept = whole.split('').map((letter, at) => letter !== ' ' || whole[at - 1] !== ' ')
  const next = (at: number) => whole.slice(at).trimStart()[0]
  const first = whole.length - whole.trimStart().length
  const last = whole.trimEnd().length
  return isKept.map((kept, at) => {
    if (at < first || at >= last) return false
    // Behind the name of whoever brings a comma there is a space.
    return kept && (whole[at] !== ' ' || whole[at - 1] === ':' || !/^[,.]$/.test(next(at) ?? ''))
  })
}
