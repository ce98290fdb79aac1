import type { Edits, Hunk } from './edits.ts'
import type { Sight } from './items.ts'

/**
 * What is left of a pending amendment after the text has moved on. `carried`: its words are in the text already, by
 * the acceptance of another that says the same.
 */
export type Standing = 'stands' | 'partly overtaken' | 'overtaken' | 'carried'

/** What becomes of a pending amendment when others are accepted. */
export type Fate = Standing | 'accepted' | 'falls' | 'superseded'

/** One of which nothing is left to accept. */
export const isSpent = (standing: Standing): boolean => standing === 'overtaken' || standing === 'carried'

/** `edits` as tabled; `sight` of the text as it stands now. */
export function standing({ hunks, added }: Edits, sight: Sight): Standing {
  const fates = hunks.map((hunk) => standingOfHunk(hunk, sight))
  const all = [...fates, ...added.map(() => 'stands' as const)]
  if (all.every((fate) => fate === 'overtaken')) return 'overtaken'
  return all.every((fate) => fate === 'stands') ? 'stands' : 'partly overtaken'
}

/** What is left of one change. */
export function standingOfHunk({ gone, left, right }: Hunk, sight: Sight): Standing {
  if (gone.length === 0) {
    // Words that were to stand between two others have no place once both are gone.
    const neighbours = [left, right].filter((id) => id !== null)
    const hasPlace = neighbours.length === 0 || neighbours.some((id) => sight.presence(id) === 'stands')
    return hasPlace ? 'stands' : 'overtaken'
  }
  const pieces = gone.flatMap((range) => sight.pieces(range))
  if (pieces.every(({ presence }) => presence === 'stands')) return 'stands'
  return pieces.some(({ presence }) => presence === 'stands') ? 'partly overtaken' : 'overtaken'
}
