import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../tests/support/browser.ts'
import { builtServer } from '../tests/support/built-server.ts'
import { Delegate } from '../tests/support/delegate.ts'
import { type Minister, opensText, seatMinisters } from '../tests/support/ministers.ts'
import { type Link, type RunningServer, startServer } from '../tests/support/server.ts'
import { DECLARATION } from './declaration.ts'
import { percentile } from './load.ts'
import { buildClient } from './paint.ts'
import { say } from './say.ts'

/** Part g: how a page moves while every invited State endorses within ten seconds; frames in milliseconds. */
export interface Watched {
  readonly page: string
  readonly frames: number
  readonly median: number
  readonly p95: number
  readonly worst: number
}

export interface RollCall {
  readonly ministers: number
  readonly seconds: number
  readonly pages: readonly Watched[]
}

const SECONDS = 10

export async function rollCall(): Promise<RollCall> {
  buildClient()
  const server = await startServer({ program: [await builtServer()] })
  const browser = await launchBrowser()
  try {
    await server.stop()
    const ministers = await seatMinisters(server, DECLARATION.id)
    await server.restart()
    await opensText(await Delegate.signIn(server, 'Secretariat', DECLARATION.id))
    const desk = { locale: 'en-GB', viewport: { width: 1440, height: 900 } }
    const hand = { locale: 'en-GB', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
    const observer = await browser.newContext(desk)
    const address = await enter(observer, server, 'Observer')
    const pocket = await browser.newContext({ ...hand, storageState: await observer.storageState() })
    const pages: readonly (readonly [string, Page])[] = [
      ['The roll', await opened(observer, `${address}/roll`)],
      ['The roll on a phone', await opened(pocket, `${address}/roll`)],
      ['The wall', await opened(observer, `${address}/screen`)],
    ]
    const watched: Watched[] = []
    // One after the other, so that no page draws at the cost of another's frames.
    const share = Math.ceil(ministers.length / pages.length)
    for (const [place, [name, page]] of pages.entries()) {
      await page.bringToFront()
      const some = ministers.slice(place * share, (place + 1) * share)
      watched.push(await watch(name, page, some, SECONDS / pages.length))
    }
    return { ministers: ministers.length, seconds: SECONDS, pages: watched }
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function watch(
  name: string,
  page: Page,
  ministers: readonly Minister[],
  seconds: number,
): Promise<Watched> {
  const recording = page.evaluate(framesFor, (seconds + 1) * 1_000)
  await Promise.all(
    ministers.map(async ({ state, delegate, device }, place) => {
      await new Promise((then) => setTimeout(then, (place * seconds * 1_000) / ministers.length))
      const signed = await delegate.signs(device, state)
      if (!signed || !(await delegate.do({ do: 'text.endorse', signed })))
        throw new Error(`${state} is refused`)
    }),
  )
  const frames = (await recording).toSorted((a, b) => a - b)
  const [median, p95, worst] = [percentile(frames, 0.5), percentile(frames, 0.95), frames.at(-1) ?? 0]
  say(`${name}: a frame ${median.toFixed(1)}, p95 ${p95.toFixed(1)}, worst ${worst.toFixed(1)} ms`)
  return { page: name, frames: frames.length, median, p95, worst }
}

async function enter(context: BrowserContext, server: RunningServer, name: string): Promise<string> {
  const link = server.links.find((it: Link) => it.name === name)
  const page = await context.newPage()
  await page.goto(link?.url ?? '')
  await page.getByRole('button', { name: /^Enter/ }).click()
  await page.waitForURL(/\/as\//)
  const [, , capacity = ''] = new URL(page.url()).pathname.split('/')
  await page.close()
  return `${server.origin}/as/${capacity}/d/${DECLARATION.id}`
}

async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('.world-state').first().waitFor({ state: 'attached' })
  return page
}

/** Runs in the page: how long each frame took, for so many milliseconds. */
async function framesFor(ms: number): Promise<number[]> {
  const frames: number[] = []
  const began = performance.now()
  let last = await new Promise<number>(requestAnimationFrame)
  while (last - began < ms) {
    const now = await new Promise<number>(requestAnimationFrame)
    frames.push(now - last)
    last = now
  }
  return frames
}
