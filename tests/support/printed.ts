import type { Page } from 'playwright-core'

/** A page as a printer has it. */
export interface Printed {
  /** What stands on it to read. */
  readonly words: string
  /** What stands at the foot of each sheet. */
  readonly foot: string
  /** Things to press, to tick or to go to, which paper has no use for. */
  readonly hands: readonly string[]
  /** Colours of the paper and of the words. */
  readonly paper: readonly string[]
  readonly ink: readonly string[]
  readonly sheets: number
}

/** Prints the page from a browser that shows everything dark. */
export async function printed(page: Page): Promise<Printed> {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const look = await page.evaluate(read)
  const pdf = await page.pdf({ format: 'A4' })
  await page.emulateMedia({ media: null, colorScheme: null })
  return { ...look, sheets: pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0 }
}

/** Runs in the page. */
function read(): Omit<Printed, 'sheets'> {
  const shown = [...document.querySelectorAll('body *')].filter((it) => it.checkVisibility())
  const hands = shown.filter((it) =>
    it.matches('.button, .icon-button, .choice, .field, .no-print, nav, header.page-header'),
  )
  const coloured = shown.filter((it) =>
    it.matches('h1, h2, h3, p, ins, del, li, article, section, main, strong'),
  )
  const sheets = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is laid out stands on the paper
    words: document.body.innerText,
    foot: sheets.map(({ cssText }) => cssText).join(' '),
    hands: hands.map((it) => it.className || it.tagName),
    paper: [
      ...new Set([document.documentElement, ...coloured].map((it) => getComputedStyle(it).backgroundColor)),
    ].sort(),
    ink: [...new Set(coloured.map((it) => getComputedStyle(it).color))],
  }
}
