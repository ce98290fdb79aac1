import { type Brought, hasRoom, type Room } from '../../../shared/bringing.ts'
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

/**
 * What each draft begins with: all in one, or those of a clause together, in reading order. What one draft has no room for
 * goes on in the next; tabled in their order, their new clauses follow each other as in the file.
 */
export function draftsOf(changes: readonly FoundChange[], into: Into, room: Room): Brought[] {
  if (into === 'one') return inParts(changes, room)
  const byClause = new Map<BlockId | null, FoundChange[]>()
  for (const change of changes) {
    const own = byClause.get(change.clause) ?? []
    byClause.set(change.clause, own)
    own.push(change)
  }
  return [...byClause.values()].flatMap((own) => inParts(own, room))
}

export type Into = 'one' | 'clauses'

function inParts(changes: readonly FoundChange[], room: Room): Brought[] {
  const parts: Brought[] = []
  for (const { clause, brought } of changes) {
    for (const piece of piecesOf(brought)) {
      const last = parts.at(-1)
      const longer = last && together(last, piece)
      if (longer && hasRoom(longer, room)) parts[parts.length - 1] = longer
      else parts.push({ ...piece, added: piece.added.map((it) => ({ ...it, after: clause })) })
    }
  }
  return parts
}

/** New clauses may come one by one; what becomes of a clause that is there stays together. */
const piecesOf = (brought: Brought): Brought[] =>
  brought.added.length === 0
    ? [brought]
    : brought.added.map((it) => ({ stood: [], hunks: [], moved: [], added: [it] }))

const together = (one: Brought, other: Brought): Brought => ({
  stood: [...one.stood, ...other.stood],
  hunks: [...one.hunks, ...other.hunks],
  added: [...one.added, ...other.added],
  moved: [...one.moved, ...other.moved],
})
