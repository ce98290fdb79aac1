import type { BrowserContext, Page } from 'playwright-core'
import { percentile } from './load.ts'
import { say } from './say.ts'

/** How a page with many amendments opens from a warm server, and scrolls; in milliseconds. */
export interface Opening {
  readonly page: string
  /** From the address to the first proposal on the screen, browser's cache warm; the median of some rounds. */
  readonly opens: number
  /** From one frame to the next while it scrolls. */
  readonly frame: number
  readonly frameP95: number
}

export interface Opened {
  readonly name: string
  readonly address: string
  /** What stands there when the page can be used. */
  readonly first: string
  /** What scrolls; the window where it is not said. */
  readonly scroller?: string
}

const ROUNDS = 5
const FRAMES = 120

export async function opening(
  context: BrowserContext,
  { name, address, first, scroller }: Opened,
): Promise<Opening> {
  const page = await context.newPage()
  await openOnce(page, address, first)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await openOnce(page, address, first))
  await page.waitForTimeout(1_000)
  const frames = await page.evaluate(scrolled, { selector: scroller ?? null, count: FRAMES })
  await page.close()
  const opens = percentile(
    times.toSorted((a, b) => a - b),
    0.5,
  )
  const sorted = frames.toSorted((a, b) => a - b)
  const [frame, frameP95] = [percentile(sorted, 0.5), percentile(sorted, 0.95)]
  say(
    `${name}: opens in ${opens.toFixed(0)} ms; a frame while scrolling ${frame.toFixed(1)}, p95 ${frameP95.toFixed(1)} ms`,
  )
  return { page: name, opens, frame, frameP95 }
}

async function openOnce(page: Page, address: string, first: string): Promise<number> {
  await page.goto('about:blank')
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(first).first().waitFor()
  return performance.now() - start
}

/** Runs in the page: goes down it, some lines a frame. No function in it has a name, which the page would not know. */
async function scrolled({ selector, count }: { selector: string | null; count: number }): Promise<number[]> {
  const scroller = selector === null ? document.documentElement : document.querySelector(selector)
  const frames: number[] = []
  let last = await new Promise<number>(requestAnimationFrame)
  while (frames.length < count) {
    scroller?.scrollBy(0, 60)
    const now = await new Promise<number>(requestAnimationFrame)
    frames.push(now - last)
    last = now
  }
  return frames
}
