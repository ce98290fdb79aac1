import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { complaints } from '../support/axe.ts'
import { movesTo } from '../support/deeds.ts'
import { opensEndorsement, setsUpSignature } from '../support/finger.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'

/** Everybody can use every page: judged by axe on a desk and on a phone, and by a delegate who has only keys. */
describe('Paraph is for everybody', () => {
  const journey = new Journey('accessible')
  let france: Person
  let brazil: Person
  let secretariat: Person
  let minister: Person

  const desk = { locale: 'en-GB', reducedMotion: 'reduce' as const, ...DESK }
  const phone = { ...desk, ...PHONE }

  beforeAll(async () => {
    const context = await journey.device(desk)
    france = await journey.enters(context, 'France', 'en')
    brazil = await journey.enters(context, 'Brésil', 'en')
    secretariat = await journey.enters(context, 'Secretariat', 'en')
    await france.goTo()
    await brazil.goTo()
  })

  test('a delegate with nothing but keys skips to the content, writes, and tables an amendment', async () => {
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

  const views = {
    'on a desk': desk,
    'in the dark': { ...desk, colorScheme: 'dark' as const },
    'on a phone': phone,
    'on a phone in the dark': { ...phone, colorScheme: 'dark' as const },
    'from right to left': desk,
    'on a phone from right to left': phone,
  }

  test('a page of each kind has something on it to complain of', async () => {
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

  test.each(Object.keys(views) as (keyof typeof views)[])(
    'axe finds nothing to complain of %s',
    async (how) => {
      const view = views[how]
      const context = await journey.device(view)
      await context.addCookies(await france.page.context().cookies())
      const page = await context.newPage()
      const as = (person: Person) => `${journey.server.origin}/as/${capacityOf(person)}`
      const room = `/d/${DECLARATION}`
      const kenya = journey.server.links.find(({ name }) => name === 'Kenya')?.url ?? ''
      const pages = [
        kenya,
        journey.server.origin,
        `${as(france)}/`,
        as(france) + room,
        `${as(france)}${room}/screen`,
        `${as(france)}${room}/versions?from=0&to=now`,
        `${as(france)}${room}/roll`,
        `${as(secretariat)}${room}/desk`,
        `${as(secretariat)}${room}/account`,
        `${as(secretariat)}/people`,
        `${as(secretariat)}/refused`,
        `${as(france)}/access`,
      ]
      for (const address of pages) {
        expect(await complaintsAt(page, address, view, how.endsWith('right to left'))).toEqual([])
        if (address !== as(france) + room) continue
        // The room's other sides: a clause with its cards, a discussion, and each view of the text.
        for (const key of ['j', 'c', '1', '3', '4', '/']) {
          await page.keyboard.press('Escape')
          await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
          await page.keyboard.press(key)
          await page.waitForTimeout(250)
          expect((await complaints(page)).map((it) => `${how}, after ${key}: ${it}`)).toEqual([])
        }
        const { documents } = france.words
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: documents.open, exact: true }).click()
        await page.getByRole('menuitem', { name: documents.what.amended, exact: true }).click()
        await page.getByRole('dialog').waitFor()
        expect((await complaints(page)).map((it) => `${how}, documents: ${it}`)).toEqual([])
        await page.keyboard.press('Escape')
      }
      await context.close()
    },
  )

  test('the desk accepts, rejects with a note, marks a clause and issues Rev.1 with nothing but keys', async () => {
    await brazil.press(brazil.words.room.bar.table)
    await brazil.press(brazil.words.room.bar.table, brazil.dialog)
    await brazil.dialog.waitFor({ state: 'hidden' })
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

  test('axe finds nothing to complain of where the minister endorses, nor in the receipt', async () => {
    await secretariat.goTo('desk')
    await movesTo(secretariat, 'consolidation', 'final')
    await opensEndorsement(secretariat)
    minister = await journey.enters(await journey.device(phone), 'Minister of Singapore', 'en')
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

  test.each(Object.keys(views) as (keyof typeof views)[])(
    'axe finds nothing to complain of in the roll and on the wall %s',
    async (how) => {
      const context = await journey.device(views[how])
      await context.addCookies(await france.page.context().cookies())
      const page = await context.newPage()
      const { map } = france.words.roll
      for (const place of ['roll', 'screen']) {
        await page.goto(`${journey.server.origin}/as/${france.as}/d/${DECLARATION}/${place}`)
        await page.getByRole('img', { name: map.title, description: map.says(1, 192) }).waitFor()
        if (how.endsWith('right to left')) {
          await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
        }
        expect((await complaints(page)).map((it) => `${how}, ${place}: ${it}`)).toEqual([])
      }
      await context.close()
    },
  )

  const complaintsAt = async (page: Page, address: string, { viewport }: typeof desk, isRtl: boolean) => {
    await page.goto(address)
    await page.getByRole('heading').first().waitFor({ state: 'attached' })
    // No language of the interface is written from right to left yet; the pages are laid out for one.
    if (isRtl) await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    await page.waitForTimeout(700)
    return (await complaints(page)).map((it) => `${viewport.width} ${address}: ${it}`)
  }
})

const capacityOf = (person: Person): string => new URL(person.page.url()).pathname.split('/')[2] ?? ''

/** Presses Tab until the focus is on what is meant, as somebody does who sees only the ring. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await focusIs(page, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by keys to ${selector}`)
}

const focusIs = async (page: Page, selector: string): Promise<boolean> => {
  for (const element of await page.locator(selector).all()) {
    if (await element.evaluate((it) => it === document.activeElement)) return true
  }
  return false
}
