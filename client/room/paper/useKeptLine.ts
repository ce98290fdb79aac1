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
    let set = -1
    const look = () => {
      if (box.scrollTop !== set) places = placesIn(box, 0)
    }
    // Told after the layout and before it is drawn: nobody sees the line go and come back.
    const grown = new ResizeObserver(() => {
      const written = writtenIn(box)
      const by = () => drift(places, written, (block) => topOf(box, block))
      // At its top a view shows what stands above the text; one that writes there keeps the line all the same.
      if (box.scrollTop > 0 || written !== null) box.scrollTop += by()
      set = box.scrollTop
      // Less than a pixel can't be scrolled; it is kept for the next time, so that it never adds up.
      const rest = by()
      places = placesIn(box, Math.abs(rest) < 1 ? rest : 0)
    })
    grown.observe(paper)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      grown.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller])
}

/** Views that are not shown have no place. */
const isShown = (element: Element): boolean => element.getClientRects().length > 0

const blocksIn = (box: Element, name = 'data-block'): Element[] =>
  [...box.querySelectorAll(`[${name}]`)].filter(isShown)

function placesIn(box: Element, rest: number): Places {
  const { top, bottom } = box.getBoundingClientRect()
  return new Map(
    blocksIn(box).flatMap((element): [BlockId, number][] => {
      const rect = element.getBoundingClientRect()
      const isInSight = rect.bottom > top && rect.top < bottom
      return isInSight ? [[element.getAttribute('data-block') ?? '', rect.top - top - rest]] : []
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
