import type { BlockId, CapacityId, DeclarationId } from '../../../shared/ids.ts'

/**
 * How far a person has looked, by the numbers of the acts. It stays on the person's device: what a delegation reads,
 * and when, would tell others what it is worried about, and the server need not know.
 */
export interface LastLook {
  /** Every act up to this one has been seen, */
  readonly all: number
  /** and in these clauses those up to these too. */
  readonly clauses: Readonly<{ [clause: BlockId]: number }>
}

/** For what concerns no clause: the stage, versions. */
export const NOWHERE: BlockId = ''

export const hasSeen = ({ all, clauses }: LastLook, clause: BlockId, act: number): boolean =>
  act <= Math.max(all, clauses[clause] ?? -1)

export const sawClause = (look: LastLook, clause: BlockId, act: number): LastLook =>
  hasSeen(look, clause, act) ? look : { ...look, clauses: { ...look.clauses, [clause]: act } }

export const sawAll = (look: LastLook, act: number): LastLook =>
  act <= look.all ? look : { all: act, clauses: {} }

const SHELF = 'paraph/look/'
const keyOf = (declaration: DeclarationId, capacity: CapacityId) => `${SHELF}${declaration}/${capacity}`

/** Null for who was never here, or whose browser keeps nothing. */
export function readLook(store: Pick<Storage, 'getItem'>, declaration: DeclarationId, capacity: CapacityId) {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(declaration, capacity)) ?? 'null')
    return isLook(kept) ? kept : null
  } catch {
    return null
  }
}

export function keepLook(
  store: Pick<Storage, 'setItem'>,
  declaration: DeclarationId,
  capacity: CapacityId,
  look: LastLook,
): void {
  try {
    store.setItem(keyOf(declaration, capacity), JSON.stringify(look))
  } catch {
    // Then everything is new again next time.
  }
}

/** Leaves nothing of it on this device. */
export function forgetLooks(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(SHELF)) localStorage.removeItem(key)
}

const isLook = (value: unknown): value is LastLook =>
  typeof value === 'object' &&
  value !== null &&
  'all' in value &&
  typeof value.all === 'number' &&
  'clauses' in value &&
  typeof value.clauses === 'object' &&
  value.clauses !== null
