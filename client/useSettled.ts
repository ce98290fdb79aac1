import { useEffect, useRef, useState } from 'react'

/**
 * Follows a value that may change many times a second: the first change at once, later ones at most every `ms`, and
 * the last one always.
 */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value)
  const last = useRef(0)
  useEffect(() => {
    if (Object.is(settled, value)) return
    const timer = setTimeout(
      () => {
        last.current = performance.now()
        settle(() => value)
      },
      Math.max(0, last.current + ms - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [value, settled, ms])
  return settled
}
