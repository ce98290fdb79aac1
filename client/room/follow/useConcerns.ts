import { useDeferredValue, useMemo } from 'react'
import type { Floor } from '../floor.tsx'
import type { Proposal } from '../proposals.ts'
import { type Concern, concernsOf } from './concerns.ts'
import type { Following } from './useFollowing.ts'

/** What concerns the delegation; a decision only until it has been seen. Never in the way of the next letter. */
export function useConcerns(
  { record, texts, capacity }: Pick<Floor, 'record' | 'texts' | 'capacity'>,
  proposals: readonly Proposal[],
  { hasSeen, since }: Following,
): readonly Concern[] {
  const { delegation } = capacity
  const looking = useDeferredValue(
    useMemo(
      () => (delegation ? { record, proposals, texts, delegation } : null),
      [record, proposals, texts, delegation],
    ),
  )
  const all = useMemo(() => (looking ? concernsOf(looking) : []), [looking])
  return useMemo(
    () => all.filter((it) => it.is !== 'decided' || (it.act > since && !hasSeen(it.clause, it.act))),
    [all, since, hasSeen],
  )
}
