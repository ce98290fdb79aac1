import type { CDPSession, Page, Route } from 'playwright-core'

/** Until the worker answers for the page. Nothing is polled: a page in the background draws no frames. */
export const isKeptByWorker = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator
    await serviceWorker.ready
    if (serviceWorker.controller) return
    await new Promise((claimed) =>
      serviceWorker.addEventListener('controllerchange', claimed, { once: true }),
    )
  })

/** The line between a page and the server: held, or as slow as far away from any mast. */
export class Line {
  /** What came over it since it was held. */
  readonly answered: string[] = []
  private readonly held: Route[] = []
  private readonly page: Page
  private readonly door: CDPSession

  private constructor(page: Page, door: CDPSession) {
    this.page = page
    this.door = door
  }

  static async of(page: Page): Promise<Line> {
    const line = new Line(page, await page.context().newCDPSession(page))
    await line.door.send('Network.enable')
    return line
  }

  /** Nothing that is asked of the interface goes out. */
  async hold(): Promise<void> {
    await this.page.route('**/api/**', (route) => {
      this.held.push(route)
    })
    this.page.on('response', this.note)
  }

  /** All that waits goes out. */
  async release(): Promise<void> {
    this.page.off('response', this.note)
    await Promise.all(this.held.splice(0).map((route) => route.continue()))
    await this.page.unroute('**/api/**')
  }

  /** 400 ms there and back, 400 kbit in a second. */
  async slow3G(): Promise<void> {
    const throughput = 400_000 / 8
    await this.door.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
  }

  private readonly note = (response: { url(): string; fromServiceWorker(): boolean }): void => {
    if (!response.fromServiceWorker()) this.answered.push(new URL(response.url()).pathname)
  }
}

/** Runs in a page before it begins: notes when each of these stood there for the first time, in ms of its opening. */
export function noteTimes(selectors: readonly string[]): void {
  const times: (number | null)[] = selectors.map(() => null)
  Object.assign(globalThis, { times })
  new MutationObserver(() => {
    selectors.forEach((selector, place) => {
      if (times[place] === null && document.querySelector(selector))
        times[place] = Math.round(performance.now())
    })
  }).observe(document, { childList: true, subtree: true })
}
