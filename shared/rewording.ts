import { diffArrays } from 'diff'
import { type Added, applyHunks, type Edits } from './edits.ts'
import type { BlockId } from './ids.ts'
import type { Block } from './text.ts'
import { tokens } from './words.ts'

/** What changed between two wordings of one amendment, in one clause. */
export interface Rewording {
  /** The clause of the text; for a new clause, the one that it follows (null: first of all). */
  readonly clause: BlockId | null
  readonly isNew: boolean
  readonly spans: readonly ReworkedSpan[]
}

export interface ReworkedSpan {
  readonly op: 'kept' | 'deleted' | 'inserted'
  readonly text: string
}

/**
 * The change from one wording to the next. Where both were made against the text as it stands, whole clauses are
 * compared as each wording would leave them; where the text has moved on, the proposed words alone.
 */
export function rewordings(text: readonly Block[], before: Edits, now: Edits): Rewording[] {
  const texts = new Map(text.map((block) => [block.id, block.text]))
  const inPlace = fits(texts, before) && fits(texts, now)
  const readings = (edits: Edits, clause: BlockId): string => {
    const hunks = edits.hunks.filter((hunk) => hunk.clause === clause)
    return inPlace
      ? applyHunks(texts.get(clause) ?? '', hunks)
      : hunks.map(({ insert }) => insert.trim()).join(' … ')
  }
  const clauses = [...new Set([...before.hunks, ...now.hunks].map(({ clause }) => clause))]
  const changed = clauses.map((clause) => ({
    clause,
    isNew: false,
    spans: spansOf(readings(before, clause), readings(now, clause)),
  }))
  return [...changed, ...newClauses(before.added, now.added)].filter(({ spans }) =>
    spans.some(({ op }) => op !== 'kept'),
  )
}

/** Whether the offsets are those of the text as it stands. */
const fits = (texts: ReadonlyMap<BlockId, string>, { hunks }: Edits): boolean =>
  hunks.every(({ clause, from, to, was }) => texts.get(clause)?.slice(from, to) === was)

/** Own clauses of one place are compared in their order: a new wording gives them new names. */
function newClauses(before: readonly Added[], now: readonly Added[]): Rewording[] {
  const most = Math.max(before.length, now.length)
  return Array.from({ length: most }, (_, index) => ({
    clause: (now[index] ?? before[index])?.after ?? null,
    isNew: true,
    spans: spansOf(before[index]?.text ?? '', now[index]?.text ?? ''),
  }))
}

/** Word by word: those of `was` are kept or deleted, those of `is` kept or inserted. */
export function spansOf(was: string, is: string): ReworkedSpan[] {
  return diffArrays(tokens(was), tokens(is)).map(({ added, removed, value }) => ({
    op: added ? 'inserted' : removed ? 'deleted' : 'kept',
    text: value.join(''),
  }))
}
