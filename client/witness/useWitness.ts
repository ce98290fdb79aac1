import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { CapacityId, DeclarationId } from '../../shared/ids.ts'
import { getConsistency, getLedger } from '../api/api.ts'
import { type Watched, witnessOf } from './declarationWitness.ts'

export interface Watching {
  readonly declaration: DeclarationId
  readonly capacity: CapacityId
  /** How many acts the record has as the room shows it; null while it shows none. */
  readonly acts: number | null
}

/** In milliseconds. */
export interface Pace {
  /** How long the first look waits: opening a page has more urgent things to do. */
  readonly first: number
  /** How far looks are apart at least, while the record grows: a full room must not ask with every act. */
  readonly pause: number
}

/** Looks at the ledger when the page opens and as the record grows. */
export function useWitness({ declaration, capacity, acts }: Watching, { first, pause }: Pace): Watched {
  const witness = witnessOf(declaration)
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (acts === null) return
    next.current ??= Date.now() + first
    const look = () => {
      next.current = Date.now() + pause
      void witness.look({
        now: () => new Date().toISOString(),
        askHead: () => getLedger(declaration, capacity),
        askProof: (from, to) => getConsistency(declaration, capacity, from, to),
      })
    }
    const timer = setTimeout(look, Math.max(0, next.current - Date.now()))
    return () => clearTimeout(timer)
  }, [witness, declaration, capacity, acts, first, pause])
  return useSyncExternalStore(witness.watch, witness.get)
}
