import type { BrowserContext, Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { complaints } from '../support/axe.ts'
import { movesTo, tables } from '../support/deeds.ts'
import { opensEndorsement, setsUpSignature } from '../support/finger.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'
import { complaintsFromAllSides } from '../support/sides.ts'

/** What else is to be looked at on each side of a page. */
type More = (page: Page, look: (where: string) => Promise<void>) => Promise<void>

/** Everybody can use every page: judged by axe on a desk and on a phone, by day and by night, in either direction. */
describe('Paraph is for everybody', () => {
  const journey = new Journey('accessible')
  const calm = { locale: 'en-GB', reducedMotion: 'reduce' as const }
  let france: Person
  let brazil: Person
  let secretariat: Person
  let minister: Person
  /** A desk and a phone, signed in for whoever is looked over the shoulder of. */
  let devices: readonly BrowserContext[]

  beforeAll(async () => {
    const context = await journey.device({ ...calm, ...DESK })
    france = await journey.enters(context, 'France', 'en')
    brazil = await journey.enters(context, 'Brésil', 'en')
    secretariat = await journey.enters(context, 'Secretariat', 'en')
    devices = await Promise.all([DESK, PHONE].map((screen) => journey.device({ ...calm, ...screen })))
    for (const device of devices) await device.addCookies(await context.cookies())
  })

  test('a page of each kind has something on it to complain of', async () => {
    await france.goTo()
    await france.replaces('besoin', 'besoin urgent')
    await tables(france, 'FRA 1')
    await brazil.goTo()
    await brazil.replaces('menace', 'vulnérabilité')
    await brazil.saved()
    await brazil.selects('police')
    await brazil.page.keyboard.press('Alt+c')
    await brazil.page.locator('.panel textarea').fill('@FRA: est-ce le mot juste ?')
    await brazil.page.keyboard.press('Control+Enter')
    await brazil.editor.locator('.commented').waitFor()
    await secretariat.goTo('desk')
    await secretariat.page.getByRole('button', { name: secretariat.words.screen.put }).first().click()
    await secretariat.sees(secretariat.words.screen.isOn)
  })

  /** Opens a page on both devices, looks at it from all sides as soon as it is there, and gives what there is to complain of. */
  const looksAt = async (address: string, there: (page: Page) => Locator, more?: More) => {
    const found = devices.map(async (device, place) => {
      const page = await device.newPage()
      page.setDefaultTimeout(20_000)
      await page.goto(new URL(address, journey.server.origin).href)
      await there(page).first().waitFor()
      const all = await complaintsFromAllSides(page, more && ((look) => more(page, look)))
      await page.close()
      return all.map((it) => `${place === 0 ? 'on a desk' : 'on a phone'}, ${it}`)
    })
    return (await Promise.all(found)).flat()
  }

  const roomOf = ({ as }: Person, page = '') => `/as/${as}/d/${DECLARATION}${page}`

  /** Each page: where it stands, and by what one sees that it is there. */
  const pages: readonly [where: string, address: () => string, there: (page: Page) => Locator][] = [
    [
      'where a link leads',
      () => journey.server.links.find(({ name }) => name === 'Kenya')?.url ?? '',
      (page) => page.getByRole('button', { name: /^Enter/ }),
    ],
    ['in the choice of capacities', () => '/', (page) => page.getByText('Delegate of France')],
    [
      'in the list of declarations',
      () => `/as/${france.as}/`,
      (page) => page.getByText('A/CONF.2009/L.2', { exact: true }),
    ],
    [
      'on the screen in the hall',
      () => roomOf(france, '/screen'),
      (page) => page.locator('.screen-stage .screen-label'),
    ],
    [
      'in the versions',
      () => roomOf(france, '/versions?from=0&to=now'),
      (page) => page.getByText(france.words.versions.same),
    ],
    ['in the roll', () => roomOf(france, '/roll'), (page) => page.getByText(france.words.roll.empty)],
    [
      'at the desk',
      () => roomOf(secretariat, '/desk'),
      (page) => page.getByRole('article', { name: 'FRA-1' }),
    ],
    [
      'in the account of words',
      () => roomOf(secretariat, '/account'),
      (page) => page.getByText(secretariat.words.account.allNamed),
    ],
    ['among the people', () => `/as/${secretariat.as}/people`, (page) => page.getByText('Delegate of Kenya')],
    [
      'in the trail of what was refused',
      () => `/as/${secretariat.as}/refused`,
      (page) => page.getByText(secretariat.words.trail.empty),
    ],
    [
      'in one’s access',
      () => `/as/${france.as}/access`,
      (page) => page.getByText(france.words.access.browsers.here),
    ],
  ]

  test.each(pages)('axe finds nothing to complain of %s', async (_, address, there) => {
    expect(await looksAt(address(), there)).toEqual([])
  })

  test('axe finds nothing to complain of in the room, whatever is open in it', async () => {
    const { documents } = france.words
    // On a phone the choice may be behind another part of the room.
    const shown = (view: string) => (page: Page) => page.locator(`.view-switch input[value=${view}]:checked`)
    const keys: readonly (readonly [key: string, stands: (page: Page) => Locator])[] = [
      ['j', (page) => page.locator('.outline [aria-current=true]')],
      ['c', (page) => page.locator('.panel form textarea')],
      ['1', shown('text')],
      ['3', shown('compilation')],
      ['4', shown('amended')],
      ['/', (page) => page.getByRole('searchbox', { name: france.words.hands.find })],
    ]
    const commented = (page: Page) => page.locator('.ProseMirror .commented')
    const found = await looksAt(roomOf(france), commented, async (page, look) => {
      // The room's other sides: a clause with its cards, a discussion, and each view of the text.
      for (const [key, stands] of keys) {
        await page.keyboard.press('Escape')
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
        await page.keyboard.press(key)
        await stands(page).first().waitFor({ state: 'attached' })
        await look(`after ${key}`)
      }
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: documents.open, exact: true }).click()
      await page.getByRole('menuitem', { name: documents.what.amended, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      await look('documents')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    })
    expect(found).toEqual([])
  })

  test('axe finds nothing to complain of where the minister endorses, nor in the receipt', async () => {
    const { desk: say } = secretariat.words
    await secretariat.goTo('desk')
    await secretariat.press(say.reject, secretariat.page.getByRole('article', { name: 'FRA-1', exact: true }))
    await secretariat.press(say.rejectId('FRA-1'), secretariat.dialog)
    await movesTo(secretariat, 'consolidation', 'final')
    await opensEndorsement(secretariat)
    minister = await journey.enters(
      await journey.device({ ...calm, ...PHONE }),
      'Minister of Singapore',
      'en',
    )
    const { page, words } = minister
    await page.getByRole('button', { name: words.signing.make }).waitFor()
    expect(await complaints(page)).toEqual([])
    await setsUpSignature(minister, secretariat)
    await page.getByLabel(words.endorse.name).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByLabel(words.endorse.name).fill('The Minister')
    await page.getByLabel(words.endorse.office).fill('Minister for Home Affairs')
    await minister.press(words.endorse.review)
    expect(await complaints(page)).toEqual([])
    await minister.press(words.endorse.confirm('Singapore'), minister.dialog)
    await minister.sees(words.endorse.receipt)
    expect(await complaints(page)).toEqual([])
    await minister.goTo('roll')
    await minister.sees('The Minister')
    expect(await complaints(page)).toEqual([])
  })

  test('axe finds nothing to complain of in the roll and on the wall once a State endorses', async () => {
    const { map } = france.words.roll
    const counted = (page: Page) => page.getByRole('img', { name: map.title, description: map.says(1, 192) })
    for (const place of ['/roll', '/screen']) {
      expect(await looksAt(roomOf(france, place), counted)).toEqual([])
    }
  })
})
