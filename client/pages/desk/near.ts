import { createContext, type RefObject, startTransition, useContext, useEffect, useState } from 'react'

/** So far beyond the edge of the screen counts as near it: who goes on by keys finds the next buttons there. */
const MARGIN = '100% 0px'

/** Tells elements of the page when they come near the screen, and when they go. */
export class Nearness {
  private readonly told = new Map<Element, (isNear: boolean) => void>()
  private readonly observer = new IntersectionObserver((entries) => this.tell(entries), {
    rootMargin: MARGIN,
  })

  watch(element: Element, tell: (isNear: boolean) => void): () => void {
    this.told.set(element, tell)
    this.observer.observe(element)
    return () => {
      this.told.delete(element)
      this.observer.unobserve(element)
    }
  }

  private tell(entries: readonly IntersectionObserverEntry[]): void {
    // Whoever scrolls goes first.
    startTransition(() => {
      for (const { target, isIntersecting } of entries) {
        // What has the focus does not go away under the hands.
        if (isIntersecting || !target.contains(document.activeElement))
          this.told.get(target)?.(isIntersecting)
      }
    })
  }
}

/** Null: everything counts as near. */
export const Near = createContext<Nearness | null>(null)

/** Whether the element is on the screen or near it. */
export function useNear(element: RefObject<Element | null>): boolean {
  const nearness = useContext(Near)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (nearness && element.current) return nearness.watch(element.current, setNear)
    return undefined
  }, [nearness, element])
  return nearness === null || isNear
}
