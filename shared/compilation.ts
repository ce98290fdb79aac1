import { applyEdits, applyHunks, type Edits, type Hunk, movesOfText } from './edits.ts'
import type { AmendmentId, BlockId, DelegationCode } from './ids.ts'
import type { Labels } from './numbering.ts'
import { newLabels } from './numbering.ts'
import { clean } from './projection.ts'
import type { Punctuation } from './record.ts'
import type { Block } from './text.ts'

/** The compilation text: every proposal in square brackets with its sponsors, in its place. */

export interface Proposal {
  /** The amendment, or null for a draft that the room sees grow. */
  readonly id: AmendmentId | null
  readonly sponsors: readonly DelegationCode[]
  readonly edits: Edits
  /** What amends it: edits of the words as it would leave them. */
  readonly subs?: readonly Proposal[]
}

/** Pieces of a line of the compilation text. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  /** Words of the text on which proposals compete: in brackets until somebody decides. */
  | { readonly kind: 'bracketed'; readonly text: string }
  /** One alternative; `text` is empty where the sponsors would delete the bracketed words. */
  | {
      readonly kind: 'proposal'
      readonly text: string
      readonly sponsors: readonly DelegationCode[]
      readonly ids: readonly AmendmentId[]
      /** Its words with those of its sub-amendments in brackets; absent where nobody amends them. */
      readonly within?: readonly Piece[]
      /** Of a clause that would be moved, and keeps its words: the label of that after which; null: first of all. */
      readonly moves?: { readonly after: string | null }
    }

export interface CompiledLine {
  readonly id: BlockId
  readonly kind: Block['kind']
  readonly label: string
  readonly end: string
  readonly pieces: readonly Piece[]
}

export function compilation(
  blocks: readonly Block[],
  labels: Labels,
  punctuation: Punctuation,
  proposals: readonly Proposal[],
): CompiledLine[] {
  const lines = new Map(clean(blocks, labels, punctuation).map((line) => [line.id, line]))
  const added = proposals
    .flatMap((proposal) => [proposal, ...(proposal.subs ?? [])])
    .flatMap((proposal) => proposal.edits.added.map((block) => ({ ...block, proposal })))
  const whole = applyEdits(blocks, { hunks: [], added })
  const fresh = newLabels(
    whole.map(({ id }) => id),
    labels,
  )
  return whole.map(({ id, kind, text }) => {
    const line = lines.get(id)
    if (line) {
      const moves = movesAway(id, proposals, { ...fresh, ...labels })
      return {
        id,
        kind,
        label: line.label,
        end: line.end,
        pieces: [...pieces(text, id, proposals), ...moves],
      }
    }
    const by = added.find((block) => block.id === id)?.proposal
    const piece = alternative(text, id, {
      sponsors: by?.sponsors ?? [],
      ids: by?.id ? [by.id] : [],
      subs: by?.subs ?? [],
    })
    return { id, kind, label: fresh[id] ?? '', end: '', pieces: [piece] }
  })
}

/** Where proposals would take the clause; those that say the same share a bracket. */
function movesAway(clause: BlockId, proposals: readonly Proposal[], labels: Labels): Piece[] {
  const byPlace = new Map<string | null, Bracket>()
  for (const { id, sponsors, edits } of proposals.flatMap((it) => [it, ...(it.subs ?? [])])) {
    for (const { after } of movesOfText(edits).filter((move) => move.clause === clause)) {
      const place = (after && labels[after]) || null
      const bracket = byPlace.get(place)
      byPlace.set(place, {
        sponsors: [...new Set([...(bracket?.sponsors ?? []), ...sponsors])],
        ids: [...(bracket?.ids ?? []), ...(id ? [id] : [])],
        subs: [],
      })
    }
  }
  return [...byPlace].map(([after, { sponsors, ids }]) => ({
    ...{ kind: 'proposal', text: '', sponsors, ids },
    moves: { after },
  }))
}

