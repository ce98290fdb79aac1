import type { BrowserContext, Locator, Page } from 'playwright-core'
import { en } from '../../shared/messages/en.ts'
import { fr } from '../../shared/messages/fr.ts'
import { artefact } from './artefacts.ts'
import type { RunningServer } from './server.ts'

export const DECLARATION = 'high-level-declaration-fr'

/** Somebody at a screen, who finds things by the words that stand on it. */
export class Person {
  readonly name: string
  readonly page: Page
  readonly words: typeof en
  /** What the browser complained of: errors of pages, of the network, and of the content security policy. */
  readonly complaints: string[] = []
  /** What the content security policy kept from happening: pages are to run without any of it. */
  readonly violations: string[] = []
  private readonly origin: string
  private capacity = ''

  private constructor(name: string, page: Page, language: 'en' | 'fr', origin: string) {
    this.name = name
    this.page = page
    this.words = language === 'fr' ? fr : en
    this.origin = origin
    // Far longer than anybody waits: whether a thing comes is for tests to say, how soon it comes is for the bench.
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => this.complaints.push(`page error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
      if (/content security policy/i.test(message.text())) this.violations.push(message.text())
    })
  }

  /** Follows a sign-in link in a tab of its own, and presses the one button. */
  static async enters(
    context: BrowserContext,
    server: Pick<RunningServer, 'origin' | 'links'>,
    name: string,
    language: 'en' | 'fr' = 'fr',
  ): Promise<Person> {
    const link = server.links.find((it) => it.name === name)
    if (!link) throw new Error(`no sign-in link of ${name}`)
    const person = new Person(name, await context.newPage(), language, server.origin)
    await person.page.goto(link.url)
    await person.page.getByRole('button', { name: /^(Enter|Entrer)/ }).click()
    await person.page.waitForURL(/\/as\//)
    person.capacity = new URL(person.page.url()).pathname.split('/')[2] ?? ''
    return person
  }

  /** The capacity in which it acts. */
  get as(): string {
    return this.capacity
  }

  /** A page of the declaration: the room itself, or `desk`, `versions`, `endorse`, `roll`. */
  async goTo(page = '', declaration = DECLARATION): Promise<void> {
    await this.page.bringToFront()
    await this.page.goto(`${this.origin}/as/${this.capacity}/d/${declaration}${page ? `/${page}` : ''}`)
    await this.page.getByRole('main').waitFor()
  }

  /** Clicks as somebody does: in the tab that is in front. */
  async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await this.page.bringToFront()
    await within.getByRole('button', { name, exact: typeof name === 'string' }).click()
  }

  sees = (text: string | RegExp, within: Page | Locator = this.page): Promise<void> =>
    within.getByText(text).filter({ visible: true }).first().waitFor()

  get dialog(): Locator {
    return this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'))
  }

  get editor(): Locator {
    return this.page.locator('.ProseMirror[contenteditable="true"]')
  }

  /** The card of a proposal in the panel, by the name that stands on it. */
  card = (name: string | RegExp): Locator => this.page.getByRole('article', { name })

  /** Selects words in the paper as somebody does who double-clicks, and types over them. */
  async replaces(was: string, by: string): Promise<void> {
    await this.selects(was)
    await this.page.keyboard.type(by)
  }

  async selects(words: string): Promise<void> {
    await this.page.bringToFront()
    await this.editor.waitFor()
    await this.editor.focus()
    // While the page still comes up it may draw itself anew: whoever sees the words no longer marked marks them again.
    for (let times = 0; times < 20; times++) {
      const marked = await this.editor.evaluate(selectWords, words)
      if (marked === null) throw new Error(`“${words}” doesn't stand in the paper`)
      if (marked === words) return
    }
    throw new Error(`“${words}” did not stay marked`)
  }

  saved = (): Promise<void> => this.sees(this.words.room.status.saved)

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: artefact(`${name}.png`), animations: 'disabled' })
  }
}

/**
 * Runs in the page: marks the words, and tells what is marked once the editor has heard of it, which is after the next time
 * that the page is drawn. Null where they do not stand there.
 */
async function selectWords(root: Element, words: string): Promise<string | null> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    const isGhost = node.parentElement?.closest('[contenteditable="false"]')
    if (at < 0 || isGhost) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return getSelection()?.toString() ?? ''
  }
  return null
}
