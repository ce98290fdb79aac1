import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, onTestFailed } from 'vitest'
import { launchBrowser } from './browser.ts'
import { Person } from './person.ts'
import { type Link, type RunningServer, type ServerOptions, startServer } from './server.ts'

/** The screen on a desk, and the one in the hand. */
export const DESK = { viewport: { width: 1440, height: 900 } }
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/**
 * What a journey goes through: a real server and a real browser, there before the first hook that is written below it and
 * ended after the last test. Where a test fails, a picture is kept of every screen that somebody sits at.
 */
export class Journey {
  private readonly name: string
  private readonly people: Person[] = []
  private opened: { readonly server: RunningServer; readonly browser: Browser } | null = null

  constructor(name: string, options: ServerOptions = {}) {
    this.name = name
    beforeAll(async () => {
      const [server, browser] = await Promise.all([startServer(options), launchBrowser()])
      this.opened = { server, browser }
    })
    afterAll(async () => {
      await this.opened?.browser.close()
      await this.opened?.server.stop()
    })
    beforeEach(() => onTestFailed(() => this.keepsPictures()))
  }

  get server(): RunningServer {
    return this.open.server
  }

  device(how: BrowserContextOptions): Promise<BrowserContext> {
    return this.open.browser.newContext(how)
  }

  /** Somebody comes in by a link of the first start, or by another that was made since, in a tab of its own. */
  async enters(
    device: BrowserContext,
    name: string,
    language: 'en' | 'fr' = 'fr',
    links: readonly Link[] = this.server.links,
  ): Promise<Person> {
    const person = await Person.enters(device, { origin: this.server.origin, links }, name, language)
    this.people.push(person)
    return person
  }

  private get open() {
    if (!this.opened) throw new Error(`the journey ${this.name} has not begun`)
    return this.opened
  }

  private async keepsPictures(): Promise<void> {
    for (const [place, person] of this.people.entries()) {
      const name = `failed-${this.name}-${place}-${person.name.replaceAll(' ', '-')}`
      if (!person.page.isClosed()) await person.picture(name)
    }
  }
}
