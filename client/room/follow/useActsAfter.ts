import { useEffect, useRef, useState } from 'react'
import type { Act } from '../../../shared/act.ts'
import type { CapacityId, DeclarationId } from '../../../shared/ids.ts'
import { getActs } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'

/** The public acts after the one of the number `after`, which stays the same; only what is new is asked for. */
export function useActsAfter(
  declaration: DeclarationId,
  capacity: CapacityId,
  after: number,
  acts: number,
): readonly Act[] {
  const [held, hold] = useState<readonly Act[]>([])
  const asked = useRef(after)
  useEffect(() => {
    const upTo = acts - 1
    if (upTo <= asked.current) return
    const from = asked.current
    asked.current = upTo
    getActs(declaration, capacity, from).then((answer) => {
      // Asked again with the next act.
      if (isFailure(answer)) asked.current = Math.min(asked.current, from)
      else hold((before) => merged(before, answer.acts))
    })
  }, [declaration, capacity, acts])
  return held
}

/** Answers may cross, and overlap. */
function merged(before: readonly Act[], more: readonly Act[]): readonly Act[] {
  const known = new Set(before.map(({ act }) => act))
  return [...before, ...more.filter(({ act }) => !known.has(act))].sort((a, b) => a.act - b.act)
}
