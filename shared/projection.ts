import type { Labels } from './act.ts'
import { applyEdits, applyHunks, type Edits, type Hunk } from './edits.ts'
import type { AmendmentId, BlockId, DelegationCode } from './ids.ts'
import { newLabels } from './numbering.ts'
import type { Punctuation, Record } from './record.ts'
import type { Block } from './text.ts'

/** How the text is shown: with labels and punctuation, which are derived, and with proposals in brackets. */

export interface Line extends Block {
  readonly label: string
  /** What stands after the clause; empty for the title and for a clause with no words. */
  readonly end: string
}

/** The clean text: what stands, labelled and punctuated. */
export function clean(blocks: readonly Block[], labels: Labels, punctuation: Punctuation): Line[] {
  const all = {
    ...labels,
    ...newLabels(
      blocks.map(({ id }) => id),
      labels,
    ),
  }
  const standing = blocks.filter(({ kind, text }) => kind === 'clause' && text !== '')
  return blocks.map((block) => ({
    ...block,
    label: all[block.id] ?? '',
    end: endOf(standing.indexOf(block), standing.length, punctuation),
  }))
}

function endOf(index: number, count: number, { between, beforeLast, last }: Punctuation): string {
  if (index < 0) return ''
  if (index === count - 1) return last
  return index === count - 2 ? beforeLast : between
}

export const labelsOf = ({ clauses }: Pick<Record, 'clauses'>): Labels =>
  Object.fromEntries(Object.entries(clauses).map(([id, { label }]) => [id, label]))

/** A proposal as it enters the compilation text. */
export interface Proposal {
  /** The amendment, or null for a draft that the room sees grow. */
  readonly id: AmendmentId | null
  readonly sponsors: readonly DelegationCode[]
  readonly edits: Edits
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
    }

export interface CompiledLine {
  readonly id: BlockId
  readonly kind: Block['kind']
  readonly label: string
  readonly end: string
  readonly pieces: readonly Piece[]
}

/** The compilation text: every proposal in square brackets with its sponsors, in its place. */
export function compilation(
  blocks: readonly Block[],
  labels: Labels,
  punctuation: Punctuation,
  proposals: readonly Proposal[],
): CompiledLine[] {
  const lines = new Map(clean(blocks, labels, punctuation).map((line) => [line.id, line]))
  const added = proposals.flatMap((proposal) => proposal.edits.added.map((block) => ({ ...block, proposal })))
  const whole = applyEdits(blocks, { hunks: [], added })
  const fresh = newLabels(
    whole.map(({ id }) => id),
    labels,
  )
  return whole.map(({ id, kind, text }) => {
    const line = lines.get(id)
    if (line) return { id, kind, label: line.label, end: line.end, pieces: pieces(text, id, proposals) }
    const by = added.find((block) => block.id === id)?.proposal
    const piece: Piece = { kind: 'proposal', text, sponsors: by?.sponsors ?? [], ids: by?.id ? [by.id] : [] }
    return { id, kind, label: fresh[id] ?? '', end: '', pieces: [piece] }
  })
}

function pieces(text: string, clause: BlockId, proposals: readonly Proposal[]): Piece[] {
  const result: Piece[] = []
  let at = 0
  for (const { from, to } of clusters(clause, proposals)) {
    if (from > at) result.push({ kind: 'words', text: text.slice(at, from) })
    if (to > from) result.push({ kind: 'bracketed', text: text.slice(from, to) })
    result.push(...alternatives(text, clause, from, to, proposals))
    at = to
  }
  if (at < text.length) result.push({ kind: 'words', text: text.slice(at) })
  return result
}

/** The stretches of a clause on which proposals touch or overlap, in order. */
function clusters(clause: BlockId, proposals: readonly Proposal[]): { from: number; to: number }[] {
  const hunks = proposals
    .flatMap(({ edits }) => edits.hunks.filter((hunk) => hunk.clause === clause))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const result: { from: number; to: number }[] = []
  for (const { from, to } of hunks) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/** What each proposal would make of the stretch; equal wordings share a bracket. */
function alternatives(
  text: string,
  clause: BlockId,
  from: number,
  to: number,
  proposals: readonly Proposal[],
): Piece[] {
  const byWording = new Map<string, { sponsors: Set<DelegationCode>; ids: AmendmentId[] }>()
  for (const { id, sponsors, edits } of proposals) {
    const here = edits.hunks.filter((hunk) => hunk.clause === clause && hunk.from >= from && hunk.to <= to)
    if (here.length === 0) continue
    const wording = applyHunks(
      text.slice(from, to),
      here.map((hunk) => shifted(hunk, from)),
    )
    const bracket = byWording.get(wording) ?? { sponsors: new Set(), ids: [] }
    for (const sponsor of sponsors) bracket.sponsors.add(sponsor)
    if (id) bracket.ids.push(id)
    byWording.set(wording, bracket)
  }
  return [...byWording].map(([words, { sponsors, ids }]) => ({
    kind: 'proposal',
    text: words.trim(),
    sponsors: [...sponsors],
    ids,
  }))
}

const shifted = (hunk: Hunk, by: number): Hunk => ({ ...hunk, from: hunk.from - by, to: hunk.to - by })

/** What a bracket says that would only delete, in the language of the text. */
export const deletesIn = (language: string): string => DELETES[language.slice(0, 2)] ?? 'delete'

const DELETES: Readonly<{ [language: string]: string }> = { fr: 'supprimer', es: 'suprimir', ar: 'حذف' }

/** `Soulignant [la menace] [FRA, BRA: le danger] [USA: delete]`; `deletes` is the word for deleting. */
export function compiledPlain(line: CompiledLine, deletes: string): string {
  const words = line.pieces.map((piece) => {
    if (piece.kind === 'words') return piece.text
    if (piece.kind === 'bracketed') return piece.text.replace(/\S(.*\S)?/s, '[$&]')
    return ` [${piece.sponsors.join(', ')}: ${piece.text || deletes}] `
  })
  return (words.join('') + line.end)
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim()
}

/** A line of the clean text with its label, as it is printed: `3. Soulignant …`. */
export const numbered = (label: string, words: string): string => (label ? `${label}. ${words}` : words)
