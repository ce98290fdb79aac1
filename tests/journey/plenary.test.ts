import { beforeAll, describe, expect, test } from 'vitest'
import type { Account } from '../../shared/account.ts'
import type { Act } from '../../shared/act.ts'
import { AMENDING, Hall, SPEAKERS } from '../support/hall.ts'
import { amends, opens, speaks, tables, ticks, withdraws } from '../support/hall-deeds.ts'
import { Journey } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'
import { printed } from '../support/printed.ts'

const [NOTHING, WHITE, BLACK] = ['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']

/** Twelve delegations and a group, sixty amendments and more of every kind, decided; and no word is lost. */
describe('a plenary negotiates', () => {
  const journey = new Journey('plenary')
  let hall: Hall
  let secretariat: Person
  let chair: Person

  beforeAll(async () => {
    hall = new Hall(journey)
    secretariat = await hall.seats('SEC', 'Secretariat')
    chair = await hall.seats('CHR', 'Chair')
    await hall.seats('FRA', 'France')
    await hall.seats('BRA', 'Brésil')
    await hall.seats('KEN', 'Kenya')
    await hall.seats('SGP', 'Singapour')
    await hall.seats('EU', 'Union européenne')
    for (const { code } of SPEAKERS.slice(4)) await hall.accredits(secretariat, code)
  })

  /** Some at once, as in the hall; more would wait for each other on a small machine. */
  const AT_ONCE = 2
  const inTurns = <T>(all: readonly T[]): (readonly T[])[] =>
    all.flatMap((_, nth) => (nth % AT_ONCE === 0 ? [all.slice(nth, nth + AT_ONCE)] : []))
  const turns = inTurns(SPEAKERS).map((those) => ({ those, codes: those.map(({ code }) => code).join(', ') }))

  test.each(turns)('$codes table five amendments each', async ({ those }) => {
    await Promise.all(those.map((it) => speaks(hall, it)))
  })

  test('five amend the words of others’ amendments', async () => {
    for (const those of inTurns(AMENDING)) await Promise.all(those.map((it) => amends(hall, it)))
  })

  test('a sponsor takes one of them in; the desk accepts one and rejects one; one is withdrawn, and one falls', async () => {
    const [brazil, france, india, singapore] = ['BRA', 'FRA', 'IND', 'SGP'].map((code) => hall.of(code))
    if (!brazil || !france || !india || !singapore) throw new Error('no seat')
    const { amending, desk } = secretariat.words
    const { card } = brazil.words.room
    await brazil.goTo()
    await opens(brazil, 'Rappelant', 'BRA 2')
    await brazil.press(amending.takeIn, brazil.card('MAR 6'))
    await brazil.press(amending.takeIn, brazil.dialog)
    await brazil.sees(amending.tookIn('MAR 6', 'BRA 2'))

    await secretariat.goTo('desk')
    const item = (id: string) => secretariat.page.getByRole('article', { name: id, exact: true })
    await secretariat.press(desk.accept, item('HUN-6'))
    await secretariat.press(desk.acceptId('HUN-6'), secretariat.dialog)
    await item('HUN-6').waitFor({ state: 'detached' })
    await secretariat.press(desk.reject, item('JPN-6'))
    await secretariat.press(desk.rejectId('JPN-6'), secretariat.dialog)
    await item('JPN-6').waitFor({ state: 'detached' })
    await france.goTo()
    const own = await opens(france, 'Affirmant', 'FRA 2')
    await france.press(card.confirmWording, own)
    await own.getByText(amending.askedAmended('HUN 6')).waitFor({ state: 'detached' })

    await withdraws(india, 'Évaluant', 'IND 6', 'HUN 2')
    await withdraws(singapore, 'Reconnaissant', 'SGP 4')
    await item('SGP-4').waitFor({ state: 'detached' })
    await secretariat.picture('plenary-amended')
  })

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
    const { compromise, room } = chair.words
    await chair.goTo('desk')
    for (const id of ['SGP-1', 'MEX-1']) {
      await ticks(chair, id)
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
    const chooses = async (id: string, deed: string) => {
      await secretariat.press(desk.more(id), item(id))
      await secretariat.page.getByRole('menuitem', { name: deed, exact: true }).click()
    }
    await chooses('CAN-5', order.tie)
    await secretariat.dialog.getByText(/^CHR-1/).click()
    await secretariat.press(order.keepTies, secretariat.dialog)
    await secretariat.sees(order.fallsIf('CHR-1'))
    await chooses('CHR-1', order.later('CHR-1'))
    await secretariat.sees(new RegExp(order.changed))
    await secretariat.press(desk.accept, item('CHR-1'))
    await secretariat.dialog.getByText(desk.fate.superseded).first().waitFor()
    await secretariat.dialog.getByText(desk.fate.falls).waitFor()
    await secretariat.picture('plenary-outcome')
    await secretariat.press(desk.acceptId('CHR-1'), secretariat.dialog)
    await item('CHR-1').waitFor({ state: 'detached' })
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
      await ticks(secretariat, id)
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
    await secretariat.page.bringToFront()
    await secretariat.sees(new RegExp(`^${common.ladder.agreed}$`), section)
  })

  test('Rev.1 is issued', async () => {
    const { version } = secretariat.words.desk
    await secretariat.press(version.open)
    await secretariat.press(version.confirm('A/CONF.2009/L.1/Rev.1'), secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
  })

  test('what the secretariat circulates is printed whole, as of when, in black on white by night too', async () => {
    const { page, words } = secretariat
    const isPaper = { hands: [], paper: [WHITE, NOTHING], ink: [BLACK] }
    await secretariat.goTo('desk')
    const cards = page.locator('.desk-amendment')
    await cards.first().waitFor()
    const pending = await cards.evaluateAll((all) => all.map((it) => it.getAttribute('aria-label') ?? ''))
    const agenda = await printed(page)
    expect(agenda).toMatchObject({ ...isPaper, foot: expect.stringContaining(words.desk.agenda) })
    expect(pending.filter((id) => !agenda.words.includes(id))).toEqual([])
    expect(agenda.sheets).toBeGreaterThan(5)

    await secretariat.goTo()
    await page.locator('.view-switch').getByText(words.room.views.compilation).click()
    await page.locator('.paper-text .ghost').first().waitFor()
    const compiled = await printed(page)
    expect(compiled).toMatchObject({ ...isPaper, foot: expect.stringContaining('A/CONF.2009/L.1') })
    expect(pending.filter((id) => !compiled.words.includes(id.split('-')[0] ?? ''))).toEqual([])
    expect(compiled.words).toContain(words.common.lastIssued('A/CONF.2009/L.1/Rev.1'))

    await secretariat.goTo('account')
    await secretariat.sees(words.account.allNamed)
    const account = await printed(page)
    expect(account).toMatchObject({ ...isPaper, foot: expect.stringContaining(words.account.statement) })
    expect(pending.filter((id) => !account.words.includes(id))).toEqual([])
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
    await secretariat.sees(secretariat.words.desk.accept)
    await secretariat.picture('plenary-desk-phone')
  })

  test('the whole negotiation plays again, act by act, smoothly and to the end', async () => {
    const viewer = hall.of('FRA')
    const { replay, versions } = viewer.words
    await viewer.goTo('versions')
    await viewer.page.bringToFront()
    await viewer.page.getByRole('link', { name: replay.open }).click()
    await viewer.page.getByRole('heading', { level: 1, name: replay.title }).waitFor()
    const { acts } = await hall.asks<{ acts: readonly Act[] }>(`/api/declarations/${DECLARATION}/acts`)
    await viewer.sees(replay.of(1, acts.length))
    const slider = viewer.page.getByRole('slider', { name: replay.slider })
    await slider.press('End')
    await viewer.sees(replay.of(acts.length, acts.length))
    await slider.press('ArrowLeft')
    await viewer.sees(replay.of(acts.length - 1, acts.length))
    await viewer.press(replay.previous)
    await viewer.page.locator('.film-line.is-changed :is(ins, del)').first().waitFor()
    await viewer.picture('replay-change')

    await slider.press('Home')
    await viewer.page.getByRole('button', { name: replay.speed }).click()
    await viewer.page.getByRole('option', { name: replay.perSecond(25) }).click()
    const frames = viewer.page.evaluate(recordFrames, replay.again)
    await viewer.press(replay.play)
    const { deltas, drawn } = await frames
    await viewer.sees(replay.of(acts.length, acts.length))
    const sorted = [...deltas].sort((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
    console.info(
      `replay: ${acts.length} acts, ${deltas.length} frames; median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.999)} ms; ${drawn} acts drawn`,
    )
    // How smoothly is for whoever reads the line above: it says as much of the machine as of the page.
    expect(drawn).toBeGreaterThan(1)
    expect(await viewer.page.locator('.replay-text').textContent()).toContain('Affirmant')
    await viewer.goTo(`replay?act=${acts.at(-1)?.act ?? 0}`)
    await viewer.sees(replay.of(acts.length, acts.length))
    await viewer.page.setViewportSize({ width: 390, height: 844 })
    await viewer.press(replay.previous)
    await viewer.page.locator('.film-line.is-changed').first().waitFor()
    await viewer.picture('replay-phone')
    await viewer.page.setViewportSize({ width: 1440, height: 900 })
    await viewer.page.getByRole('link', { name: replay.toVersions }).click()
    await viewer.page.getByRole('heading', { level: 1, name: versions.title }).waitFor()
  })

  test('no page complained', () => {
    expect(hall.all.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})

/** Runs in the page: how long each frame took until the button offers to play again, and how many acts were drawn. */
function recordFrames(again: string): Promise<{ deltas: number[]; drawn: number }> {
  return new Promise((resolve) => {
    const [deltas, drawn] = [[] as number[], new Set<string>()]
    let last = performance.now()
    const look = (now: number) => {
      const isPlaying = document.querySelector('.replay-now')?.getAttribute('aria-live') === 'off'
      if (isPlaying) {
        deltas.push(now - last)
        drawn.add(document.querySelector('.replay-now .numeric')?.textContent ?? '')
      }
      last = now
      const button = document.querySelector('.replay-buttons .button-primary')
      if (deltas.length > 0 && button?.textContent === again) resolve({ deltas, drawn: drawn.size })
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
