import { useRef } from 'react'
import type { EndorsingAnswer } from '../../../shared/api.ts'
import type { CapacityId, DeclarationId } from '../../../shared/ids.ts'
import { getEndorsing } from '../../api/api.ts'
import { isFailure } from '../../api/failure.ts'
import { useAsk } from '../../api/useAsk.ts'
import { useEvery } from '../../useEvery.ts'

/** How often the server is asked what has changed. A signatory's page holds no socket, so that it opens anywhere. */
const AGAIN = 3_000

/** All that the page shows; the final words are fetched once. */
export function useEndorsing(declaration: DeclarationId, capacity: CapacityId) {
  const words = useRef<string | null>(null)
  const hash = useRef<string | null>(null)
  const ask = async () => {
    const answer = await getEndorsing(declaration, capacity, hash.current)
    if (isFailure(answer)) return answer
    words.current = answer.words ?? words.current
    hash.current = words.current ? (answer.version?.hash ?? null) : null
    return { ...answer, words: words.current } satisfies EndorsingAnswer
  }
  const { asked, reload } = useAsk(`${capacity}/${declaration}`, ask)
  // What stands on the page stays there while the line is bad.
  const last = useRef<EndorsingAnswer | null>(null)
  if (asked.is === 'ready') last.current = asked.value
  useEvery(AGAIN, reload)
  const isOffline = asked.is === 'failed' && last.current !== null
  return { asked: isOffline ? { is: 'ready' as const, value: last.current } : asked, isOffline, reload }
}
