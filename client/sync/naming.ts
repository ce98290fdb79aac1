import { useSyncExternalStore } from 'react'
import type { CapacityId } from '../../shared/ids.ts'

/** Whether an observer wishes to be named to the others: kept on this device, until the person signs out. */

const SHELF = 'paraph/named/'
const watchers = new Set<() => void>()

// A browser may refuse storage altogether: nobody is named then.
export function isNamed(capacity: CapacityId): boolean {
  try {
    return localStorage.getItem(SHELF + capacity) !== null
  } catch {
    return false
  }
}

export function wishNaming(capacity: CapacityId, named: boolean): void {
  try {
    if (named) localStorage.setItem(SHELF + capacity, '')
    else localStorage.removeItem(SHELF + capacity)
  } catch {
    return
  }
  for (const watcher of watchers) watcher()
}

export function forgetNaming(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(SHELF)) localStorage.removeItem(key)
}

/** Hears of it in this tab and in others. */
export function watchNaming(watcher: () => void): () => void {
  const stored = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(SHELF)) watcher()
  }
  watchers.add(watcher)
  addEventListener('storage', stored)
  return () => {
    watchers.delete(watcher)
    removeEventListener('storage', stored)
  }
}

export function useNaming(capacity: CapacityId): readonly [boolean, (named: boolean) => void] {
  const named = useSyncExternalStore(watchNaming, () => isNamed(capacity))
  return [named, (wish) => wishNaming(capacity, wish)]
}
