import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { complaints } from '../support/axe.ts'
import { movesTo } from '../support/deeds.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'

const verifier = resolve(import.meta.dirname, '../../verify/paraph-verify.mjs')
const LATER = String(73 * 3_600)

/** A text is frozen, and broken; frozen again, and adopted while nobody was there, the server neither. */
describe('a text is put under the silence procedure', () => {
  const journey = new Journey('silence')
  let context: BrowserContext
  let secretariat: Person
  let france: Person
  let brazil: Person

  beforeAll(async () => {
    context = await journey.device({ locale: 'fr-FR', timezoneId: 'Europe/Zurich', ...DESK })
    secretariat = await journey.enters(context, 'Secretariat')
    france = await journey.enters(context, 'France')
    const phone = await journey.device({ locale: 'fr-FR', timezoneId: 'America/Sao_Paulo', ...PHONE })
    brazil = await journey.enters(phone, 'Brésil')
  })

  /** From the desk, with the deadline that is offered: in 72 hours. */
  async function freezes(symbol: string): Promise<void> {
    const { silence } = secretariat.words
    await secretariat.goTo('desk')
    await movesTo(secretariat, 'consolidation')
    await secretariat.press(silence.desk.open)
    await secretariat.dialog.getByRole('group', { name: silence.desk.deadline }).waitFor()
    await secretariat.sees(/dans 3 jours/, secretariat.dialog)
    expect(await complaints(secretariat.page)).toEqual([])
    await secretariat.picture(`silence-desk-opens-${symbol.replaceAll('/', '-')}`)
    await secretariat.press(silence.desk.confirm(symbol), secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
    await secretariat.page.getByRole('button', { name: silence.desk.extend }).waitFor()
  }

  test('the secretariat freezes it from the desk, for 72 hours', async () => {
    await freezes('A/CONF.2009/L.1')
    await secretariat.sees('Il reste 3 jours')
    await secretariat.picture('silence-desk')
  })

  test('France finds it first among what concerns it, and opens it: a receipt is on the record', async () => {
    const { silence } = france.words
    await france.goTo()
    await france.sees(silence.banner.runs('A/CONF.2009/L.1'))
    const first = france.page.locator('.concern').first()
    await first.getByText(/^Lisez/).waitFor()
    await france.picture('silence-room')
    await first.click()
    await france.page.getByRole('heading', { level: 1, name: silence.title }).waitFor()
    await france.sees(/Soulignant la menace/)
    await france.sees(/UTC\)/)
    await france.sees(/Ouverture inscrite au dossier/)
    expect(await complaints(france.page)).toEqual([])
    await france.picture('silence-page')
  })

  test('the list of declarations says until when, at a desk and on a telephone', async () => {
    for (const person of [france, brazil]) {
      await person.page.goto(`${journey.server.origin}/as/${person.as}/`)
      const entry = person.page.getByRole('listitem').filter({ hasText: 'A/CONF.2009/L.1' })
      await person.sees('Il reste 3 jours', entry)
      await person.sees(/UTC/, entry)
      expect(await complaints(person.page)).toEqual([])
    }
    await france.picture('silence-list')
    await brazil.picture('silence-list-phone')
    await france.goTo('silence')
  })

  test('Brazil opens it on a telephone, in its own time zone, and the desk counts both', async () => {
    const { silence } = brazil.words
    await brazil.goTo('silence')
    await brazil.sees(/UTC-3|UTC−3/)
    await brazil.sees(/Ouverture inscrite au dossier/)
    await brazil.page.getByRole('button', { name: silence.break.open }).waitFor()
    expect(await complaints(brazil.page)).toEqual([])
    await brazil.picture('silence-phone')
    await secretariat.sees(secretariat.words.silence.receipts.count(2))
  })

  test('the hall reads until when', async () => {
    await secretariat.goTo('screen')
    await secretariat.sees('A/CONF.2009/L.1')
    await secretariat.sees('Il reste 3 jours')
    await secretariat.sees(secretariat.words.silence.receipts.count(2))
    expect(await complaints(secretariat.page)).toEqual([])
    await secretariat.picture('silence-screen')
  })

  test('the secretariat extends the deadline, with a reason that everybody reads', async () => {
    const { silence } = secretariat.words
    await secretariat.goTo('desk')
    await secretariat.press(silence.desk.extend)
    await secretariat.dialog.getByLabel(silence.desk.reason).fill('Fête nationale.')
    await secretariat.press(silence.desk.extend, secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
    await france.sees('Fête nationale.')
    await france.sees('Il reste 6 jours')
  })

  test('Brazil breaks the silence with a reason: it is named, and drafting is open again', async () => {
    const { silence } = brazil.words
    await brazil.press(silence.break.open)
    await brazil.dialog.getByLabel(silence.break.reason).fill('Le mot « menace » ne nous convient pas.')
    await brazil.picture('silence-phone-breaks')
    await brazil.press(silence.break.confirm('Brésil'), brazil.dialog)
    await brazil.dialog.waitFor({ state: 'hidden' })
    await brazil.sees(/Brésil a rompu le silence/)
    await brazil.picture('silence-phone-broken')
    await france.sees(/Brésil a rompu le silence/)
    await france.sees('Le mot « menace » ne nous convient pas.')
    await france.goTo()
    await france.sees(france.words.silence.banner.broken('Brésil'))
    await france.editor.waitFor()
    expect(await complaints(france.page)).toEqual([])
    await france.picture('silence-room-broken')
  })

  test('the text is amended, and frozen again under Rev.1', async () => {
    const { desk } = secretariat.words
    await france.replaces('la menace', 'le danger')
    await france.saved()
    const { bar } = france.words.room
    await france.press(bar.table)
    await france.press(bar.table, france.dialog)
    await france.card('FRA 1').waitFor()
    const item = secretariat.page.getByRole('article', { name: 'FRA-1' })
    await secretariat.press(desk.accept, item)
    await secretariat.press(desk.acceptId('FRA-1'), secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
    await item.waitFor({ state: 'hidden' })
    await freezes('A/CONF.2009/L.1/Rev.1')
    await france.sees(france.words.silence.banner.runs('A/CONF.2009/L.1/Rev.1'))
  })

  test('its deadline passes while the server is down: on its return the text is adopted, as of the deadline', async () => {
    const { silence } = france.words
    await france.goTo('silence')
    await france.sees(/Ouverture inscrite au dossier/)
    await journey.server.kill()
    await journey.server.restart({ PARAPH_CLOCK_AHEAD: LATER })
    await france.goTo('silence')
    await france.sees(/Adopté par approbation tacite le/)
    await france.sees(/au retour du serveur/)
    await france.picture('silence-adopted')
    await france.goTo('versions')
    await france.sees(silence.acts['text adopted']('A/CONF.2009/1'))
    await france.picture('silence-versions')
  })

  test('the minister finds the adopted words to endorse, and the record of it all is in order', async () => {
    const minister = await journey.enters(context, 'Minister of France')
    await minister.goTo('endorse')
    await minister.sees('A/CONF.2009/1')
    await minister.sees(/le danger que peuvent constituer/)
    const answer = await context.request.get(
      `${journey.server.origin}/api/declarations/${DECLARATION}/record`,
    )
    const path = join(journey.server.data, 'record.json')
    writeFileSync(path, await answer.text())
    const { stdout, stderr } = spawnSync(process.execPath, [verifier, path], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toContain('The final version is A/CONF.2009/1')
  })

  test('no page complained of anything but the line that was cut', () => {
    const complaints = [secretariat, france, brazil]
      .flatMap((person) => person.complaints)
      .filter((it) => !/WebSocket|ERR_CONNECTION/.test(it))
    expect(complaints).toEqual([])
  })
})
