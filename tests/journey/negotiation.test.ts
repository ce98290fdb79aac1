import { beforeAll, describe, expect, test } from 'vitest'
import { tables } from '../support/deeds.ts'
import { DESK, Journey } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

/** What delegations and the desk do beside the main job. */
describe('in the course of a negotiation', () => {
  const journey = new Journey('negotiation')
  let france: Person
  let brazil: Person
  let secretariat: Person

  beforeAll(async () => {
    const context = await journey.device({ locale: 'fr-FR', ...DESK })
    france = await journey.enters(context, 'France')
    brazil = await journey.enters(context, 'Brésil')
    secretariat = await journey.enters(context, 'Secretariat')
    await france.goTo()
    await brazil.goTo()
    await brazil.editor.waitFor()
  })

  test('a private draft is seen by nobody else until it is tabled', async () => {
    const { bar } = france.words.room
    await france.press(bar.live)
    await france.dialog.locator('label', { hasText: bar.private }).click()
    await france.page.getByRole('radio', { name: bar.private, checked: true }).waitFor({ state: 'attached' })
    await france.page.keyboard.press('Escape')
    await france.dialog.waitFor({ state: 'hidden' })
    await france.sees(bar.private)
    await france.replaces('la menace', 'le danger')
    await france.saved()
    // What Brazil does afterwards reaches France: had France's words been told, they would be here by now.
    await brazil.replaces('Exhortant', 'Invitant')
    await brazil.saved()
    await france.editor.getByText('Invitant').first().waitFor()
    expect(await brazil.page.getByText('le danger').count()).toBe(0)
    await tables(france, 'FRA 1')
    await brazil.editor.getByText('le danger').waitFor()
  })

  test('a delegation puts its name to another’s amendment, and drops off when its words change', async () => {
    await brazil.editor.getByText('le danger').click()
    await brazil.press(brazil.words.room.card.coSponsor, brazil.card('FRA 1'))
    await france.card('FRA 1').getByText('Brésil').waitFor()
    await france.press(france.words.room.card.revise, france.card('FRA 1'))
    await france.sees(france.words.room.bar.revising('FRA 1'))
    await france.replaces('le danger', 'le grave danger')
    await brazil.page.getByText('le grave danger').waitFor()
    // The rewording is no second ghost beside the words that are tabled.
    expect(await brazil.editor.locator('.ghost').getByText('danger').count()).toBe(1)
    await tables(france, 'FRA 1')
    await brazil.press(brazil.words.room.card.confirmWording, brazil.card('FRA 1'))
    await france.card('FRA 1').getByText('Brésil').waitFor()
  })

  test('the sponsor takes a friendly sub-amendment in, which stands within its words in the compilation', async () => {
    const { amending, room, follow } = brazil.words
    await brazil.press(amending.amend, brazil.card('FRA 1'))
    await brazil.sees(amending.yoursTo('FRA 1'))
    // The draft of what is amended has come when its words are no ghost any more.
    await brazil.editor.locator('.ghost').first().waitFor({ state: 'detached' })
    await brazil.editor.getByText('le grave danger').waitFor()
    await brazil.replaces('grave', 'sérieux')
    await tables(brazil, 'BRA 1')
    const views = brazil.page.locator('.view-switch')
    await views.getByText(room.views.compilation).click()
    const nest = brazil.page.locator('.ghost-nest').filter({ hasText: 'danger' })
    await nest.getByText('sérieux').waitFor()
    await brazil.picture('negotiation-nested')
    await views.getByText(room.views.draft).click()
    await france.press(new RegExp(`^${follow.title}`), france.page.locator('.panel'))
    await france.page
      .getByRole('button', { name: follow.say.amended('BRA 1', 'FRA 1', '').slice(0, -3) })
      .click()
    await france.card('BRA 1').getByRole('button', { name: amending.takeIn }).waitFor()
    await france.picture('negotiation-friendly')
    await france.press(amending.takeIn, france.card('BRA 1'))
    await france.press(amending.takeIn, france.dialog)
    await france.sees(amending.tookIn('BRA 1', 'FRA 1'))
    await france.editor.getByText('le sérieux danger').waitFor()
    await brazil.press(brazil.words.room.card.confirmWording, brazil.card('FRA 1'))
    await france.card('FRA 1').getByText('Brésil').waitFor()
  })

  test('one’s own new clause stands in the outline', async () => {
    await brazil.page
      .getByRole('navigation', { name: brazil.words.room.outline.label })
      .getByText('Rappelant')
      .click()
    await brazil.editor.and(brazil.page.locator(':focus')).waitFor()
    await brazil.page.keyboard.press('Enter')
    await brazil.page.keyboard.type('Notant les progrès accomplis', { delay: 10 })
    await brazil.page
      .getByRole('navigation', { name: brazil.words.room.outline.label })
      .getByText('Notant les progrès')
      .waitFor()
    await tables(brazil, 'BRA 2')
  })

  test('the desk accepts several amendments at once, after a preview of the outcome', async () => {
    const { desk } = secretariat.words
    await secretariat.goTo('desk')
    for (const id of ['FRA-1', 'BRA-2']) {
      await secretariat.page.getByRole('checkbox', { name: desk.tick(id) }).check({ force: true })
    }
    await secretariat.press(desk.adoptSeveral)
    await secretariat.dialog.getByText('sérieux').first().waitFor()
    await secretariat.dialog.getByText('les progrès accomplis').first().waitFor()
    await secretariat.picture('negotiation-adopt-several')
    await secretariat.press(desk.adoptTitle(2), secretariat.dialog)
    await secretariat.sees(desk.adopted(2))
    await france.editor.getByText('le sérieux danger que peuvent').waitFor()
  })

  test('the desk opens a consolidation draft, edits it in the room, and adopts it', async () => {
    const { desk, room } = secretariat.words
    await secretariat.press(desk.consolidation.open)
    await secretariat.page.getByRole('link', { name: desk.consolidation.toRoom }).click()
    await secretariat.page.getByRole('textbox', { name: room.paper.editingConsolidation }).waitFor()
    await secretariat.replaces('tous les niveaux', 'chaque niveau')
    await secretariat.saved()
    await secretariat.press(room.bar.adopt)
    await secretariat.press(room.bar.adopt, secretariat.dialog)
    await secretariat.sees(room.bar.adopted)
    await france.editor.getByText('chaque niveau').waitFor()
    await france.goTo('versions?from=0&to=now')
    await france.page.locator('ins').getByText('chaque niveau').first().waitFor()
    await france.page.locator('ins em').getByText('Notant').first().waitFor()
  })

  test('no page complained', () => {
    expect([france, brazil, secretariat].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
