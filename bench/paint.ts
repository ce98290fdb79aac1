import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../tests/support/browser.ts'
import { table } from './amendments.ts'
import { Conference, type Person } from './conference.ts'
import { DECLARATION } from './declaration.ts'
import { percentile } from './load.ts'
import { meetingOf, openMeeting } from './paraph.ts'
import type { Running } from './process.ts'
import { say } from './say.ts'

/** Part e: from keystroke to paint in a browser, in milliseconds. */
export interface Paint {
  readonly amendments: number
  readonly keystrokes: number
  readonly median: number
  readonly p95: number
  readonly worst: number
}

export interface Scene {
  readonly amendments: number
  readonly keystrokes: number
}

const PAUSE_MS = 120

/** One delegate types in a room where so many amendments are pending. */
export async function paint({ amendments, keystrokes }: Scene): Promise<Paint> {
  buildClient()
  const { people } = await meetingOf(60)
  const { running, close } = await openMeeting(60)
  const conference = new Conference(running.port)
  say(`tabling ${amendments} amendments`)
  await table(running.port, conference, people.slice(1), amendments)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    const times = await typeIn(await roomOf(context, running, people[0]), keystrokes)
    const sorted = times.toSorted((a, b) => a - b)
    const [median, p95, worst] = [0.5, 0.95, 1].map((share) => percentile(sorted, share))
    say(`keystroke to paint: median ${median?.toFixed(1)}, p95 ${p95?.toFixed(1)} ms`)
    return { amendments, keystrokes: times.length, median: median ?? 0, p95: p95 ?? 0, worst: worst ?? 0 }
  } finally {
    await browser.close()
    await close()
  }
}

const repository = resolve(import.meta.dirname, '..')

function buildClient(): void {
  if (existsSync(resolve(repository, 'dist/client/index.html'))) return
  execFileSync('npm', ['run', '-s', 'build'], { cwd: repository, stdio: ['ignore', 2, 2] })
}

async function roomOf(context: BrowserContext, { port }: Running, person: Person | undefined): Promise<Page> {
  const [name = '', value = ''] = person?.cookie.split('=') ?? []
  await context.addCookies([{ name, value, domain: 'localhost', path: '/' }])
  const page = await context.newPage()
  await page.addInitScript(watchKeys)
  await page.goto(`http://localhost:${port}/as/${person?.capacity}/d/${DECLARATION.id}`)
  await page.locator('.ProseMirror[contenteditable="true"]').waitFor()
  return page
}

async function typeIn(page: Page, keystrokes: number): Promise<number[]> {
  const editor = page.locator('.ProseMirror[contenteditable="true"]')
  await editor.focus()
  if (!(await editor.evaluate(placeCaret, 'conflict'))) throw new Error('no place to type at')
  await page.waitForTimeout(500)
  // The first letter opens the draft; the first few are not counted.
  await page.keyboard.press('x')
  await page.waitForTimeout(2_000)
  for (let nth = -5; nth < keystrokes; nth++) {
    await page.keyboard.press(nth % 7 === 6 ? 'Space' : 'abcdefghij'.charAt(Math.abs(nth) % 10))
    await page.waitForTimeout(PAUSE_MS + ((nth * 37) % 29))
  }
  await page.waitForTimeout(1_000)
  const times = await page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints)
  return times.slice(-keystrokes)
}

/** Runs in the page: from each keydown to the task after the frame that follows it. */
function watchKeys(): void {
  const paints: number[] = []
  Object.assign(globalThis, { paints })
  addEventListener(
    'keydown',
    () => {
      const start = performance.now()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => paints.push(performance.now() - start)
        port2.postMessage(null)
      })
    },
    { capture: true },
  )
}

/** Runs in the page: puts the caret behind words of the paper. */
function placeCaret(root: Element, words: string): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    if (at < 0 || node.parentElement?.closest('[contenteditable="false"]')) continue
    getSelection()?.collapse(node, at + words.length)
    return true
  }
  return false
}
