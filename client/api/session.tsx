import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Capacity, Me } from '../../shared/api.ts'
import { getSession } from './api.ts'
import { type Asked, useAsk } from './useAsk.ts'

interface Session {
  readonly asked: Asked<Me>
  readonly capacities: readonly Capacity[]
  /** Asks the server again, after entering. */
  readonly reload: () => void
}

const Held = createContext<Session>({ asked: { is: 'loading' }, capacities: [], reload: () => {} })

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { asked, reload } = useAsk('session', getSession)
  const value = useMemo(
    () => ({ asked, capacities: asked.is === 'ready' ? asked.value.capacities : [], reload }),
    [asked, reload],
  )
  return <Held value={value}>{children}</Held>
}

export const useSession = (): Session => useContext(Held)

const Acting = createContext<Capacity | null>(null)

export function CapacityProvider(props: { readonly capacity: Capacity; readonly children: ReactNode }) {
  return <Acting value={props.capacity}>{props.children}</Acting>
}

/** Whom this page acts for, or null on pages outside `/as/<capacity>/`. */
export const useCapacityIfAny = (): Capacity | null => useContext(Acting)

/** Whom this page acts for. Only on pages under `/as/<capacity>/`. */
export function useCapacity(): Capacity {
  const capacity = useContext(Acting)
  if (!capacity) throw new Error('a page of a capacity outside /as/<capacity>/')
  return capacity
}
