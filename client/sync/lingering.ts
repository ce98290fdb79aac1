import type { Signal } from './signal.ts'

/** How long an empty room stays open: long enough to walk from one page to the next. */
const LINGER = 5_000

/**
 * A way to watch that closes behind the last watcher: `leave` is called once, some time after nobody watches any
 * more and nothing is under way. A room that nobody ever watched closes too.
 */
export function lingering<T>(
  signal: Signal<T>,
  leave: () => void,
  busy: () => boolean = () => false,
): (watcher: () => void) => () => void {
  let leaving: ReturnType<typeof setTimeout> | null = null

  const linger = () => {
    if (leaving || signal.watched) return
    leaving = setTimeout(() => {
      leaving = null
      if (busy()) linger()
      else leave()
    }, LINGER)
  }

  linger()
  return (watcher) => {
    if (leaving) clearTimeout(leaving)
    leaving = null
    const stop = signal.watch(watcher)
    return () => {
      stop()
      linger()
    }
  }
}
