import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import type { Account } from '../../shared/account.ts'
import type { Act } from '../../shared/act.ts'
import { launchBrowser } from '../support/browser.ts'
import { fond, Hall, SPEAKERS, type Speaker } from '../support/hall.ts'
import { DECLARATION, type Person } from '../support/person.ts'
import { type RunningServer, startServer } from '../support/server.ts'

/** Twelve delegations and a group, sixty amendments and more of every kind, decided; and no word is lost. */
describe('a plenary negotiates', () => {
  let server: RunningServer
  let browser: Browser
  let hall: Hall
  let secretariat: Person
  let chair: Person

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    hall = await Hall.open(browser, server)
    secretariat = await hall.seats('SEC', 'Secretariat')
    chair = await hall.seats('CHR', 'Chair')
    await hall.seats('FRA', 'France')
    await hall.seats('BRA', 'Brésil')
    await hall.seats('KEN', 'Kenya')
    await hall.seats('SGP', 'Singapour')
    await hall.seats('EU', 'Union européenne')
    await hall.accredits(
      secretariat.as,
      SPEAKERS.slice(4).map(({ code }) => code),
    )
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(() => {
    onTestFailed(async () => {
      for (const [index, person] of hall.all.entries()) await person.picture(`failed-plenary-${index}`)
    })
  })

  /** Tables the draft at hand, whether or not others propose the same; its number is told. */
  const tables = async (person: Person, id: string) => {
    const { room, amending } = person.words
    await person.saved()
    await person.press(room.bar.table)
    await person.press(new RegExp(`^(${room.bar.table}|${amending.tableAnyway})$`), person.dialog)
    await person.dialog.waitFor({ state: 'hidden' })
    await person.sees(room.bar.tabled(id))
  }

  /** Goes to the clause that the amendment stands in, by the outline, and opens its card. */
  const opens = async (person: Person, clause: string, id: string) => {
    const { outline, panel } = person.words.room
    await person.page.bringToFront()
    await person.page
      .getByRole('navigation', { name: outline.label })
      .getByText(new RegExp(`^${clause}`))
      .click()
    await person.page.getByRole('tab', { name: panel.amendments }).click()
    const card = person.card(id)
    const more = person.page.getByRole('button', { name: /^(Show|Montrer) \d+/ })
    await card.or(more).first().waitFor()
    while ((await card.count()) === 0 && (await more.count()) > 0) await more.first().click()
    return card
  }

  /** Five amendments: words replaced, added, taken out, a new clause, and two clauses at once. */
  const speaks = async ({ code, words: [replaced, extended, taken, other] }: Speaker) => {
    const person = hall.of(code)
    await person.goTo()
    await person.replaces(replaced, fond(code))
    await tables(person, `${code} 1`)
    await person.replaces(extended, `${extended} ${fond(code)}`)
    await tables(person, `${code} 2`)
    await person.selects(taken)
    await person.page.keyboard.press('Delete')
    await tables(person, `${code} 3`)
    await person.page
      .getByRole('navigation', { name: person.words.room.outline.label })
      .getByText('Reconnaissant')
      .click()
    await person.editor.locator('[data-id], p').first().waitFor()
    await person.page.keyboard.press('Enter')
    await person.page.keyboard.type(`Notant l’effort ${fond(code)} de tous`)
    await tables(person, `${code} 4`)
    await person.replaces(other, `${fond(code)} ${other}`)
    await person.replaces('Déclaration', `Déclaration ${fond(code)}`)
    await tables(person, `${code} 5`)
    await person.page.goto('about:blank')
  }

  test.each(SPEAKERS)('$code tables five amendments', speaks)

  test('the European Union tables and supports; a member opts out, as everybody can see', async () => {
    const union = hall.of('EU')
    const { room } = union.words
    await union.goTo()
    await union.replaces('besoin', 'besoin commun')
    await tables(union, 'EU 1')
    const card = await opens(union, 'Rappelant', 'BRA 1')
    await card.getByText(room.card.stands.support, { exact: true }).click()
    await union.press(room.card.take, card)
    await card.getByText('27', { exact: true }).waitFor()
    const hungary = hall.of('HUN')
    await hungary.goTo()
    const seen = await opens(hungary, 'Rappelant', 'BRA 1')
    await hungary.press(/^Se dissocier/, seen)
    await card.getByText('26', { exact: true }).waitFor()
    await union.page.bringToFront()
    await card.locator('.positions summary').click()
    await card.getByText('sauf HUN').waitFor()
    await union.picture('plenary-group')
  })

  test('one co-sponsors, one withdraws, and another takes it up', async () => {
    const [kenya, mexico] = [hall.of('KEN'), hall.of('MEX')]
    await kenya.goTo()
    await kenya.press(kenya.words.room.card.coSponsor, await opens(kenya, 'Soulignant', 'SGP 1'))
    await mexico.goTo()
    const own = await opens(mexico, 'Évaluant', 'MEX 2')
    await mexico.press(mexico.words.room.card.withdraw, own)
    await mexico.press(mexico.words.room.card.withdraw, mexico.dialog)
    await mexico.dialog.waitFor({ state: 'hidden' })
    await kenya.page.bringToFront()
    await kenya.page
      .getByRole('navigation', { name: kenya.words.room.outline.label })
      .getByText('Évaluant')
      .click()
    await kenya.page.locator('.decided summary').click()
    await kenya.press(kenya.words.amending.takeUp, kenya.card('MEX 2'))
    await kenya.press(kenya.words.amending.takeUp, kenya.dialog)
    await kenya.sees(kenya.words.amending.takenUp('KEN 6'))
  })

  test('the chair puts a text between two rivals; one sponsor accepts, the other declines', async () => {
    const { desk, compromise, room } = chair.words
    await chair.goTo('desk')
    for (const id of ['SGP-1', 'MEX-1']) {
      await chair.page.getByRole('checkbox', { name: desk.tick(id) }).check({ force: true })
    }
    await chair.press(compromise.start)
    await chair.page.getByRole('link', { name: compromise.toRoom }).click()
    await chair.page.getByRole('textbox', { name: room.paper.editingConsolidation }).waitFor()
    // Rivals stand apart, each under its own name: the chair takes one, then the other instead, and writes on.
    const own = chair.editor.locator('ins')
    await chair.press(compromise.take('SGP 1'))
    await own.getByText('concerté', { exact: true }).waitFor()
    await chair.press(compromise.take('MEX 1'))
    await own.getByText('urgent', { exact: true }).waitFor()
    expect(await own.getByText('concerté').count()).toBe(0)
    await chair.picture('plenary-alternatives')
    await chair.replaces('urgent', 'grave danger')
    await own.getByText('grave danger').waitFor()
    await chair.saved()
    await chair.press(compromise.put)
    await chair.press(compromise.put, chair.dialog)
    await chair.sees(compromise.putDone('CHR 1'))
    const mexico = hall.of('MEX')
    // Kenya has put its name to what Singapore tabled, and is asked too.
    for (const code of ['SGP', 'KEN']) {
      const sponsor = hall.of(code)
      await sponsor.goTo()
      await sponsor.press(compromise.accept, await opens(sponsor, 'Soulignant', 'CHR 1'))
      await sponsor.sees(compromise.youAccept)
    }
    await mexico.press(compromise.decline, await opens(mexico, 'Soulignant', 'CHR 1'))
    await mexico.sees(compromise.youDecline)
    await mexico.picture('plenary-compromise')
  })

  test('the desk ties rivals, changes their order, and sees what any combination comes to', async () => {
    const { desk, order } = secretariat.words
    await secretariat.goTo('desk')
    const item = (id: string) => secretariat.page.getByRole('article', { name: id, exact: true })
    await secretariat.press(order.tie, item('CAN-5'))
    await secretariat.dialog.getByText(/^CHR-1/).click()
    await secretariat.press(order.tie, secretariat.dialog)
    await secretariat.sees(order.fallsIf('CHR-1'))
    await secretariat.press(order.later('CHR-1'), item('CHR-1'))
    await secretariat.sees(new RegExp(order.changed))
    await secretariat.press(desk.accept, item('CHR-1'))
    await secretariat.dialog.getByText(desk.fate.superseded).first().waitFor()
    await secretariat.dialog.getByText(desk.fate.falls).waitFor()
    await secretariat.picture('plenary-outcome')
    await secretariat.press(desk.acceptId('CHR-1'), secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
    const mexico = hall.of('MEX')
    await mexico.page.bringToFront()
    await mexico.page.locator('.decided summary').click()
    await mexico.card('MEX 1').getByText(mexico.words.compromise.withoutDeclined('Mexique')).waitFor()
  })

  test('the desk accepts several after a preview, and rejects others', async () => {
    const { desk } = secretariat.words
    await secretariat.page.bringToFront()
    const several = ['FRA-1', 'BRA-1', 'KEN-4', 'EU-1', 'SWE-3']
    for (const id of several) {
      await secretariat.page.getByRole('checkbox', { name: desk.tick(id) }).check({ force: true })
    }
    await secretariat.press(desk.adoptSeveral)
    await secretariat.dialog.getByText('commun').first().waitFor()
    await secretariat.press(desk.adoptTitle(several.length), secretariat.dialog)
    await secretariat.sees(desk.adopted(several.length))
    for (const id of ['JPN-1', 'CHE-4']) {
      await secretariat.press(desk.reject, secretariat.page.getByRole('article', { name: id, exact: true }))
      await secretariat.press(desk.rejectId(id), secretariat.dialog)
      await secretariat.dialog.waitFor({ state: 'hidden' })
    }
    await secretariat.picture('plenary-desk')
  })

  test('a clause is agreed ad referendum, and the capital that was awaited confirms it from the room', async () => {
    const { desk, common, confirming } = secretariat.words
    const heading = secretariat.page.getByRole('heading', { name: common.clause('7'), exact: true })
    const section = secretariat.page.locator('.desk-clause').filter({ has: heading })
    await section.getByRole('button', { name: desk.ladder }).click()
    await secretariat.page.getByRole('option', { name: common.ladder['ad referendum'] }).click()
    await secretariat.dialog.getByRole('combobox').fill('Kenya')
    await secretariat.page.getByRole('option', { name: 'Kenya' }).click()
    await secretariat.press(desk.mark, secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
    const kenya = hall.of('KEN')
    await kenya.page.bringToFront()
    await kenya.page
      .getByRole('navigation', { name: kenya.words.room.outline.label })
      .getByText(/^Appelant/)
      .click()
    await kenya.press(confirming.open)
    await kenya.press(confirming.open, kenya.dialog)
    await kenya.dialog.waitFor({ state: 'hidden' })
    await section.getByText(common.ladder.agreed, { exact: true }).first().waitFor()
  })

  test('Rev.1 is issued', async () => {
    const { version } = secretariat.words.desk
    await secretariat.press(version.open)
    await secretariat.press(version.confirm('A/CONF.2009/L.1/Rev.1'), secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
  })

  test('[A5] at its end every proposed word is accounted for, and none is nameless', async () => {
    const { entries, nameless } = await hall.asks<Account>(`/api/declarations/${DECLARATION}/account`)
    const { acts } = await hall.asks<{ acts: readonly Act[] }>(`/api/declarations/${DECLARATION}/acts`)
    const tabled = acts.filter((act) => act.kind === 'amendment tabled')
    expect(tabled.length).toBeGreaterThanOrEqual(62)
    const sum = (words: readonly string[]) => words.join('').length
    for (const { amendment, revision, edits } of tabled) {
      const own = entries.filter((it) => it.amendment === amendment && it.revision === revision)
      const told = (would: string) => sum(own.filter((it) => it.would === would).map(({ words }) => words))
      expect([amendment, told('go out')]).toEqual([amendment, sum(edits.hunks.map(({ was }) => was))])
      const come = [...edits.hunks.map(({ insert }) => insert), ...edits.added.map(({ text }) => text)]
      expect([amendment, told('come in')]).toEqual([amendment, sum(come)])
    }
    expect(nameless).toEqual([])
    expect([...new Set(entries.map(({ place }) => place))]).toEqual(
      expect.arrayContaining([
        ...['in the text', 'taken out', 'pending', 'withdrawn', 'rejected'],
        ...['superseded with consent', 'superseded without consent', 'fallen'],
      ]),
    )
    await secretariat.goTo('account')
    await secretariat.sees(secretariat.words.account.allNamed)
    await secretariat.picture('plenary-account')
    await secretariat.page.setViewportSize({ width: 390, height: 844 })
    await secretariat.picture('plenary-account-phone')
    await secretariat.goTo('desk')
    await secretariat.sees(secretariat.words.order.tie)
    await secretariat.picture('plenary-desk-phone')
  })

  test('no page complained', () => {
    expect(hall.all.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
