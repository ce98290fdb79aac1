import { beforeAll, describe, expect, test } from 'vitest'
import { tables } from '../support/deeds.ts'
import { DESK, Journey } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const DECLARATION = 'high-level-declaration-en'

/** What delegations do with each other's amendments. */
describe('amendments among themselves', () => {
  const journey = new Journey('amending')
  let france: Person
  let brazil: Person
  let kenya: Person
  let secretariat: Person

  beforeAll(async () => {
    const context = await journey.device({ locale: 'en-GB', ...DESK })
    brazil = await journey.enters(context, 'Brésil', 'en')
    france = await journey.enters(context, 'France', 'en')
    kenya = await journey.enters(context, 'Kenya', 'en')
    secretariat = await journey.enters(context, 'Secretariat', 'en')
    for (const person of [brazil, france, kenya]) {
      await person.goTo('', DECLARATION)
      await person.editor.waitFor()
    }
  })

  const opens = async (person: Person, ghost: string) => {
    await person.page.bringToFront()
    await person.editor.locator('.ghost').getByText(ghost).first().click()
  }

  test('a delegation amends another’s amendment on its words alone', async () => {
    await brazil.replaces('threat', 'danger')
    await tables(brazil, 'BRA 1')
    await opens(france, 'danger')
    await france.press(france.words.amending.amend, france.card('BRA 1'))
    await france.sees(france.words.amending.yoursTo('BRA 1'))
    await france.replaces('danger', 'grave danger')
    await france.saved()
    await france.picture('amending-draft')
    await france.press(france.words.room.bar.table)
    await france.sees(france.words.amending.tableTo('BRA 1'))
    await france.picture('amending-table')
    await france.press(france.words.room.bar.table, france.dialog)
    await france.dialog.waitFor({ state: 'hidden' })
    await brazil.sees(brazil.words.amending.to('FRA 1', 'BRA 1'))
    await brazil.picture('amending-card')
  })

  test('the desk decides it first, and its sponsor confirms the words that it made', async () => {
    const { desk, amending, room } = secretariat.words
    await secretariat.goTo('desk', DECLARATION)
    const parent = secretariat.page.getByRole('article', { name: 'BRA-1', exact: true })
    const sub = parent.getByRole('article', { name: 'FRA-1', exact: true })
    await sub.waitFor()
    await secretariat.picture('amending-desk')
    await secretariat.press(desk.accept, sub)
    await secretariat.press(desk.acceptId('FRA-1'), secretariat.dialog)
    await sub.waitFor({ state: 'detached' })
    await brazil.sees(amending.askedAmended('FRA 1'))
    await brazil.picture('amending-unconfirmed')
    await brazil.press(room.card.confirmWording, brazil.card('BRA 1'))
    await brazil.page.getByText(amending.askedAmended('FRA 1')).waitFor({ state: 'detached' })
    expect(await brazil.card('BRA 1').getByText(amending.change(1, 2)).count()).toBe(1)
  })

  test('who proposes the same words is told, and co-sponsors instead', async () => {
    const { amending, room } = kenya.words
    await kenya.replaces('threat', 'grave danger')
    await kenya.saved()
    await kenya.press(room.bar.table)
    await kenya.sees(amending.duplicate('BRA 1'), kenya.dialog)
    await kenya.picture('amending-duplicate')
    await kenya.press(amending.coSponsorInstead('BRA 1'), kenya.dialog)
    await kenya.sees(amending.coSponsoredInstead('BRA 1'))
    await brazil.card('BRA 1').getByText('Kenya').first().waitFor()
  })

  test('what one delegation withdraws, another takes up', async () => {
    const { card, panel } = brazil.words.room
    await brazil.press(card.withdraw, brazil.card('BRA 1'))
    await brazil.press(card.withdraw, brazil.dialog)
    await brazil.dialog.waitFor({ state: 'hidden' })
    await kenya.page.bringToFront()
    await kenya.page
      .getByRole('navigation', { name: kenya.words.room.outline.label })
      .getByText('Stressing')
      .click()
    await kenya.page.getByText(panel.decided).click()
    await kenya.press(kenya.words.amending.takeUp, kenya.card('BRA 1'))
    await kenya.press(kenya.words.amending.takeUp, kenya.dialog)
    await kenya.sees(kenya.words.amending.takenUp('KEN 1'))
    await kenya.card('KEN 1').getByText('Taken up from BRA 1').waitFor()
    await kenya.picture('amending-taken-up')
  })

  test('what somebody drafts on it goes along when its sponsor gives it other words', async () => {
    const { amending, room } = france.words
    await opens(france, 'grave danger')
    await france.press(amending.amend, france.card('KEN 1'))
    await france.sees(amending.yoursTo('KEN 1'))
    await france.replaces('restoring', 'rebuilding')
    await france.saved()
    await kenya.page.bringToFront()
    await kenya.press(room.card.revise, kenya.card('KEN 1'))
    await kenya.sees(room.bar.revising('KEN 1'))
    await kenya.replaces('grave danger', 'serious danger')
    await tables(kenya)
    await france.page.bringToFront()
    await france.sees(amending.draftReplaced('KEN 1'))
    await france.picture('amending-replaced')
    await france.press(amending.carryOver)
    await france.page.getByText(amending.draftReplaced('KEN 1')).waitFor({ state: 'detached' })
    await france.editor.getByText('serious danger').waitFor()
    await france.editor.getByText('rebuilding').waitFor()
    await kenya.page.bringToFront()
  })

  test('several drafts are told apart by what they change, and shared with named delegations', async () => {
    const { room, amending } = kenya.words
    await kenya.replaces('restoring', 'rebuilding')
    await kenya.saved()
    const menu = kenya.page.getByRole('menu', { name: room.bar.drafts })
    await kenya.press(room.bar.drafts)
    await menu.getByText(room.bar.another).click()
    await kenya.sees(room.bar.blank)
    await kenya.press(room.bar.drafts)
    await menu.getByText(room.bar.changes(1, 'Clause 1')).waitFor()
    await menu.getByText(amending.draftBlank).waitFor()
    await kenya.picture('amending-drafts')
    await menu.getByText(room.bar.changes(1, 'Clause 1')).click()
    await kenya.editor.getByText('rebuilding').waitFor()
    await kenya.press(room.bar.live)
    await kenya.dialog.locator('label', { hasText: amending.shareNamed }).click()
    await kenya.sees(room.bar.addCoDrafter, kenya.dialog)
    await kenya.picture('amending-share')
    await kenya.page.keyboard.press('Escape')
    await kenya.dialog.waitFor({ state: 'hidden' })
    await kenya.page.setViewportSize({ width: 390, height: 844 })
    await kenya.picture('amending-phone')
  })

  /** The numbers in the margin, as they are read from above. */
  const numbers = (person: Person): Promise<string[]> =>
    person.editor
      .locator('p.block')
      .evaluateAll((all) => all.map((it) => it.getAttribute('data-label') ?? ''))

  test('a clause is moved, one is struck and one is new, by keys and from the menu of the clause', async () => {
    const { moving } = france.words
    await france.goTo('', DECLARATION)
    await france.selects('Recognizing')
    await france.page.locator('[data-handle]').click()
    await france.page.getByRole('menuitem', { name: moving.after }).click()
    await france.sees(moving.title('Clause 5'), france.dialog)
    await france.press(france.words.common.cancel, france.dialog)
    await france.dialog.waitFor({ state: 'hidden' })
    await france.selects('Recognizing')
    await france.page.keyboard.press('Alt+ArrowUp')
    await france.sees(moving.movedHere('Clause 5', 'Clause 4'))
    await france.sees(moving.movedAway('Clause 5', 'Clause 3'))
    await france.selects('Assessing')
    await france.page.keyboard.press('Control+Enter')
    await france.page.keyboard.type('Noting the progress made', { delay: 15 })
    await france.selects('Exhorting')
    await france.page.locator('[data-handle]').click()
    await france.page.getByRole('menuitem', { name: moving.strike }).click()
    await france.editor.locator('.block.is-struck').waitFor()
    expect(await numbers(france)).toEqual(['1.', '2.', '3.', '5.', '4.', '4 bis.', '6.', '7.'])
    await france.picture('amending-clauses')
    await tables(france, 'FRA 2')
  })

  test('the room reads it where the clause stands and where it would stand, and the desk accepts it', async () => {
    const { desk, moving } = secretariat.words
    await brazil.page.bringToFront()
    await brazil.sees(moving.ghostHere('Clause 5'))
    await brazil.sees(moving.ghostAway('Clause 3'))
    await secretariat.goTo('desk', DECLARATION)
    const item = secretariat.page.getByRole('article', { name: 'FRA-2', exact: true })
    await secretariat.sees(moving.moves('Clause 5', 'Clause 3'), item)
    await secretariat.press(desk.accept, item)
    await secretariat.sees(moving.hereBy('FRA-2', moving.stoodAfter('Clause 4')), secretariat.dialog)
    await secretariat.picture('amending-clauses-outcome')
    await secretariat.press(desk.acceptId('FRA-2'), secretariat.dialog)
    await item.waitFor({ state: 'detached' })
    await brazil.page.bringToFront()
    await brazil.editor
      .locator('.ghost')
      .getByText(moving.ghostHere('Clause 5'))
      .waitFor({ state: 'detached' })
    expect(await numbers(brazil)).toEqual(['1.', '2.', '3.', '5.', '4.', '4 bis.', '6.', '7.'])
    await brazil.picture('amending-clauses-text')
  })

  test('no page complained', () => {
    const all = [france, brazil, kenya, secretariat]
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([])
  })
})
