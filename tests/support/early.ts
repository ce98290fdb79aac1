import type { Act } from '../../shared/act.ts'
import type { Edits } from '../../shared/edits.ts'

/**
 * The acts as an early release wrote them: without the characters of wordings. One that had partly lost its place is
 * left as it is, since then it brought its words all the same.
 */
export function early(acts: readonly Act[]): Act[] {
  const lost = new Set(
    acts.flatMap((act) => (act.kind === 'amendment accepted' && act.lost?.length ? act.amendment : [])),
  )
  return acts.map((act) =>
    'edits' in act && !lost.has(act.amendment) ? { ...act, edits: unnamed(act.edits) } : act,
  )
}

const unnamed = ({ hunks, added, ...edits }: Edits): Edits => ({
  ...edits,
  hunks: hunks.map(({ come: _, ...hunk }) => hunk),
  added: added.map(({ come: _, ...block }) => block),
})
