import type { Page } from 'playwright-core'

/** What a page has brought over the network, in bytes as they travelled: compressed, with their headers. */
export interface Weight {
  /** HTML, scripts, styles, data and pictures. */
  readonly page: number
  readonly fonts: number
  /** The heaviest first. */
  readonly files: readonly (readonly [path: string, bytes: number])[]
}

/** Weighs what a page loads, as the browser itself counts it. */
export class Scale {
  private readonly requests = new Map<string, { readonly url: string; readonly type: string }>()
  private readonly loaded: { readonly url: string; readonly type: string; readonly bytes: number }[] = []

  /** Before the page is opened. */
  static async under(page: Page): Promise<Scale> {
    const scale = new Scale()
    const door = await page.context().newCDPSession(page)
    await door.send('Network.enable')
    door.on('Network.responseReceived', ({ requestId, response, type }) => {
      scale.requests.set(requestId, { url: response.url, type })
    })
    door.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = scale.requests.get(requestId)
      if (request) scale.loaded.push({ ...request, bytes: encodedDataLength })
    })
    return scale
  }

  weigh(): Weight {
    const of = (isFont: boolean) =>
      this.loaded
        .filter(({ type }) => (type === 'Font') === isFont)
        .reduce((sum, { bytes }) => sum + bytes, 0)
    const files = this.loaded
      .map(({ url, bytes }) => [new URL(url).pathname, bytes] as const)
      .sort(([, one], [, other]) => other - one)
    return { page: of(false), fonts: of(true), files }
  }
}
