import { useRef } from 'react'

/** The list as it was before where it has the same members in the same order: whoever depends on it stays calm. */
export function useSame<T>(now: readonly T[]): readonly T[] {
  const before = useRef(now)
  const isSame =
    now.length === before.current.length && now.every((it, index) => it === before.current[index])
  if (!isSame) before.current = now
  return before.current
}
