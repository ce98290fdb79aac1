import type { BlockId } from '../../shared/ids.ts'

/** How far beyond the edge of the screen a block counts as on it: one scrolls into words, not into holes. */
const MARGIN = '60% 0px'
/** And how far it has to go to be off it again: what is drawn around it moves it, and must not bring it back. */
const FAR = '200% 0px'

/** Which blocks are on the screen. On paper, all are. */
export class InView {
  private readonly blocks = new Set<BlockId>()
  private readonly watched = new WeakSet<Element>()
  private readonly near: IntersectionObserver
  private readonly far: IntersectionObserver
  private readonly moved: () => void
  private isPrinting = false

  /** `moved` is called when blocks of `paper` have come or gone. */
  constructor(paper: Element, moved: () => void) {
    this.moved = moved
    const root = scrollerOf(paper)
    const taking = (isIn: boolean) => (entries: readonly IntersectionObserverEntry[]) =>
      this.take(entries.filter(({ isIntersecting }) => isIntersecting === isIn))
    this.near = new IntersectionObserver(taking(true), { root, rootMargin: MARGIN })
    this.far = new IntersectionObserver(taking(false), { root, rootMargin: FAR })
    addEventListener('beforeprint', this.print)
    addEventListener('afterprint', this.print)
  }

  readonly has = (block: BlockId): boolean => this.isPrinting || this.blocks.has(block)

  /** Watches the blocks that the editor shows now; those that it has taken away tell so by themselves. */
  watch(root: Element): void {
    for (const element of root.children) {
      if (this.watched.has(element)) continue
      this.watched.add(element)
      this.near.observe(element)
      this.far.observe(element)
    }
  }

  leave(): void {
    this.near.disconnect()
    this.far.disconnect()
    removeEventListener('beforeprint', this.print)
    removeEventListener('afterprint', this.print)
  }

  private take(entries: readonly IntersectionObserverEntry[]): void {
    const before = this.blocks.size
    let came = false
    for (const { target, isIntersecting } of entries) {
      const block = target instanceof HTMLElement ? target.dataset['block'] : undefined
      if (block === undefined) continue
      if (isIntersecting) {
        came ||= !this.blocks.has(block)
        this.blocks.add(block)
      } else if (target.isConnected) this.blocks.delete(block)
      else this.watched.delete(target)
    }
    if (came || this.blocks.size !== before) this.moved()
  }

  private readonly print = (event: Event) => {
    this.isPrinting = event.type === 'beforeprint'
    this.moved()
  }
}

/** What scrolls the element: a margin counts from its edge. Null: the window does. */
function scrollerOf(element: Element): Element | null {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer
  }
  return null
}
