import { useCallback, useEffect, useRef, useState } from 'react'
import { advanced, type Reel, type Speed } from './pace.ts'

export interface Player {
  readonly place: number
  readonly isPlaying: boolean
  readonly speed: Speed
  /** From the beginning again where the end was reached. */
  play(): void
  pause(): void
  /** Stops there. */
  goTo(place: number): void
  setSpeed(speed: Speed): void
}

/** Moves over the acts with the frames of the browser: a page that nobody sees stands still. */
export function usePlayer(length: number, start: number): Player {
  const [place, setPlace] = useState(() => Math.max(0, Math.min(start, length - 1)))
  const [isPlaying, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(2)
  const reel = useRef<Reel>({ place, rest: 0 })
  useEffect(() => {
    if (!isPlaying) return
    let last = performance.now()
    let frame = requestAnimationFrame(function next(now) {
      reel.current = advanced(reel.current, now - last, speed, length)
      last = now
      setPlace(reel.current.place)
      if (reel.current.place >= length - 1) return setPlaying(false)
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying, speed, length])

  const goTo = useCallback((next: number) => {
    reel.current = { place: next, rest: 0 }
    setPlace(next)
    setPlaying(false)
  }, [])
  const play = useCallback(() => {
    if (reel.current.place >= length - 1) {
      reel.current = { place: 0, rest: 0 }
      setPlace(0)
    }
    setPlaying(true)
  }, [length])
  const pause = useCallback(() => setPlaying(false), [])
  return { place, isPlaying, speed, play, pause, goTo, setSpeed }
}
