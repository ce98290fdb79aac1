import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { Person } from '../support/person.ts'
import { type Link, type RunningServer, startServer } from '../support/server.ts'

/** The line is cut by killing the server: nothing is said to anybody. */
describe('words that were typed without a connection', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let france: Person
  let brazil: Person
  /** Another delegate of France, on another device. */
  let colleague: Person

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    const device = () => browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } })
    context = await device()
    france = await Person.enters(context, server, 'France')
    const others = await device()
    brazil = await Person.enters(others, server, 'Brésil')
    const secretariat = await Person.enters(others, server, 'Secretariat')
    const url = await secretariat.page.evaluate(accreditColleague)
    const link = { role: 'delegate', name: 'Collègue', url }
    colleague = await Person.enters(await device(), { ...server, links: [link] }, 'Collègue')
    await Promise.all([france.goTo(), brazil.goTo(), colleague.goTo()])
    await Promise.all([france.saved(), brazil.saved(), colleague.saved()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(() => {
    onTestFailed(async () => {
      for (const [who, person] of Object.entries({ france, brazil, colleague })) {
        await person?.picture(`failed-offline-${who}`)
      }
    })
  })

  const kept = (person: Person) => person.sees(/Hors ligne : \d+ changements? gardés? sur cet appareil/)

  /** France's delegate opens the room in a new tab of the same browser; each start of the server makes new links. */
  const returns = async () => {
    france = await Person.enters(context, { ...server, links: freshLinks(server) }, 'France')
    await france.goTo()
  }

  test('are not called saved until the server has them, and then everybody sees them', async () => {
    await france.replaces('la menace', 'le danger')
    await france.saved()
    await server.kill()
    await france.replaces('danger', 'péril')
    await kept(france)
    await france.picture('offline-1-kept')
    await server.restart()
    await france.saved()
    await brazil.editor.getByText('le péril').waitFor()
  })

  test('outlive the tab: a new one brings them into the draft', async () => {
    await server.kill()
    await france.replaces('constituer', 'représenter')
    await kept(france)
    await france.page.close()
    await server.restart()
    await returns()
    await france.editor.getByText('représenter').waitFor()
    await france.saved()
    await brazil.editor.getByText('représenter').waitFor()
    expect(await france.page.evaluate(sheetsKept)).toBe(0)
  })

  test('merge with what a colleague wrote in the same draft meanwhile', async () => {
    await server.kill()
    await france.replaces('lutter', 'combattre')
    await kept(france)
    await france.page.close()
    await server.restart()
    await colleague.saved()
    await colleague.replaces('péril', 'grave péril')
    await colleague.saved()
    await returns()
    await france.editor.getByText('grave péril').waitFor()
    await france.editor.getByText('combattre').first().waitFor()
    await france.saved()
    await colleague.editor.getByText('combattre').first().waitFor()
  })

  test('wait in the tray, with the reason, when a colleague has tabled the draft meanwhile', async () => {
    await server.kill()
    await france.replaces('grave', 'très grave')
    await kept(france)
    await france.page.close()
    await server.restart()
    await colleague.saved()
    await colleague.press(colleague.words.room.bar.table)
    await colleague.press(colleague.words.room.bar.table, colleague.dialog)
    await colleague.card('FRA 1').waitFor()
    await returns()
    const tray = france.page.getByRole('region', { name: france.words.room.tray.label })
    await tray.getByText('très grave').waitFor()
    await tray.getByText(france.words.refusals.sentence('draft/unknown')).waitFor()
    await france.saved()
    await france.picture('offline-2-tray')
    expect(await france.page.evaluate(sheetsKept)).toBe(0)
  })

  test('leave this device with the person who signs out', async () => {
    await france.page
      .getByRole('button', { name: /France/ })
      .first()
      .click()
    await france.page.getByRole('menuitemradio', { name: france.words.common.signOut }).click()
    await france.page.waitForURL(`${server.origin}/`)
    expect(
      await france.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('tray'))),
    ).toEqual([])
  })
})

/** As the last start of the server wrote them. */
const freshLinks = ({ data }: RunningServer): readonly Link[] =>
  readFileSync(join(data, 'links.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([role = '', name = '', url = '']) => ({ role, name, url }))

/** Runs in a page of the secretariat's; gives the sign-in link. */
async function accreditColleague(): Promise<string> {
  const capacity = location.pathname.split('/')[2] ?? ''
  const answer = await fetch(`/api/people?as=${capacity}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'delegate', delegation: 'FRA', name: 'Collègue' }),
  })
  const { url }: { url: string } = await answer.json()
  return url
}

/** Runs in a page: how many drafts this device keeps. */
function sheetsKept(): Promise<number> {
  return new Promise((counted, failed) => {
    const opening = indexedDB.open('paraph')
    opening.onerror = () => failed(opening.error)
    opening.onsuccess = () => {
      const count = opening.result.transaction('sheets').objectStore('sheets').count()
      count.onsuccess = () => counted(count.result)
    }
  })
}
