import { useMemo, useRef } from 'react'
import type { Act } from '../../../shared/act.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { Past } from '../../../shared/moment.ts'
import { getActs } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { useCapacity } from '../../api/session.tsx'
import { useAsk } from '../../api/useAsk.ts'
import type { RoomState } from '../../sync/useRoom.ts'

/** The public acts, and with them every moment of the negotiation. */
export interface Kept {
  /** Oldest first; none until they have come. */
  readonly acts: readonly Act[]
  readonly past: Past | null
  readonly failure: Failure | null
  readonly reload: () => void
}

/** Asks for new acts as the record grows, and keeps those that it has. */
export function usePast({ doc, blocks }: RoomState, { record }: RoomView): Kept {
  const { id: capacity } = useCapacity()
  const { declaration, acts: count } = record
  const held = useRef<readonly Act[]>([])
  const { asked, reload } = useAsk(`${declaration.id} ${count}`, async () => {
    const answer = await getActs(declaration.id, capacity, held.current.at(-1)?.act ?? -1)
    if (isFailure(answer)) return answer
    const last = held.current.at(-1)?.act ?? -1
    held.current = [...held.current, ...answer.acts.filter(({ act }) => act > last)]
    return held.current
  })
  const acts = asked.is === 'ready' ? asked.value : held.current
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is a mutable document, told by its blocks
  const past = useMemo(() => (acts.length > 0 ? new Past(acts, doc) : null), [acts, doc, blocks])
  return { acts, past, failure: asked.is === 'failed' ? asked.failure : null, reload }
}
