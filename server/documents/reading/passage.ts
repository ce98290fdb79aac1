import type { Hand, Paragraph, Span } from './paragraph.ts'

/** Words of a passage: whether they stood there when the file was issued, and whether they stand there now. */
export interface Piece {
  readonly text: string
  readonly before: boolean
  readonly now: boolean
  /** Who changed that, where the word processor recorded it. */
  readonly by: Hand | null
}

/** A paragraph of the file as it was issued, with what has become of it: one part, or several that it was divided into. */
export interface Passage {
  readonly style: string
  readonly bookmarks: readonly string[]
  readonly parts: readonly Part[]
  /** Who took away the end of the paragraph, so that the next one follows at once. */
  readonly joined: Hand | null
  /** Remarks on its words, by their places in the words that stood there. */
  readonly remarked: readonly { readonly id: string; readonly from: number; readonly to: number }[]
}

export interface Part {
  readonly pieces: readonly Piece[]
  /** Who made a paragraph of its own of it. */
  readonly divided: Hand | null
  /** What was changed in words that an amendment proposes: they are no part of the text. */
  readonly onProposals: readonly { readonly was: string; readonly insert: string }[]
  readonly hasProposal: boolean
}

/** Which changes the issued file had in it, and whether the text is as before them or as after them. */
export interface Issued {
  readonly isOurs: (hand: Hand) => boolean
  readonly text: 'before' | 'after'
}

/** The paragraphs that were issued: those that somebody divided since belong together. */
export function passagesIn(paragraphs: readonly Paragraph[], issued: Issued): Passage[] {
  const passages: Passage[] = []
  let open: Open | null = null
  for (const paragraph of paragraphs) {
    open = opened(open, paragraph, issued)
    const { divided, joined } = paragraph
    if (divided && !(issued.text === 'after' && issued.isOurs(divided))) continue
    passages.push({ ...open, joined: joined && !issued.isOurs(joined) ? joined : null })
    open = null
  }
  if (open) passages.push({ ...open, joined: null })
  return passages
}

type Open = Omit<Passage, 'joined'>

function opened(open: Open | null, paragraph: Paragraph, issued: Issued): Open {
  const length = (open?.parts ?? [])
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, { text, before }) => sum + (before ? text.length : 0), 0)
  const { divided } = paragraph
  const part = {
    ...partOf(paragraph.spans, issued),
    divided: divided && !issued.isOurs(divided) ? divided : null,
  }
  const placed = paragraph.remarked.map(({ id, from, to }) => ({
    id,
    from: length + beforeUpTo(paragraph.spans, from, issued),
    to: length + beforeUpTo(paragraph.spans, to, issued),
  }))
  return {
    style: open?.style ?? paragraph.style,
    bookmarks: [...(open?.bookmarks ?? []), ...paragraph.bookmarks],
    parts: [...(open?.parts ?? []), part],
    remarked: [...(open?.remarked ?? []), ...placed],
  }
}

function partOf(spans: readonly Span[], issued: Issued): Omit<Part, 'divided'> {
  const all = spans.flatMap((span): Read[] => {
    const piece = pieceOf(span, issued)
    const { deleted } = span
    const isTheirs = deleted !== null && issued.isOurs(deleted)
    return piece ? [{ span, piece, isStruck: deleted !== null && !isTheirs, isTheirs }] : []
  })
  const pieces: Piece[] = []
  const onProposals: { was: string; insert: string }[] = []
  for (const [at, { span, piece, isStruck }] of all.entries()) {
    if (piece === 'proposed') {
      if (isStruck) onProposals.push({ was: span.text, insert: '' })
    } else if (isInPlaceOfStruck(all, at)) {
      const struck = pieces.pop()
      if (struck) pieces.push(...replacedBy(struck, piece.by), piece)
    } else if (isWithinProposal(all, at)) {
      // In the place of what was struck just before.
      const was = isReplaced(all[at - 1]) ? (onProposals.pop()?.was ?? '') : ''
      onProposals.push({ was, insert: piece.text })
    } else pieces.push(piece)
  }
  const hasProposal = all.some(({ piece }) => piece === 'proposed')
  if (!hasProposal || pieces.some(({ before }) => before)) return { pieces, hasProposal, onProposals }
  // A paragraph that is proposed as a whole: what was written in it stands in no clause of the text.
  const insert = pieces.map(({ text, now }) => (now ? text : '')).join('')
  return {
    pieces: [],
    hasProposal,
    onProposals: insert ? [...onProposals, { was: '', insert }] : onProposals,
  }
}

