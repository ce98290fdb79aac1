import { useEffect, useState } from 'react'
import type { Instant } from '../../shared/ids.ts'
import { serverClock } from '../api/serverClock.ts'
import { untilItChanges } from './remaining.ts'

/** Milliseconds until then by the server's clock, at least 0; it changes with each minute, and says so when none is left. */
export function useTimeLeft(deadline: Instant): number {
  const left = () => Math.max(0, Date.parse(deadline) - serverClock.now())
  const [, look] = useState(0)
  const ms = left()
  // Every look sets the timer for the next.
  useEffect(() => {
    if (ms === 0) return
    const timer = setTimeout(() => look((count) => count + 1), untilItChanges(ms))
    return () => clearTimeout(timer)
  })
  return ms
}
