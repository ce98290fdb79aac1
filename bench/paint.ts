import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../tests/support/browser.ts'
import { table } from './amendments.ts'
import { Conference, type Person } from './conference.ts'
import { DECLARATION } from './declaration.ts'
import { percentile } from './load.ts'
import { type Opening, opening } from './opening.ts'
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
  /** At the width of a phone, on the same machine. */
  readonly phone: { readonly median: number; readonly p95: number }
  readonly openings: readonly Opening[]
}

export interface Scene {
  readonly amendments: number
  readonly keystrokes: number
}

const PAUSE_MS = 120

/** One delegate types in a room where so many amendments are pending. */
export async function paint({ amendments, keystrokes }: Scene): Promise<Paint> {
  buildClient()
  const { people, secretariat } = await meetingOf(60)
  const { running, close } = await openMeeting(60)
  const conference = new Conference(running.port)
  say(`tabling ${amendments} amendments`)
  await table(running.port, conference, people.slice(1), amendments)
  const browser = await launchBrowser()
  try {
    const desk = { locale: 'en-GB', viewport: { width: 1440, height: 900 } }
    const hand = { locale: 'en-GB', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
    const context = await browser.newContext(desk)
    const typed = sharesOf(await typeIn(await roomOf(context, running, people[0]), keystrokes))
    const pocket = await browser.newContext(hand)
    const phone = sharesOf(await typeIn(await roomOf(pocket, running, people[1]), keystrokes))
    const openings: Opening[] = []
    for (const [name, there, person, path, first] of [
      ['The room', context, people[0], '', '.ghost'],
      ['The room on a phone', pocket, people[1], '', '.ghost'],
      ['The desk', await browser.newContext(desk), secretariat, '/desk', '.desk-amendment .button'],
    ] as const) {
      if (!person) continue
      await signIn(there, person)
      const address = `${addressOf(running, person)}${path}`
      const scroller = path === '' ? { scroller: '.paper-scroll' } : {}
      openings.push(await opening(there, { name, address, first, ...scroller }))
    }
    return { amendments, keystrokes, ...typed, phone, openings }
  } finally {
    await browser.close()
    await close()
  }
}

const repository = resolve(import.meta.dirname, '..')

export function buildClient(): void {
  if (existsSync(resolve(repository, 'dist/client/index.html'))) return
  execFileSync('npm', ['run', '-s', 'build'], { cwd: repository, stdio: ['ignore', 2, 2] })
}

function sharesOf(times: readonly number[]): { median: number; p95: number; worst: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const share = (of: number) => percentile(sorted, of)
  const [median, p95, worst] = [share(0.5), share(0.95), share(1)]
  say(`keystroke to paint: median ${median.toFixed(1)}, p95 ${p95.toFixed(1)} ms`)
  return { median, p95, worst }
}

const addressOf = ({ port }: Running, { capacity }: Person): string =>
  `http://localhost:${port}/as/${capacity}/d/${DECLARATION.id}`

async function signIn(context: BrowserContext, { cookie }: Person): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: 'localhost', path: '/' }])
}

async function roomOf(context: BrowserContext, running: Running, person: Person | undefined): Promise<Page> {
  if (!person) throw new Error('nobody was invited')
  await signIn(context, person)
  const page = await context.newPage()
  await page.addInitScript(watchKeys)
  await page.goto(addressOf(running, person))
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
