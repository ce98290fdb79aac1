import { useEffect, useRef } from 'react'

/** Does it again and again while somebody looks at the page, and at once when they look again; null: never. */
export function useEvery(ms: number | null, what: () => void): void {
  const latest = useRef(what)
  latest.current = what
  useEffect(() => {
    if (ms === null) return
    const tick = () => {
      if (document.visibilityState === 'visible') latest.current()
    }
    const timer = setInterval(tick, ms)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [ms])
}
