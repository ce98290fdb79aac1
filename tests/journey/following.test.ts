import { beforeAll, describe, expect, test } from 'vitest'
import { tables } from '../support/deeds.ts'
import { DESK, Journey } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const ENGLISH = 'high-level-declaration-en'

/** How a delegate follows a room full of others: what concerns it, what is new, what is said, and by keys. */
describe('a delegate follows the room', () => {
  const journey = new Journey('following')
  let france: Person
  let brazil: Person
  let secretariat: Person

  beforeAll(async () => {
    const context = await journey.device({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...DESK,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    france = await journey.enters(context, 'France', 'en')
    brazil = await journey.enters(context, 'Brésil', 'en')
    secretariat = await journey.enters(context, 'Secretariat', 'en')
    await france.goTo('', ENGLISH)
    await brazil.goTo('', ENGLISH)
  })

  const reading = (person: Person) => person.page.keyboard.press('Escape')

  test('a rival of one’s own amendment stands first among what concerns the delegation', async () => {
    await france.replaces('threat', 'danger')
    await tables(france)
    await brazil.replaces('threat', 'vulnerability')
    await tables(brazil)
    await reading(france)
    await france.page.bringToFront()
    await france.page.keyboard.press('g')
    await france.sees(france.words.follow.say.rival('BRA 1', 'FRA 1', 'Clause 3'))
  })

  test('a key walks through what happened since one last looked', async () => {
    await france.sees('Brazil tabled BRA 1')
    await france.page.keyboard.press('n')
    await france.card('BRA 1').getByText(france.words.follow.isNew).waitFor()
    await france.page.keyboard.press('j')
    await france.page.keyboard.press('n')
    await france.sees(france.words.hands.noChange)
  })

  test('a comment hangs on its words while the clause changes, and calls on a delegation', async () => {
    const { comments } = france.words.room
    await france.selects('organized crime')
    await france.page.keyboard.press('Alt+c')
    await france.page.locator('blockquote', { hasText: 'organized crime' }).waitFor()
    await france.page.keyboard.type('Could @bra')
    await france.page.getByRole('option', { name: /Brazil/ }).waitFor()
    await france.page.keyboard.press('Enter')
    await france.page.keyboard.type('live with this?')
    await france.page.keyboard.press('Control+Enter')
    await france.editor.locator('.commented', { hasText: 'organized crime' }).waitFor()
    await brazil.page.bringToFront()
    await brazil.page.keyboard.press('Escape')
    await brazil.page.keyboard.press('g')
    await brazil.press(/France calls on you/)
    await brazil.page.getByRole('region', { name: comments.threadOf('Delegate of France') }).waitFor()
    await brazil.editor.locator('.commented.is-open', { hasText: 'organized crime' }).waitFor()
  })

  test('a note stays within the delegation', async () => {
    const { comments } = france.words.room
    await france.page.bringToFront()
    await france.page.getByText(comments.onlyFor('France')).click()
    await france.page.getByLabel(comments.note, { exact: true }).fill('Paris could accept vulnerability.')
    await france.press(comments.keepNote)
    await france.page.getByRole('region', { name: comments.onlyFor('France') }).waitFor()
    await brazil.page.bringToFront()
    await brazil.page.reload()
    await brazil.editor.waitFor()
    expect(await brazil.page.content()).not.toContain('Paris could accept')
  })

  test('the compilation text is copied as negotiators write it', async () => {
    await france.page.bringToFront()
    await reading(france)
    await france.page.locator('body').click({ position: { x: 700, y: 20 } })
    await france.page.keyboard.press('3')
    await france.press(france.words.common.copy)
    const copied = await france.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('3. Stressing the [threat] [FRA: danger] [BRA: vulnerability] that countries')
  })

  test('words are found in the text and in what is proposed', async () => {
    const { hands } = france.words
    await france.page.keyboard.press('/')
    await france.page.getByRole('searchbox', { name: hands.find }).fill('VULNERABILITY')
    await france.sees(`${hands.found(1, 1)} · Clause 3 · BRA 1`)
    await france.page.keyboard.press('Enter')
    await france.card('BRA 1').waitFor()
    await france.page.keyboard.press('Escape')
  })

  test('undo says what it undoes', async () => {
    const { hands } = france.words
    await france.page.keyboard.press('2')
    await france.replaces('corruption at all', 'fraud at all')
    await france.saved()
    await france.page.getByRole('button', { name: /^Undo: .*fraud.*Clause 5/ }).waitFor()
    await france.editor.focus()
    await france.page.keyboard.press('Control+z')
    await france.sees(/^Undone: /)
    expect(hands.undone('x')).toBe('Undone: x')
  })

  test('the sheet tells the keys, and letters alone can be switched off', async () => {
    const { hands, common } = france.words
    await reading(france)
    await france.page.keyboard.press('?')
    await france.dialog.getByText(hands.does['next change']).waitFor()
    await france.dialog.getByText(hands.singleKeysOff).click()
    await france.press(common.close, france.dialog)
    await france.dialog.waitFor({ state: 'hidden' })
    await france.page.keyboard.press('/')
    expect(await france.page.getByRole('searchbox', { name: hands.find }).count()).toBe(0)
    await france.page.keyboard.press('Alt+/')
    await france.page.getByRole('searchbox', { name: hands.find }).waitFor()
    await france.page.keyboard.press('Escape')
  })

  test('the line that one reads stays where it is while another writes above it', async () => {
    const clause = (id: string) => france.editor.locator(`[data-block="${id}"]`)
    await france.page.bringToFront()
    // Low enough for the clause to come to the top, with the one that grows above it.
    await france.page.setViewportSize({ width: 1440, height: 480 })
    await france.page.keyboard.press('Escape')
    await france.page.keyboard.press('2')
    const top = () => clause('c6').evaluate((it) => Math.round(it.getBoundingClientRect().top))
    let before = Number.NaN
    // Until it stays there: in a lower window the page draws itself anew, and keeps another line meanwhile.
    const isReading = async () => {
      const was = await top()
      await clause('c6').evaluate((it) => it.scrollIntoView())
      before = await top()
      return was === before && before < 240
    }
    await expect.poll(isReading, { interval: 500 }).toBe(true)
    await brazil.page.bringToFront()
    await brazil.page.keyboard.press('Escape')
    await brazil.page.keyboard.press('2')
    await brazil.replaces('at all levels', `at all levels${', in every country'.repeat(8)}`)
    await brazil.saved()
    await france.page.bringToFront()
    await clause('c5').locator('.ghost').getByText('in every country').waitFor({ state: 'attached' })
    await expect.poll(top).toBe(before)
    await france.page.setViewportSize(DESK.viewport)
  })

  test('the screen in the hall follows the desk', async () => {
    const { screen } = secretariat.words
    await brazil.goTo('screen', ENGLISH)
    await brazil.sees(screen.nothing)
    await secretariat.goTo('desk', ENGLISH)
    const clause = secretariat.page.locator('.desk-clause').filter({ hasText: 'Clause 3' })
    await secretariat.press(screen.put, clause.locator('.desk-clause-head'))
    await brazil.sees('FRA 1')
    await brazil.sees('BRA 1')
    await secretariat.press(screen.put, secretariat.page.getByRole('article', { name: 'BRA-1' }))
    await brazil.page.getByText('FRA 1').waitFor({ state: 'detached' })
    await brazil.sees('vulnerability')
  })

  test('no page complained', () => {
    for (const { complaints, violations } of [france, brazil, secretariat]) {
      expect([complaints, violations]).toEqual([[], []])
    }
  })
})
