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

/** After a look that came to nothing; in milliseconds. */
const AGAIN = 60_000

/** Looks at the ledger when the page opens and as the record grows, and again while a proof is missing. */
export function useWitness({ declaration, capacity, acts }: Watching, { first, pause }: Pace): Watched {
  const witness = witnessOf(declaration)
  const watched = useSyncExternalStore(witness.watch, witness.get)
  const { finding } = watched
  const missing = finding?.is === 'unproved' ? finding : null
  const opened = useRef<number | null>(null)
  const looked = useRef<number | null>(null)
  useEffect(() => {
    if (acts === null) return
    opened.current ??= Date.now()
    const rest = missing ? Math.max(pause, AGAIN) : pause
    const due = looked.current === null ? opened.current + first : looked.current + rest
    const look = () => {
      looked.current = Date.now()
      void witness.look({
        now: () => new Date().toISOString(),
        askHead: () => getLedger(declaration, capacity),
        askProof: (from, to) => getConsistency(declaration, capacity, from, to),
      })
    }
    const timer = setTimeout(look, Math.max(0, due - Date.now()))
    return () => clearTimeout(timer)
  }, [witness, declaration, capacity, acts, first, pause, missing])
  return watched
}
