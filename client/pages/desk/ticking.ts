import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { AmendmentId } from '../../../shared/ids.ts'
import { type Item, tickedAmong } from './agenda.ts'
import type { DeskSight } from './useDesk.ts'

/** What is ticked, to be looked at or decided together. */
export interface Ticking {
  readonly ticked: ReadonlySet<AmendmentId>
  tick(id: AmendmentId, on: boolean): void
}

export const Ticked = createContext<Ticking>({ ticked: new Set(), tick: () => {} })

export const useTicking = (): Ticking => useContext(Ticked)

/** What was decided in the meantime is no longer ticked. */
export function useTicked(items: readonly Item[], { view, room }: Pick<DeskSight, 'view' | 'room'>) {
  const [wanted, want] = useState<readonly AmendmentId[]>([])
  const ticked = useMemo(
    () => tickedAmong(items, wanted, view, room.blocks),
    [items, wanted, view, room.blocks],
  )
  const tick = useCallback(
    (id: AmendmentId, on: boolean) =>
      want((before) => (on ? [...before, id] : before.filter((other) => other !== id))),
    [],
  )
  const untick = useCallback(() => want([]), [])
  const ticking = useMemo<Ticking>(
    () => ({ ticked: new Set(ticked.map(({ amendment }) => amendment.id)), tick }),
    [ticked, tick],
  )
  return { ticked, ticking, untick }
}
