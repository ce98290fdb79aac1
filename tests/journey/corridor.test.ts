import type { BrowserContext, Locator } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { artefact } from '../support/artefacts.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'

/** A delegate in a corridor: a phone in the hand, thumbs, no keyboard and no mouse. */
describe('a delegate in a corridor', () => {
  const journey = new Journey('corridor')
  let pocket: BrowserContext
  let france: Person
  let brazil: Person

  beforeAll(async () => {
    pocket = await journey.device({
      locale: 'fr-FR',
      ...PHONE,
      reducedMotion: 'reduce',
    })
    brazil = await journey.enters(await journey.device({ locale: 'en-GB', ...DESK }), 'Brésil', 'en')
    await brazil.goTo()
  })

  const tap = (what: string, within?: Locator) =>
    (within ?? france.page).getByRole('button', { name: what, exact: true }).tap()
  const pane = (name: string | RegExp) =>
    france.page.getByRole('navigation', { name: france.words.room.panes.label }).getByRole('button', { name })
  /** As it looks in the hand, by day and by night; nothing reaches past the edge. */
  const looks = async (name: string) => {
    const { page } = france
    await page.bringToFront()
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await france.picture(`corridor-${name}-${colorScheme}`)
    }
    // A phone draws a page that is too wide smaller: it then calls itself wider than it is.
    expect(await page.evaluate(() => innerWidth), `${name} reaches past the edge`).toBe(390)
  }

  test('comes in by the link, and finds the declaration', async () => {
    const page = await pocket.newPage()
    await page.goto(journey.server.links.find(({ name }) => name === 'France')?.url ?? '')
    await page.getByRole('button', { name: /^Entrer/ }).waitFor()
    await page.close()
    france = await journey.enters(pocket, 'France')
    await france.page.goto(`${journey.server.origin}/as/${france.as}/`)
    const link = france.page.getByRole('link', { name: /Déclaration/ }).first()
    await link.waitFor()
    await looks('1-declarations')
    await link.tap()
    await france.editor.waitFor()
    await looks('2-room')
  })

  test('taps into the text and writes, and sees that it is saved', async () => {
    await france.editor
      .getByText(/Soulignant/)
      .first()
      .tap()
    await france.page.keyboard.press('End')
    await looks('3-tapped')
    await france.page.keyboard.type(', sans délai', { delay: 15 })
    await france.saved()
    await looks('4-written')
  })

  test('tables it with a reason', async () => {
    const { bar } = france.words.room
    await tap(bar.table)
    await france.dialog.waitFor()
    await looks('5-table')
    await france.dialog.getByLabel(bar.reason).tap()
    await france.page.keyboard.type('Chaque jour compte.')
    await tap(bar.table, france.dialog)
    await france.dialog.waitFor({ state: 'hidden' })
    await france.sees(bar.tabled('FRA 1'))
    await looks('6-tabled')
  })

  test('finds another’s proposal in the text, supports it, and puts the name to it', async () => {
    const { card } = france.words.room
    await brazil.replaces('menace', 'vulnérabilité')
    await brazil.saved()
    await brazil.press(brazil.words.room.bar.table)
    await brazil.dialog.getByLabel(brazil.words.room.bar.reason).fill('Le mot est plus juste.')
    await brazil.press(brazil.words.room.bar.table, brazil.dialog)
    await brazil.dialog.waitFor({ state: 'hidden' })
    await france.page.bringToFront()
    await pane(france.words.room.panes.paper).tap()
    await france.editor.locator('.ghost').getByText('vulnérabilité').first().tap()
    const theirs = france.card('BRA 1')
    await theirs.waitFor()
    await looks('7-card')
    await theirs.getByText(card.stands.support).first().tap()
    await looks('8-support')
    await tap(card.take, theirs)
    await france.sees(card.done.position)
    // The card grows by the position once the room hears of it: a tap before would land beside the button.
    await theirs.locator('.positions').waitFor()
    await tap(card.coSponsor, theirs)
    await looks('9-co-sponsor')
    await france.sees(card.done.coSponsored('BRA 1'))
    await brazil.card('BRA 1').getByText('France').first().waitFor()
    await looks('10-co-sponsored')
  })

  test('comments on the clause, and finds words', async () => {
    const { panel, comments } = france.words.room
    await france.page.getByRole('tab', { name: panel.comments }).tap()
    await france.page.locator('.panel textarea').first().tap()
    await france.page.keyboard.type('Le Brésil a raison.')
    await looks('11-comment')
    await france.page.locator('.panel').getByRole('button', { name: comments.send, exact: true }).tap()
    await brazil.page.getByRole('tab', { name: brazil.words.room.panel.comments }).click()
    await brazil.sees('Le Brésil a raison.')
    await pane(france.words.room.panes.paper).tap()
    await tap(france.words.hands.find)
    await france.page.keyboard.type('vulnérabilité')
    await looks('12-found')
    await tap(france.words.hands.next)
    await looks('13-next')
    await tap(france.words.common.close, france.page.locator('.find-bar'))
    await france.page.locator('.find-bar').waitFor({ state: 'detached' })
  })

  test('sees what concerns the delegation, and the room again after a reload', async () => {
    await pane(france.words.follow.title).tap()
    await looks('14-for-you')
    await france.page.reload()
    await pane(france.words.room.panes.outline).tap()
    await france.page.getByRole('navigation', { name: france.words.room.outline.label }).waitFor()
    await looks('15-clauses')
    // Before a clause is chosen: all that is proposed, clause by clause.
    await pane(france.words.room.panel.amendments).tap()
    const all = france.page.locator('.panel')
    await all.getByRole('heading', { name: france.words.room.panel.all }).waitFor()
    await all.getByRole('button', { name: /FRA 1/ }).waitFor()
    await looks('15-all-amendments')
    await all.getByRole('button', { name: /BRA 1/ }).tap()
    await france.card('BRA 1').waitFor()
    await pane(france.words.room.panes.paper).tap()
    await france.editor.getByText('vulnérabilité').first().waitFor()
    await looks('16-again')
  })

  test.each([
    ['fr-FR', 360],
    ['en-GB', 360],
  ])('the parts of the room are named in full (%s, %i px)', async (locale, width) => {
    const context = await journey.device({
      locale,
      viewport: { width, height: 740 },
      isMobile: true,
      hasTouch: true,
    })
    await context.addCookies(await pocket.cookies())
    const page = await context.newPage()
    await page.goto(`${journey.server.origin}/as/${france.as}/d/${DECLARATION}`)
    const buttons = page.locator('.pane-switch button')
    await buttons.first().waitFor()
    const cut = await buttons.evaluateAll(
      (all, edge) =>
        all
          .filter((it) => it.scrollWidth > it.clientWidth || it.getBoundingClientRect().right > edge + 0.5)
          .map((it) => it.textContent),
      width,
    )
    await page.screenshot({ path: artefact(`corridor-panes-${locale}.png`) })
    expect(cut).toEqual([])
    await context.close()
  })

  test('no page complained', () => {
    expect([france, brazil].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
