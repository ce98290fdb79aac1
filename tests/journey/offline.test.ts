import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { DESK, Journey } from '../support/journey.ts'
import type { Person } from '../support/person.ts'
import type { Link, RunningServer } from '../support/server.ts'

/** The line is cut by killing the server: nothing is said to anybody. */
describe('words that were typed without a connection', () => {
  const journey = new Journey('offline')
  let context: BrowserContext
  let france: Person
  let brazil: Person
  /** Another delegate of France, on another device. */
  let colleague: Person

  beforeAll(async () => {
    const device = () => journey.device({ locale: 'fr-FR', ...DESK })
    context = await device()
    france = await journey.enters(context, 'France')
    const others = await device()
    brazil = await journey.enters(others, 'Brésil')
    const secretariat = await journey.enters(others, 'Secretariat')
    const url = await secretariat.page.evaluate(accreditColleague)
    const link = { role: 'delegate', name: 'Collègue', url }
    colleague = await journey.enters(await device(), 'Collègue', 'fr', [link])
    await Promise.all([france.goTo(), brazil.goTo(), colleague.goTo()])
    await Promise.all([france.saved(), brazil.saved(), colleague.saved()])
  })

  const kept = (person: Person) => person.sees(/Hors ligne\s: \d+ changements? gardés? sur cet appareil/)

  /** France's delegate opens the room in a new tab of the same browser; each start of the server makes new links. */
  const returns = async () => {
    france = await journey.enters(context, 'France', 'fr', freshLinks(journey.server))
    await france.goTo()
  }

  test('are not called saved until the server has them, and then everybody sees them', async () => {
    await france.replaces('la menace', 'le danger')
    await france.saved()
    await journey.server.kill()
    await france.replaces('danger', 'péril')
    await kept(france)
    await france.picture('offline-1-kept')
    await journey.server.restart()
    await france.saved()
    await brazil.editor.getByText('le péril').waitFor()
  })

  test('outlive the tab: a new one brings them into the draft', async () => {
    await journey.server.kill()
    await france.replaces('constituer', 'représenter')
    await kept(france)
    await france.page.close()
    await journey.server.restart()
    await returns()
    await france.editor.getByText('représenter').waitFor()
    await france.saved()
    await brazil.editor.getByText('représenter').waitFor()
    expect(await france.page.evaluate(sheetsKept)).toBe(0)
  })

  test('can be read where the page is opened anew while nobody answers, and are sent when the server is back', async () => {
    const { unreachable } = france.words.common
    await france.page.waitForFunction(keepsAllPages)
    await journey.server.kill()
    await france.replaces('besoin', 'besoin impérieux')
    await france.selects('transnationale')
    await france.page.keyboard.press('Delete')
    await kept(france)
    await france.page.reload()
    await france.sees(unreachable.title)
    await france.page.locator('ins', { hasText: 'impérieux' }).waitFor()
    await france.page.locator('del', { hasText: 'transnationale' }).waitFor()
    await france.picture('offline-3-unreachable')
    await france.page.setViewportSize({ width: 390, height: 844 })
    await france.picture('offline-3-unreachable-phone')
    await france.page.setViewportSize({ width: 1440, height: 900 })
    const kinds = await france.page.evaluate(keptForOffline)
    expect(kinds).toEqual(['/', '/assets'])
    await journey.server.restart()
    await france.editor.getByText('besoin impérieux').waitFor()
    await france.saved()
    await brazil.sees(/impérieux/)
    expect(france.violations).toEqual([])
  })

  test('merge with what a colleague wrote in the same draft meanwhile', async () => {
    await journey.server.kill()
    await france.replaces('lutter', 'combattre')
    await kept(france)
    await france.page.close()
    await journey.server.restart()
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
    await journey.server.kill()
    await france.replaces('grave', 'très grave')
    await france.selects('progression')
    await france.page.keyboard.press('Delete')
    await kept(france)
    await france.page.close()
    await journey.server.restart()
    await colleague.saved()
    await colleague.press(colleague.words.room.bar.table)
    await colleague.press(colleague.words.room.bar.table, colleague.dialog)
    await colleague.card('FRA 1').waitFor()
    await returns()
    const tray = france.page.getByRole('region', { name: france.words.room.tray.label })
    await tray.getByText('très grave').waitFor()
    await tray.getByText(france.words.refusals.sentence('draft/unknown')).first().waitFor()
    await france.saved()
    await tray.getByText(france.words.room.tray.struck).first().waitFor()
    await france.picture('offline-2-tray')
    expect(await france.page.evaluate(sheetsKept)).toBe(0)
  })

  test('are struck again from the tray where they stand, and stay there where they do not', async () => {
    const tray = france.page.getByRole('region', { name: france.words.room.tray.label })
    const entry = (words: string) => tray.getByRole('listitem').filter({ hasText: words })
    await france.press(france.words.room.tray.again, entry('progression'))
    await entry('progression').waitFor({ state: 'detached' })
    await france.saved()
    await france.editor.locator('.ghost-deleted', { hasText: 'progression' }).waitFor()
    // The word that was to give way is a colleague's, and in the amendment.
    await france.press(france.words.room.tray.again, entry('très'))
    await france.sees(france.words.room.tray.gone)
    await entry('très').waitFor()
  })

  test('leave this device with the person who signs out', async () => {
    await france.page
      .getByRole('button', { name: /France/ })
      .first()
      .click()
    await france.page.getByRole('button', { name: france.words.common.signOut }).click()
    await france.page.waitForURL(`${journey.server.origin}/`)
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

/** Runs in a page: what the worker has kept, by the first part of its path. Never an answer of the interface. */
async function keptForOffline(): Promise<string[]> {
  const kinds = new Set<string>()
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      kinds.add(new URL(url).pathname.split('/').slice(0, 2).join('/'))
    }
  }
  return [...kinds].sort()
}

/** Runs in a page: whether it could open without the server by now. */
async function keepsAllPages(): Promise<boolean> {
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys()
    if (kept.some(({ url }) => url.includes('UnreachablePage'))) return true
  }
  return false
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
