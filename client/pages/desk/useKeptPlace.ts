import { useCallback, useEffect, useRef } from 'react'
import type { AmendmentId } from '../../../shared/ids.ts'
import type { Record } from '../../../shared/record.ts'
import { parentOf } from '../../../shared/subamendment.ts'
import type { ClauseAgenda } from './agenda.ts'
import { type KeptPlace, keptPlace } from './keptPlace.ts'

/** What an amendment's card and a clause's heading are called on the page, so that the focus can be put there. */
export const placeOfAmendment = (id: AmendmentId): string => `amendment-${id}`
export const placeOfClause = (id: string): string => `clause-${id}`

/**
 * After a decision the focus goes on in the same clause, and to no other unasked. The function is told what is about to
 * be decided, and keeps the place until it is; of nothing, it forgets the place.
 */
export function useKeptPlace(
  agenda: readonly ClauseAgenda[],
  record: Record,
): (decided: readonly AmendmentId[]) => void {
  const kept = useRef<KeptPlace | null>(null)
  const latest = useRef({ agenda, record })
  latest.current = { agenda, record }

  useEffect(() => {
    const place = kept.current
    if (!place || place.decided.some((id) => record.amendments[id]?.state === 'pending')) return
    kept.current = null
    // A dialog that closes gives the focus back first.
    requestAnimationFrame(() => requestAnimationFrame(() => focusOn(place)))
  }, [record])

  return useCallback((decided) => {
    const { agenda, record } = latest.current
    const parents = Object.values(record.amendments).flatMap((it): [AmendmentId, AmendmentId][] => {
      const parent = it.state === 'pending' ? parentOf(record, it) : null
      return parent ? [[it.id, parent.id]] : []
    })
    kept.current = keptPlace(agenda, decided, Object.fromEntries(parents))
  }, [])
}

function focusOn({ next, clause }: KeptPlace): void {
  const places = [...next.map(placeOfAmendment), placeOfClause(clause)]
  for (const place of places) {
    const element = document.getElementById(place)
    if (!element) continue
    element.focus()
    return
  }
}