interface Read {
  readonly span: Span
  readonly piece: Piece | 'proposed'
  /** By somebody who had the file. */
  readonly isStruck: boolean
  /** By an amendment. */
  readonly isTheirs: boolean
}

const isReplaced = (it: Read | undefined): boolean => it?.piece === 'proposed' && it.isStruck

/** New words amid proposed ones, or in the place of some that were struck. */
function isWithinProposal(all: readonly Read[], at: number): boolean {
  const piece = all[at]?.piece
  if (!piece || piece === 'proposed' || piece.before) return false
  const [left, right] = [all[at - 1], all[at + 1]]
  const isProposed = (it: Read | undefined) => it?.piece === 'proposed'
  const own = all[at]
  const isPartOfWord = (one: Read | undefined, other: Read | undefined) =>
    one !== undefined && other !== undefined && isOneWord(one, other)
  return (
    isReplaced(left) ||
    isReplaced(right) ||
    (isProposed(left) && isProposed(right)) ||
    (isProposed(left) && isPartOfWord(left, own)) ||
    (isProposed(right) && isPartOfWord(own, right))
  )
}

/**
 * Nobody can strike again what an amendment would strike: a word that is written right behind it, without a space, is
 * there in its place.
 */
function isInPlaceOfStruck(all: readonly Read[], at: number): boolean {
  const [left, own] = [all[at - 1], all[at]]
  if (!left || !own || own.piece === 'proposed' || left.piece === 'proposed') return false
  const isNew = !own.piece.before && own.piece.now
  return isNew && left.isTheirs && left.piece.before && left.piece.now && isOneWord(left, own)
}

const isOneWord = (left: Read, right: Read): boolean =>
  /[\p{L}\p{N}]$/u.test(left.span.text) && /^[\p{L}\p{N}]/u.test(right.span.text)

/** The last word of it goes. */
function replacedBy(struck: Piece, by: Piece['by']): Piece[] {
  const word = /[\p{L}\p{N}]+$/u.exec(struck.text)?.[0] ?? ''
  const rest = struck.text.slice(0, struck.text.length - word.length)
  return [...(rest ? [{ ...struck, text: rest }] : []), { ...struck, text: word, now: false, by }]
}

/** Null where the words came and went, and for what had left the text before the file was issued. */
function pieceOf({ text, inserted, deleted }: Span, { isOurs, text: as }: Issued): Piece | 'proposed' | null {
  const ours = {
    inserted: inserted !== null && isOurs(inserted),
    deleted: deleted !== null && isOurs(deleted),
  }
  if (as === 'after' && ours.deleted) return null
  if (as === 'before' && ours.inserted) return 'proposed'
  const came = ours.inserted ? null : inserted
  const went = ours.deleted ? null : deleted
  if (came && went) return null
  return { text, before: !came, now: !went, by: came ?? went }
}

function beforeUpTo(spans: readonly Span[], end: number, issued: Issued): number {
  let [at, before] = [0, 0]
  for (const span of spans) {
    const piece = pieceOf(span, issued)
    const taken = Math.max(0, Math.min(span.text.length, end - at))
    if (piece && piece !== 'proposed' && piece.before) before += taken
    at += span.text.length
  }
  return before
}

/** As the passage read when the file was issued. */
export const wordsBefore = ({ parts }: Passage): string =>
  parts.flatMap(({ pieces }) => pieces.map(({ text, before }) => (before ? text : ''))).join('')
