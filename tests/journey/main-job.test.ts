import type { BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { movesTo } from '../support/deeds.ts'
import { opensEndorsement, setsUpSignature } from '../support/finger.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'
import { SOURCES } from '../support/server.ts'

/** The main job, end to end: three tabs of one browser, a minister's phone, and the server as it is started for people. */
describe('the High-Level Declaration is negotiated and endorsed', () => {
  const journey = new Journey('main-job', { program: SOURCES })
  let context: BrowserContext
  let france: Person
  let brazil: Person
  let secretariat: Person
  let minister: Person

  beforeAll(async () => {
    context = await journey.device({ locale: 'fr-FR', ...DESK })
    france = await journey.enters(context, 'France')
    brazil = await journey.enters(context, 'Brésil')
    secretariat = await journey.enters(context, 'Secretariat')
  })

  test("Brazil sees France's words appear as France's proposal while France still types them", async () => {
    await Promise.all([france.goTo(), brazil.goTo()])
    await brazil.editor.waitFor()
    await france.replaces('la menace', 'le dange')
    await brazil.editor.getByText('le dange').waitFor()
    const typed = Date.now()
    await france.page.keyboard.type('r')
    await brazil.editor.getByText('le danger').waitFor()
    // How soon is for whoever reads this line: it says as much of the machine as of the server.
    console.info(`a letter of France's is on Brazil's screen after ${Date.now() - typed} ms`)
    await france.saved()
    await france.picture('1-france-drafts')
    await brazil.picture('2-brazil-sees-it')
  })

  test('both propose on the same words and are shown as rivals', async () => {
    await brazil.replaces('menace', 'vulnérabilité')
    await brazil.saved()
    await brazil.card(/FRA/).getByText(brazil.words.room.card.rivalOfDraft).waitFor()
    await france.card(/BRA/).getByText(france.words.room.card.rivalOfDraft).waitFor()
    await brazil.picture('3-rivals')
  })

  test('France tables with a reason, Brazil tables too, opposes and comments', async () => {
    const { bar } = france.words.room
    await france.press(bar.table)
    await france.dialog.getByLabel(bar.reason).fill('Le danger est réel et présent.')
    await france.picture('4-table')
    await france.press(bar.table, france.dialog)
    await brazil.card('FRA 1').waitFor()

    await brazil.press(bar.table)
    await brazil.press(bar.table, brazil.dialog)
    const card = brazil.card('FRA 1')
    await card.getByText('Le danger est réel et présent.').waitFor()
    await card.getByText(brazil.words.room.card.stands.oppose, { exact: true }).click()
    await card.getByLabel(brazil.words.room.card.why).fill('Trop fort.')
    await brazil.press(brazil.words.room.card.take, card)
    await france.card('FRA 1').locator('summary').first().click()
    await france.card('FRA 1').getByText('Trop fort.').waitFor()

    await brazil.page.bringToFront()
    await brazil.page.getByRole('tab', { name: brazil.words.room.panel.comments }).click()
    await brazil.page
      .getByRole('textbox', { name: brazil.words.room.comments.label })
      .fill('Parlons plutôt de vulnérabilité.')
    await brazil.press(brazil.words.room.comments.send)
    await france.page.getByRole('tab', { name: france.words.room.panel.comments }).click()
    await france.sees('Parlons plutôt de vulnérabilité.')
    await brazil.picture('5-positions-and-comments')
  })

  test('the secretariat previews and accepts one; the text changes for everybody and the rival is overtaken', async () => {
    const { desk } = secretariat.words
    await secretariat.goTo('desk')
    const item = secretariat.page.getByRole('article', { name: 'FRA-1' })
    await item.waitFor()
    await secretariat.picture('6-desk')
    await secretariat.press(desk.accept, item)
    await secretariat.dialog.getByText('le danger').first().waitFor()
    await secretariat.dialog.getByText(desk.fate.overtaken).first().waitFor()
    await secretariat.picture('7-preview')
    await secretariat.dialog.getByLabel(desk.note).fill('Comme convenu.')
    await secretariat.press(desk.acceptId('FRA-1'), secretariat.dialog)
    const overtaken = secretariat.page.getByRole('article', { name: 'BRA-1' })
    await overtaken.getByText(desk.standing.overtaken, { exact: true }).waitFor()

    await brazil.page.bringToFront()
    await brazil.page.getByRole('tab', { name: brazil.words.room.panel.amendments }).click()
    await brazil.card('BRA 1').getByText(brazil.words.room.card.standing.overtaken).waitFor()
    await brazil.editor.getByText('le danger que peuvent constituer').waitFor()
    await brazil.picture('8-overtaken')
  })

  test('Rev.1 is issued and compared with the first, with the name behind every word', async () => {
    const { version } = secretariat.words.desk
    await secretariat.press(version.open)
    await secretariat.dialog.getByLabel(version.note).fill('Après le premier tour.')
    await secretariat.press(version.confirm('A/CONF.2009/L.1/Rev.1'), secretariat.dialog)
    await france.goTo('versions?from=0&to=1')
    await france.sees('A/CONF.2009/L.1/Rev.1')
    await france.page.locator('del').getByText('la menace').first().waitFor()
    const inserted = france.page.locator('ins').getByText('le danger').first()
    await inserted.waitFor()
    await inserted.hover()
    await france.sees(/FRA[ -]1/)
    await france.picture('9-versions')
  })

  test('the text is made final and put before the signatories', async () => {
    await secretariat.press(
      secretariat.words.desk.reject,
      secretariat.page.getByRole('article', { name: 'BRA-1' }),
    )
    await secretariat.press(secretariat.words.desk.rejectId('BRA-1'), secretariat.dialog)
    await movesTo(secretariat, 'consolidation', 'final')
    await secretariat.sees('A/CONF.2009/1')
    await opensEndorsement(secretariat)
    await secretariat.picture('10-final')
  })

  test('the minister of Singapore endorses from a phone, and the roll shows it', async () => {
    const phone = await journey.device({ locale: 'en-SG', ...PHONE })
    minister = await journey.enters(phone, 'Minister of Singapore', 'en')
    const { endorse } = minister.words
    await minister.page.getByText('le danger que peuvent constituer').waitFor()
    await minister.picture('11-minister-reads')
    await secretariat.page.bringToFront()
    await setsUpSignature(minister, secretariat)
    await minister.page.getByLabel(endorse.name).fill('The Minister')
    await minister.page.getByLabel(endorse.office).fill('Minister for Home Affairs')
    await minister.press(endorse.review)
    await minister.picture('12-minister-confirms')
    await minister.press(endorse.confirm('Singapore'), minister.dialog)
    await minister.sees(endorse.receipt)
    await minister.picture('13-receipt')

    await france.goTo('roll')
    await france.sees('Singapour')
    await france.sees('Minister for Home Affairs')
    await france.picture('14-roll')
  })

  test('all of it is still there after the server was killed and started again', async () => {
    await journey.server.kill()
    await journey.server.restart()
    await france.goTo('roll')
    await france.sees('Minister for Home Affairs')
    await france.goTo()
    await france.sees('le danger que peuvent constituer')
    await france.goTo('versions?from=0&to=1')
    await france.sees('A/CONF.2009/L.1/Rev.1')
    const text = await context.request.get(
      `${journey.server.origin}/api/declarations/${DECLARATION}/text?as=clean`,
      {
        headers: { accept: 'text/plain' },
      },
    )
    expect(await text.text()).toContain('3. Soulignant le danger que peuvent constituer les pays')
    await minister.page.reload()
    await minister.sees(minister.words.endorse.receipt)
  })

  test('no page did anything that the content security policy forbids', () => {
    expect([france, brazil, secretariat, minister].flatMap((person) => person.violations)).toEqual([])
  })

  test('no page complained of anything but the line that was cut', () => {
    const people = [france, brazil, secretariat, minister]
    const complaints = people
      .flatMap((person) => person.complaints)
      .filter((it) => !/WebSocket|ERR_CONNECTION/.test(it))
    expect(complaints).toEqual([])
  })
})
