import { useEffect, useRef, useState } from 'react'

/** Whether a value has become another within so many milliseconds; that it came at all (from null) is no news. */
export function useIsFresh(value: string | null, ms: number): boolean {
  const [changes, count] = useState(0)
  const [isFresh, say] = useState(false)
  const last = useRef(value)
  useEffect(() => {
    if (value === null || value === last.current) return
    if (last.current !== null) count((before) => before + 1)
    last.current = value
  }, [value])
  useEffect(() => {
    if (changes === 0) return
    say(true)
    const timer = setTimeout(() => say(false), ms)
    return () => clearTimeout(timer)
  }, [changes, ms])
  return isFresh
}
