import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { launchBrowser } from './browser.ts'
import { movesTo } from './deeds.ts'
import { opensEndorsement, setsUpSignature } from './finger.ts'
import { Person } from './person.ts'
import { SOURCES, startServer } from './server.ts'

/** Takes the pictures of the README again, from a fresh demonstration: `npm run screenshots`. */

const folder = resolve(import.meta.dirname, '../../docs/screenshots')
mkdirSync(folder, { recursive: true })

const server = await startServer({ program: SOURCES })
const browser = await launchBrowser()
try {
  const desk = { locale: 'en-GB', viewport: { width: 1440, height: 900 } }
  const phone = { locale: 'en-GB', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
  const context = await browser.newContext(desk)
  const take = (person: Person, name: string) =>
    person.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })

  const france = await Person.enters(context, server, 'France', 'en')
  const brazil = await Person.enters(context, server, 'Brésil', 'en')
  const declaration = 'high-level-declaration-en'
  await Promise.all([france.goTo('', declaration), brazil.goTo('', declaration)])
  await brazil.editor.waitFor()
  await france.replaces('the threat', 'the danger')
  await brazil.replaces('threat', 'vulnerability')
  await france.saved()
  await brazil.saved()
  await france.press(france.words.room.bar.table)
  await france.dialog.getByLabel(france.words.room.bar.reason).fill('The danger is real and present.')
  await france.press(france.words.room.bar.table, france.dialog)
  await brazil.card('FRA 1').waitFor()
  await take(brazil, 'room')

  const secretariat = await Person.enters(context, server, 'Secretariat', 'en')
  await secretariat.goTo('desk', declaration)
  const item = secretariat.page.getByRole('article', { name: 'FRA-1' })
  await item.waitFor()
  await take(secretariat, 'desk')
  const { desk: words } = secretariat.words
  await secretariat.press(words.accept, item)
  await secretariat.press(words.acceptId('FRA-1'), secretariat.dialog)
  await item.waitFor({ state: 'detached' })
  await movesTo(secretariat, 'consolidation', 'final')

  await opensEndorsement(secretariat)
  const minister = await Person.enters(await browser.newContext(phone), server, 'Minister of Singapore', 'en')
  await minister.goTo('endorse', declaration)
  await minister.sees('the danger')
  await setsUpSignature(minister, secretariat)
  await minister.page.getByLabel(minister.words.endorse.name).scrollIntoViewIfNeeded()
  await take(minister, 'endorse')
} finally {
  await browser.close()
  await server.stop()
}
