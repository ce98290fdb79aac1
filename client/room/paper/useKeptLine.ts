import { type RefObject, useEffect } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { drift, type Places } from './keptLine.ts'

/**
 * What one reads or writes stays under the eye while others' proposals grow around it, and when the view changes. The
 * browser's own way keeps the top of an editor that has the focus, not the words in it, and some have none.
 */
export function useKeptLine(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = scroller.current
    const paper = box?.firstElementChild
    if (!box || !paper) return
    let places: Places = new Map()
    let at = box.scrollTop
    let height = 0
    const look = () => {
      const by = box.scrollTop - at
      const hasGrown = heightOf(paper) !== height
      // A paper that shrank at its end is scrolled by the browser, and not by the person.
      if (by === 0 || (hasGrown && by < 0 && isAtEnd(box))) return
      at = box.scrollTop
      places = hasGrown ? shifted(places, by) : placesIn(box)
    }
    // Told after the layout and before it is drawn: nobody sees the line go and come back.
    const grown = new ResizeObserver(() => {
      const written = writtenIn(box)
      const by = () => drift(places, written, (block) => topOf(box, block))
      // At its top a view shows what stands above the text; one that writes there keeps the line all the same.
      if (box.scrollTop > 0 || written !== null) box.scrollTop += by()
      at = box.scrollTop
      height = heightOf(paper)
      // Less than a pixel can't be scrolled; it is kept for the next time, so that it never adds up.
      const rest = by()
      places = Math.abs(rest) < 1 ? shifted(placesIn(box), rest) : placesIn(box)
    })
    grown.observe(paper)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      grown.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller])
}

const heightOf = (element: Element): number => element.getBoundingClientRect().height

const isAtEnd = (box: Element): boolean => box.scrollTop >= box.scrollHeight - box.clientHeight - 1

/** Where they are once they were scrolled. */
const shifted = (places: Places, by: number): Places =>
  new Map([...places].map(([block, top]) => [block, top - by]))

/** Views that are not shown have no place. */
const isShown = (element: Element): boolean => element.getClientRects().length > 0

const blocksIn = (box: Element, name = 'data-block'): Element[] =>
  [...box.querySelectorAll(`[${name}]`)].filter(isShown)

function placesIn(box: Element): Places {
  const { top, bottom } = box.getBoundingClientRect()
  return new Map(
    blocksIn(box).flatMap((element): [BlockId, number][] => {
      const rect = element.getBoundingClientRect()
      const isInSight = rect.bottom > top && rect.top < bottom
      return isInSight ? [[element.getAttribute('data-block') ?? '', rect.top - top]] : []
    }),
  )
}

function topOf(box: Element, block: BlockId): number | null {
  const element = blocksIn(box, `data-block="${CSS.escape(block)}"`)[0]
  return element ? element.getBoundingClientRect().top - box.getBoundingClientRect().top : null
}

/** The block with the caret, where one writes. */
function writtenIn(box: Element): BlockId | null {
  const focus = document.activeElement?.matches('[contenteditable="true"]')
    ? getSelection()?.anchorNode
    : null
  const element = focus instanceof Element ? focus : focus?.parentElement
  const block = element && box.contains(element) ? element.closest('[data-block]') : null
  return block?.getAttribute('data-block') ?? null
}
