import type { Locator } from 'playwright-core'
import { type Amending, fond, type Hall, type Speaker } from './hall.ts'
import type { Person } from './person.ts'

/** What people do in the plenary, each as one step. */

/** Tables the draft at hand, whether or not others propose the same; its number is told, and a new draft opens. */
export const tables = async (person: Person, id: string) => {
  const { room, amending } = person.words
  await person.saved()
  await person.press(room.bar.table)
  await person.press(new RegExp(`^(${room.bar.table}|${amending.tableAnyway})$`), person.dialog)
  await person.dialog.waitFor({ state: 'hidden' })
  await person.sees(room.bar.tabled(id))
  await person.sees(room.bar.blank)
  await person.saved()
}

/** Goes to the clause that the amendment stands in, by the outline, and opens its card. */
export const opens = async (person: Person, clause: string, id: string): Promise<Locator> => {
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

/** Ticks an amendment at the desk, once its card stands still; what amends it has a box of its own, further down. */
export const ticks = async ({ page, words }: Person, id: string) => {
  await page.getByRole('article', { name: id, exact: true }).locator('label.choice').first().click()
  const box = page.getByRole('checkbox', { name: words.desk.tick(id), checked: true })
  await box.waitFor({ state: 'attached' })
}

/** Five amendments: words replaced, added, taken out, a new clause, and two clauses at once. */
export const speaks = async (hall: Hall, { code, words: [replaced, extended, taken, other] }: Speaker) => {
  const person = hall.of(code)
  await person.goTo()
  await person.editor.waitFor()
  await person.saved()
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
  await person.editor.and(person.page.locator(':focus')).waitFor()
  await person.page.keyboard.press('Enter')
  await person.editor.locator('[data-empty]').waitFor()
  await person.page.keyboard.type(`Notant l’effort ${fond(code)} de tous`)
  await tables(person, `${code} 4`)
  await person.replaces(other, `${fond(code)} ${other}`)
  await person.replaces('Déclaration', `Déclaration ${fond(code)}`)
  await tables(person, `${code} 5`)
  await person.page.goto('about:blank')
}

/** Words within another's amendment, tabled as the delegation's sixth. */
export const amends = async (hall: Hall, { code, to, clause, was, by }: Amending) => {
  const person = hall.of(code)
  const { amending, room } = person.words
  await person.goTo()
  await person.press(amending.amend, await opens(person, clause, to))
  await person.sees(amending.yoursTo(to))
  // The draft of what is amended has come when its words are no ghost any more.
  await person.editor.locator('.ghost').first().waitFor({ state: 'detached' })
  await person.editor.getByText(was).first().waitFor()
  if (by) await person.replaces(was, by)
  else {
    await person.selects(was)
    await person.page.keyboard.press('Delete')
  }
  await person.saved()
  await person.press(room.bar.table)
  await person.press(room.bar.table, person.dialog)
  await person.dialog.waitFor({ state: 'hidden' })
  await person.sees(room.bar.tabled(`${code} 6`))
  await person.page.goto('about:blank')
}

/** Withdraws an amendment whose card stands in the clause, on its own or within that of `shown`. */
export const withdraws = async (person: Person, clause: string, id: string, shown = id) => {
  const { card } = person.words.room
  await person.goTo()
  await opens(person, clause, shown)
  // The card of what amends it stands within the card.
  const buttons = person.card(id).getByRole('button', { name: card.withdraw, exact: true })
  await buttons.first().click()
  await person.press(card.withdraw, person.dialog)
  await person.dialog.waitFor({ state: 'hidden' })
}
