import { openingLength } from '../../../shared/opening.ts'

/** Words of a redline: what stands before and after, what comes, what goes. */
export interface RedlinePiece {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  /** Who brought the words, or takes them out. */
  readonly amendment: string | null
}

/** A piece that is all opening word, or none of it. */
export type OpenedPiece<P extends RedlinePiece = RedlinePiece> = P & { readonly opens: boolean }

/** The pieces of a clause, cut where its opening ends: that of the words before, and that of the words after. */
export function cutOpening<P extends RedlinePiece>(pieces: readonly P[], language: string): OpenedPiece<P>[] {
  const left = { before: opening(pieces, 'inserted', language), after: opening(pieces, 'deleted', language) }
  return pieces.flatMap((piece) => {
    const length = Math.max(0, piece.op === 'deleted' ? left.before : left.after)
    if (piece.op !== 'inserted') left.before -= piece.text.length
    if (piece.op !== 'deleted') left.after -= piece.text.length
    return [
      { ...piece, text: piece.text.slice(0, length), opens: true },
      { ...piece, text: piece.text.slice(length), opens: false },
    ].filter(({ text }) => text !== '')
  })
}

const opening = (pieces: readonly RedlinePiece[], not: RedlinePiece['op'], language: string): number =>
  openingLength(
    pieces
      .filter(({ op }) => op !== not)
      .map(({ text }) => text)
      .join(''),
    language,
  )
