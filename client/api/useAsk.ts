import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from './api.ts'
import { type Failure, isFailure } from './failure.ts'

export type Asked<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly failure: Failure }
  | { readonly is: 'ready'; readonly value: T }

const LOADING = { is: 'loading' } as const

/**
 * Asks once for each `key`, and again on `reload`. While a reload is under way the last answer stays; an answer
 * that comes after the key has changed is dropped. A null key asks nothing yet.
 */
export function useAsk<T>(key: string | null, ask: () => Promise<Answer<T>>) {
  const [held, hold] = useState<{ readonly key: string | null; readonly asked: Asked<T> }>({
    key,
    asked: LOADING,
  })
  const [round, setRound] = useState(0)
  const latest = useRef(ask)
  latest.current = ask
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (key === null) return
    let wanted = true
    latest.current().then((answer) => {
      if (!wanted) return
      hold({
        key,
        asked: isFailure(answer) ? { is: 'failed', failure: answer } : { is: 'ready', value: answer },
      })
    })
    return () => {
      wanted = false
    }
  }, [key, round])
  const reload = useCallback(() => setRound((count) => count + 1), [])
  return { asked: held.key === key ? held.asked : LOADING, reload }
}
