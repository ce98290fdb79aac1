import { beforeAll, describe, expect, test } from 'vitest'
import { tables } from '../support/deeds.ts'
import { DESK, Journey } from '../support/journey.ts'
import { focusIs, tabTo } from '../support/keys.ts'
import type { Person } from '../support/person.ts'

/** Nobody needs a mouse: neither a delegate who writes and tables, nor the desk that decides. */
describe('with nothing but keys', () => {
  const journey = new Journey('keyboard')
  let france: Person
  let brazil: Person
  let secretariat: Person

  beforeAll(async () => {
    const context = await journey.device({ locale: 'en-GB', reducedMotion: 'reduce', ...DESK })
    france = await journey.enters(context, 'France', 'en')
    brazil = await journey.enters(context, 'Brésil', 'en')
    secretariat = await journey.enters(context, 'Secretariat', 'en')
    await france.goTo()
    await brazil.goTo()
  })

  test('a delegate skips to the content, writes, and tables an amendment', async () => {
    const { page, words } = france
    await page.bringToFront()
    await france.editor.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => focusIs(page, 'main')).toBe(true)
    await tabTo(page, '.ProseMirror')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(', without delay', { delay: 15 })
    await france.saved()
    await tabTo(page, `.draft-ends button:has-text("${words.room.bar.table}")`)
    await page.keyboard.press('Enter')
    await france.dialog.waitFor()
    await tabTo(page, '[role=alertdialog] textarea, [role=dialog] textarea')
    await page.keyboard.type('Delay costs lives.')
    await tabTo(
      page,
      `[role=alertdialog] button:has-text("${words.room.bar.table}"), [role=dialog] button:has-text("${words.room.bar.table}")`,
    )
    await page.keyboard.press('Enter')
    await france.dialog.waitFor({ state: 'hidden' })
    await brazil.sees(/FRA 1/)
  })

  test('the desk accepts, rejects with a note, marks a clause and issues Rev.1', async () => {
    await brazil.replaces('menace', 'vulnérabilité')
    await tables(brazil)
    await secretariat.goTo('desk')
    const { page, words, dialog } = secretariat
    const { desk: say, common } = words
    const item = (id: string) => page.getByRole('article', { name: id, exact: true })
    await item('BRA-1').waitFor()
    const pressOn = async (selector: string) => {
      await tabTo(page, selector)
      await page.keyboard.press('Enter')
    }
    const heading = (clause: string) => `.desk-clause-head h3:text-is("${common.clause(clause)}")`
    const inDialog = (button: string) =>
      `:is([role=dialog], [role=alertdialog]) button:has-text(${JSON.stringify(button)})`

    await pressOn(`[aria-label="FRA-1"] button:has-text("${say.accept}")`)
    await secretariat.sees(say.outcome, dialog)
    await pressOn(inDialog(say.acceptId('FRA-1')))
    await item('FRA-1').waitFor({ state: 'detached' })
    // Nothing is left of the clause: its heading keeps the place, and no other clause is jumped to.
    await expect.poll(() => focusIs(page, heading('7'))).toBe(true)

    await pressOn(`[aria-label="BRA-1"] button:has-text("${say.reject}")`)
    await tabTo(page, ':is([role=dialog], [role=alertdialog]) textarea')
    await page.keyboard.type('The room prefers the word that stands.')
    await pressOn(inDialog(say.rejectId('BRA-1')))
    await item('BRA-1').waitFor({ state: 'detached' })
    await expect.poll(() => focusIs(page, heading('3'))).toBe(true)

    await pressOn(`.desk-clause:has(h3:text-is("${common.clause('1')}")) .select-button`)
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await secretariat.sees(say.marked(common.clause('1'), common.ladder.agreed))

    await pressOn(`.desk-side button:has-text("${say.version.open}")`)
    await pressOn(inDialog(say.version.confirm('A/CONF.2009/L.1/Rev.1')))
    await secretariat.sees(say.version.done('A/CONF.2009/L.1/Rev.1'))
  })
})
