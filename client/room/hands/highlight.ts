import { bare } from './find.ts'

/**
 * Marks what was found without touching the page: the editor's words stay the editor's. A browser without highlights
 * shows none; one is led to the place all the same.
 */
export function highlightFound(
  words: string,
  here: { readonly within: string; readonly nth: number } | null,
): void {
  const { highlights } = CSS
  if (!highlights) return
  highlights.delete('found')
  highlights.delete('found-here')
  const wanted = bare(words.trim())
  if (wanted === '') return
  const all = [...document.querySelectorAll('.paper, .panel')].flatMap((part) => rangesIn(part, wanted))
  highlights.set('found', new Highlight(...all))
  const place = here ? document.querySelector(here.within) : null
  const range = place && here ? rangesIn(place, wanted)[here.nth] : undefined
  if (!range) return
  highlights.set('found-here', new Highlight(range))
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}

/** Where the element's own text has the words; words cut by an element are passed over. */
function rangesIn(root: Element, wanted: string): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = bare(node.textContent ?? '')
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      ranges.push(range)
    }
  }
  return ranges
}