function pieces(text: string, clause: BlockId, proposals: readonly Proposal[]): Piece[] {
  const result: Piece[] = []
  // Of a thousand, those of one clause are few.
  const here = proposals.filter((proposal) => reachesOf(proposal, clause).length > 0)
  let at = 0
  for (const { from, to } of clusters(clause, here)) {
    if (from > at) result.push({ kind: 'words', text: text.slice(at, from) })
    if (to > from) result.push({ kind: 'bracketed', text: text.slice(from, to) })
    result.push(...alternatives(text, clause, { from, to }, here))
    at = to
  }
  if (at < text.length) result.push({ kind: 'words', text: text.slice(at) })
  return result
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretches of a clause on which proposals touch or overlap, in order. */
function clusters(clause: BlockId, proposals: readonly Proposal[]): Stretch[] {
  const reaches = proposals
    .flatMap((proposal) => reachesOf(proposal, clause))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const result: { from: number; to: number }[] = []
  for (const { from, to } of reaches) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** What the proposal changes in the clause, and what is amended of that, as stretches of the clause as it stands. */
function reachesOf({ edits, subs = [] }: Proposal, clause: BlockId): Stretch[] {
  const own = edits.hunks.filter((hunk) => hunk.clause === clause)
  const amended = subs.flatMap((sub) => sub.edits.hunks.filter((hunk) => hunk.clause === clause))
  return [
    ...own,
    ...amended.map(({ from, to }) => ({ from: before(own, from, 'from'), to: before(own, to, 'to') })),
  ]
}

/** Where a place of the amended clause was before: of words that came, where those begin or end that they replaced. */
function before(own: readonly Hunk[], at: number, edge: 'from' | 'to'): number {
  let grown = 0
  for (const hunk of own) {
    const start = hunk.from + grown
    if (at < start) break
    if (at <= start + hunk.insert.length) return hunk[edge]
    grown += hunk.insert.length - (hunk.to - hunk.from)
  }
  return at - grown
}

/** What each proposal would make of the stretch; equal wordings share a bracket. */
function alternatives(
  text: string,
  clause: BlockId,
  { from, to }: Stretch,
  proposals: readonly Proposal[],
): Piece[] {
  const byWording = new Map<string, Bracket>()
  for (const proposal of proposals) {
    const isHere = reachesOf(proposal, clause).some((it) => it.from >= from && it.to <= to)
    if (!isHere) continue
    const own = proposal.edits.hunks.filter((hunk) => hunk.clause === clause)
    const here = own.filter((hunk) => hunk.from >= from && hunk.to <= to)
    const wording = applyHunks(
      text.slice(from, to),
      here.map((hunk) => shifted(hunk, from)),
    )
    const start = from + grownBy(own.filter((hunk) => hunk.to < from))
    const bracket = byWording.get(wording) ?? { sponsors: [], ids: [], subs: [] }
    byWording.set(wording, {
      sponsors: [...new Set([...bracket.sponsors, ...proposal.sponsors])],
      ids: proposal.id ? [...bracket.ids, proposal.id] : bracket.ids,
      subs: [...bracket.subs, ...subsWithin(proposal, clause, { from: start, to: start + wording.length })],
    })
  }
  return [...byWording].map(([words, bracket]) => alternative(words, clause, bracket))
}

interface Bracket {
  readonly sponsors: readonly DelegationCode[]
  readonly ids: readonly AmendmentId[]
  /** Their edits count from the beginning of the bracket's words. */
  readonly subs: readonly Proposal[]
}

function alternative(words: string, clause: BlockId, { sponsors, ids, subs }: Bracket): Piece {
  const text = words.trim()
  const piece = { kind: 'proposal' as const, text, sponsors, ids }
  const lead = words.length - words.trimStart().length
  const amending = subs.map((sub) => inWords(sub, clause, lead, text.length))
  if (amending.every(({ edits }) => edits.hunks.length === 0)) return piece
  return { ...piece, within: pieces(text, clause, amending) }
}

/** The sub-amendments' changes of these words, counted from where they begin. */
const subsWithin = ({ subs = [] }: Proposal, clause: BlockId, { from, to }: Stretch): Proposal[] =>
  subs.map((sub) => ({
    ...sub,
    edits: {
      added: [],
      hunks: sub.edits.hunks
        .filter((hunk) => hunk.clause === clause && hunk.from >= from && hunk.to <= to)
        .map((hunk) => shifted(hunk, from)),
    },
  }))

/** Spaces around the words are not shown; what stood there stands at their edge. */
function inWords(sub: Proposal, clause: BlockId, lead: number, length: number): Proposal {
  const inside = (at: number) => Math.max(0, Math.min(length, at - lead))
  const hunks = sub.edits.hunks
    .filter((hunk) => hunk.clause === clause)
    .map((hunk) => ({ ...hunk, from: inside(hunk.from), to: inside(hunk.to) }))
  return { ...sub, edits: { added: [], hunks } }
}

const shifted = (hunk: Hunk, by: number): Hunk => ({ ...hunk, from: hunk.from - by, to: hunk.to - by })

const grownBy = (hunks: readonly Hunk[]): number =>
  hunks.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0)

/** What stands in a bracket after the names, in the language of the text: words, or what is to be done. */
export function saidIn({ text, moves }: Extract<Piece, { kind: 'proposal' }>, language: string): string {
  const says = SAYINGS[language.slice(0, 2)] ?? ENGLISH
  if (!moves) return text || says.deletes
  return moves.after === null ? says.first : `${says.after} ${moves.after}`
}

interface Sayings {
  readonly deletes: string
  readonly after: string
  readonly first: string
}

const ENGLISH: Sayings = { deletes: 'delete', after: 'move after', first: 'move before all others' }

const SAYINGS: Readonly<{ [language: string]: Sayings }> = {
  fr: { deletes: 'supprimer', after: 'déplacer après', first: 'déplacer avant tous les autres' },
  es: { deletes: 'suprimir', after: 'trasladar después de', first: 'trasladar al principio' },
  ar: { deletes: 'حذف', after: 'نقل إلى ما بعد', first: 'نقل إلى البداية' },
}

/** `Soulignant [la menace] [FRA, BRA: le danger] [USA: supprimer] [KEN: déplacer après 2]`. */
export const compiledPlain = (line: CompiledLine, language: string): string =>
  (plainPieces(line.pieces, language) + line.end)
    .replace(/ {2,}/g, ' ')
    .replace(/(?<!:) ([,.])/g, '$1')
    .trim()

const plainPieces = (all: readonly Piece[], language: string): string =>
  all.map((piece) => plainPiece(piece, language)).join('')

/** `[BRA: le [grave] [FRA: sérieux] danger]`: a sub-amendment stands within the words that it amends. */
export function plainPiece(piece: Piece, language: string): string {
  if (piece.kind === 'words') return piece.text
  if (piece.kind === 'bracketed') return piece.text.replace(/\S(.*\S)?/s, '[$&]')
  const within = piece.within ? plainPieces(piece.within, language).trim() : ''
  return ` [${piece.sponsors.join(', ')}: ${within || saidIn(piece, language)}] `
}
