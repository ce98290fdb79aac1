import { useMemo, useRef } from 'react'
import type { Capacity, SignatoryAnswer } from '../../../shared/api.ts'
import type { DeclarationId } from '../../../shared/ids.ts'
import { getEndorsing } from '../../api/api.ts'
import { type Failure, isFailure } from '../../api/failure.ts'
import { shelf } from '../../api/shelf.ts'
import { useAsk } from '../../api/useAsk.ts'
import { useEvery } from '../../useEvery.ts'
import { type Keepsake, keptAs } from './keepsake.ts'

/** How often the server is asked what has changed. A signatory's page holds no socket, so that it opens anywhere. */
const AGAIN = 3_000

/** All that the page shows; the final words are fetched once for this device. */
export interface Shown {
  readonly answer: SignatoryAnswer | null
  /** What was kept may be read; what can be done, only the server knows. */
  readonly isAnswered: boolean
  readonly isOffline: boolean
  /** Why there is nothing to show. */
  readonly failure: Failure | null
  readonly reload: () => void
}

export function useEndorsing(declaration: DeclarationId, capacity: Capacity): Shown {
  const name = keptAs(capacity.id, declaration)
  const kept = useMemo(() => shelf.get<Keepsake>(name)?.answer ?? null, [name])
  const last = useRef<SignatoryAnswer | null>(null)
  const ask = async () => {
    const before = last.current ?? kept
    const came = await getEndorsing(declaration, capacity.id, before)
    if (isFailure(came)) {
      if (came.refused.startsWith('session/')) shelf.clear(name)
      return came
    }
    if (came) shelf.put(name, { capacity, answer: withWords(came, before) } satisfies Keepsake)
    last.current = came ? withWords(came, before) : before
    return last.current ?? { refused: 'server/fault' as const, detail: 'no answer to hold on to' }
  }
  const { asked, reload } = useAsk(name, ask)
  useEvery(AGAIN, reload)
  // What stands on the page stays there while the line is bad.
  const answer = last.current ?? (asked.is === 'failed' && asked.failure.refused !== 'network' ? null : kept)
  const failure = asked.is === 'failed' ? asked.failure : null
  return {
    answer,
    isAnswered: last.current !== null || failure !== null,
    isOffline: failure !== null && answer !== null,
    failure: answer ? null : failure,
    reload,
  }
}

/** Words that are not sent again are those that were known. */
const withWords = (came: SignatoryAnswer, before: SignatoryAnswer | null): SignatoryAnswer =>
  came.words === null && came.version && came.version.hash === before?.version?.hash
    ? { ...came, words: before.words }
    : came
