import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { Finger } from '../support/finger.ts'
import { Journey } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

/** How people come in again, how they are shown out, and what the secretariat reads of it. */
describe('a delegate who returns', () => {
  const journey = new Journey('returning')
  let france: Person
  let secretariat: Person
  let observer: Person

  beforeAll(async () => {
    const device = (width = 1440): Promise<BrowserContext> =>
      journey.device({ locale: 'fr-FR', viewport: { width, height: 900 } })
    france = await journey.enters(await device(), 'France')
    secretariat = await journey.enters(await device(), 'Secretariat')
    observer = await journey.enters(await device(390), 'Observer')
    await Finger.lend(france.page)
  })

  const choose = async (person: Person, entry: string) => {
    await person.page.bringToFront()
    await person.page.locator('.page-header-bar').getByRole('button').last().click()
    await person.page.getByRole('button', { name: entry }).click()
  }

  test('adds a passkey on this device, and sees where they are signed in', async () => {
    const { access } = france.words
    await choose(france, access.toPage)
    await france.sees(access.passkeys.none)
    await france.press(access.passkeys.add)
    await france.dialog.getByLabel(access.passkeys.name).fill('Portable de la mission')
    await france.press(access.passkeys.add, france.dialog)
    await france.sees('Portable de la mission')
    await france.sees(access.browsers.here)
    await france.picture('returning-1-access')
  })

  test('comes in again with it, and needs no link', async () => {
    await choose(france, france.words.common.signOut)
    await france.page.waitForURL(`${journey.server.origin}/`)
    await france.sees(france.words.enter.home.none)
    await france.picture('returning-2-home')
    await france.press(france.words.access.signIn.button)
    await france.page.waitForURL(/\/as\//)
    await france.goTo()
    await france.saved()
  })

  test('sees an observer counted, and named when the observer wishes it', async () => {
    await observer.goTo()
    await observer.page.locator('.paper').first().waitFor()
    const here = france.page.locator('.present')
    await expectLabel(here, france.words.room.status.observers(1))
    expect(await here.getAttribute('aria-label')).not.toContain('Observer')
    await choose(observer, observer.words.access.toPage)
    await observer.page.getByText(observer.words.access.naming.wish).click()
    await observer.picture('returning-3-observer')
    await observer.goTo()
    await expectLabel(
      here,
      france.words.room.status.named(france.words.room.status.observers(1), ['Observer']),
    )
  })

  test('is out at once when the accreditation is withdrawn, and the passkey opens nothing any more', async () => {
    const { people } = secretariat.words
    await secretariat.page.goto(new URL('people', secretariat.page.url()).href)
    const row = secretariat.page.getByRole('listitem').filter({ hasText: 'Delegate of France' })
    await row.getByText(people.passkeys(1)).waitFor()
    await secretariat.picture('returning-4-people')
    await secretariat.press(people.revoke, row)
    await secretariat.press(people.revokeTitle, secretariat.dialog)
    await france.sees(france.words.refusals.sentence('capacity/revoked'))
    await france.page.goto(journey.server.origin)
    await france.press(france.words.access.signIn.button)
    await france.sees(france.words.refusals.sentence('passkey/unknown'))
    await france.picture('returning-5-refused')
  })

  test('leaves a trail that the secretariat reads in words', async () => {
    const { people, trail } = secretariat.words
    await secretariat.page.getByRole('link', { name: people.toTrail }).click()
    await secretariat.sees(trail.doors.passkey)
    await secretariat.sees(secretariat.words.refusals.sentence('passkey/unknown'))
    await secretariat.picture('returning-6-trail')
  })

  test('meets no page that the content security policy forbids anything', () => {
    expect([france, secretariat, observer].flatMap(({ violations }) => violations)).toEqual([])
  })
})

async function expectLabel(place: ReturnType<Page['locator']>, label: string): Promise<void> {
  await place.and(place.page().locator(`[aria-label*="${label}"]`)).waitFor()
}
