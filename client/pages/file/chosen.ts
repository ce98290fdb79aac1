import type { Brought } from '../../../shared/bringing.ts'
import type { Found, FoundChange, FoundComment } from '../../../shared/found.ts'
import type { BlockId } from '../../../shared/ids.ts'

/** Which of what was found is to be taken in. */
export interface Chosen {
  readonly changes: ReadonlySet<FoundChange>
  readonly comments: ReadonlySet<FoundComment>
}

export const allOf = ({ changes, comments }: Found): Chosen => ({
  changes: new Set(changes),
  comments: new Set(comments),
})

export function toggled<T>(all: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const rest = new Set(all)
  if (!rest.delete(one)) rest.add(one)
  return rest
}

/** What each draft begins with: all in one, or those of a clause together, in reading order. */
export function draftsOf(changes: readonly FoundChange[], into: 'one' | 'clauses'): Brought[] {
  if (into === 'one') return changes.length > 0 ? [together(changes)] : []
  const byClause = new Map<BlockId | null, FoundChange[]>()
  for (const change of changes) {
    const own = byClause.get(change.clause) ?? []
    byClause.set(change.clause, own)
    own.push(change)
  }
  return [...byClause.values()].map(together)
}

const together = (changes: readonly FoundChange[]): Brought => ({
  stood: changes.flatMap(({ brought }) => brought.stood),
  hunks: changes.flatMap(({ brought }) => brought.hunks),
  added: changes.flatMap(({ brought }) => brought.added),
  moved: changes.flatMap(({ brought }) => brought.moved),
})
