import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandInput } from '../../shared/command.ts'
import { DESK, Journey, PHONE } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'

const program = resolve(import.meta.dirname, '../../verify/paraph-verify.mjs')

/** A delegate who trusts nobody: keeps the record, checks it, and is warned when the server shows another one. */
describe('the record answers for every word', () => {
  const journey = new Journey('record')
  let france: Person
  let secretariat: Person
  /** What the server kept before anything was negotiated. */
  let early: string

  beforeAll(async () => {
    const context = await journey.device({ locale: 'en-GB', ...DESK })
    france = await journey.enters(context, 'France', 'en')
    secretariat = await journey.enters(context, 'Secretariat', 'en')
    // Not where pictures go: runs beside this one would find it there.
    early = mkdtempSync(join(tmpdir(), 'paraph-early-'))
    await journey.server.stop()
    cpSync(journey.server.data, early, { recursive: true })
    await journey.server.restart()
  })
  afterAll(async () => {
    rmSync(early, { recursive: true, force: true })
  })

  const perform = ({ page, as }: Person, command: CommandInput) =>
    page.evaluate(sendCommand, { to: `/api/declarations/${DECLARATION}/commands?as=${as}`, command })

  const line = () => france.page.getByRole('region', { name: france.words.ledger.title })

  test('the browser remembers the record that it saw, and says that a later one holds it', async () => {
    const { ledger, room } = france.words
    await france.goTo('versions')
    await france.sees(ledger.first, line())
    await france.goTo()
    await france.replaces('la menace', 'le danger')
    await france.saved()
    await france.press(room.bar.table)
    await france.press(room.bar.table, france.dialog)
    await france.card('FRA 1').waitFor()
    await perform(secretariat, {
      do: 'amendment.decide',
      amendment: 'FRA-1',
      decision: 'accept',
      note: 'Comme convenu.',
    })
    await france.goTo('versions')
    await france.sees(/It holds all that this browser saw/, line())
    await france.picture('record-1-agrees')
  })

  test('the record is saved, and one file that needs nothing of the server finds it in order', async () => {
    const path = await saved(france.page, france.words.ledger.download)
    const { status, stdout } = spawnSync(process.execPath, [program, path], { encoding: 'utf8' })
    expect(stdout).toContain('All is well')
    expect(status).toBe(0)
    await france.page.getByText(france.words.ledger.how).click()
    await france.sees(/Compare the fingerprint/)
    const offered = await saved(france.page, france.words.ledger.steps.saveProgram)
    expect(readFileSync(offered, 'utf8')).toBe(readFileSync(program, 'utf8'))
  })

  test('the text is taken along as a file, as it stands and as it was laid, and asked for again where that fails', async () => {
    const { common, documents, refusals, versions } = france.words
    const { page, dialog } = france
    const asks = async (within: Locator) => {
      await france.press(documents.open, within)
      await page.getByRole('menuitem', { name: documents.what.text, exact: true }).click()
    }
    await asks(page.getByRole('banner'))
    const refused = { status: 503, body: JSON.stringify({ code: 'document/too-many' }) }
    await page.route('**/document?**', (route) => route.fulfill(refused), { times: 1 })
    await france.press(documents.format.txt, dialog)
    await france.sees(refusals.sentence('document/too-many'), dialog)
    expect(readFileSync(await saved(page, common.tryAgain), 'utf8')).toContain('le danger')
    await france.sees(documents.saved('A-CONF.2009-L.1-text.txt'), dialog)
    await france.picture('record-2-documents')
    await france.press(common.close, dialog)
    await asks(page.getByRole('region', { name: versions.list }).getByRole('listitem').last())
    expect(readFileSync(await saved(page, documents.format.txt), 'utf8')).toContain('la menace')
    expect(readFileSync(await saved(page, documents.format.pdf), 'latin1')).toMatch(/^%PDF-/)
    // One that takes its time is given up.
    let goOn = () => {}
    const held = new Promise<void>((done) => {
      goOn = done
    })
    await page.route('**/document?**', (route) => held.then(() => route.continue()), { times: 1 })
    await france.press(documents.format.json, dialog)
    await france.sees(documents.making(documents.format.json), dialog)
    await france.press(common.cancel, dialog)
    await dialog.getByText(documents.making(documents.format.json)).waitFor({ state: 'detached' })
    goOn()
    await france.press(common.close, dialog)
  })

  test('the address on a paper leads whoever takes part to its versions', async () => {
    await france.page.goto(`${journey.server.origin}/d/${DECLARATION}/versions`)
    await france.page.getByRole('region', { name: france.words.versions.list }).waitFor()
  })

  test('any word can be asked who brought it: by pointing, with the keyboard, and by touch', async () => {
    const { versions, provenance, common } = france.words
    await france.goTo('versions?show=names')
    const coverage = france.page.getByRole('region', { name: provenance.coverage })
    await france.sees(provenance.asLaidShort, coverage)
    await france.sees('France', coverage)
    const words = france.page.getByRole('button', { name: 'le danger', exact: true })
    // A pointer comes from somewhere.
    await coverage.hover()
    await words.hover()
    await france.sees(new RegExp(`FRA-1 · ${common.broughtBy('France')}`))
    await words.press('Enter')
    const card = france.page.getByRole('dialog', { name: provenance.title })
    await france.sees(provenance.amendment('FRA-1', 1), card)
    await france.sees('Comme convenu.', card)
    await france.picture('record-4-provenance')
    await france.press(provenance.seeAct, card)
    await card.waitFor({ state: 'hidden' })
    await france.page.locator('ins').getByText('le danger').waitFor()
    await france.page.locator('del').getByText('la menace').waitFor()
    await france.sees(versions.changes(1, 1))
    await france.picture('record-5-compared')

    const phone = await journey.device({ locale: 'en-GB', ...PHONE })
    const observer = await journey.enters(phone, 'Observer', 'en')
    await observer.goTo('versions?show=names')
    await observer.page.getByRole('button', { name: 'le danger', exact: true }).tap()
    await observer.sees(provenance.amendment('FRA-1', 1), observer.dialog)
    await observer.picture('record-9-phone')
    expect([...observer.violations, ...observer.complaints]).toEqual([])
    await phone.close()
  })

  test('an earlier text is brought back by a new act, and the account of words says what became of each', async () => {
    const { versions, account } = secretariat.words
    await secretariat.goTo('versions')
    const list = secretariat.page.getByRole('region', { name: versions.list })
    await secretariat.press(versions.look, list)
    await secretariat.page.getByRole('menuitem', { name: versions.restore.open }).click()
    await secretariat.sees(versions.restore.noneLost, secretariat.dialog)
    await secretariat.picture('record-6-restore')
    await secretariat.press(versions.restore.confirm, secretariat.dialog)
    await secretariat.sees('brought back the words of A/CONF.2009/L.1 (SEC-1)')
    await secretariat.sees(versions.same)
    await secretariat.goTo('versions?show=names')
    await secretariat.page.getByRole('button', { name: 'la menace', exact: true }).click()
    const card = secretariat.page.getByRole('dialog', { name: secretariat.words.provenance.title })
    await secretariat.sees(secretariat.words.provenance.first, card)
    await secretariat.picture('record-7-brought-back')
    await secretariat.goTo('account?version=0')
    await secretariat.sees(account.statementOf('A/CONF.2009/L.1'))
    await secretariat.sees(account.empty)
    await secretariat.goTo('account')
    await secretariat.sees(account.place['taken out again'])
    await secretariat.sees(account.allNamed)
    await secretariat.picture('record-8-account')
  })

  test('a server that shows another history is found out at once, and both checkpoints can be kept', async () => {
    await journey.server.stop()
    rmSync(journey.server.data, { recursive: true })
    cpSync(early, journey.server.data, { recursive: true })
    await journey.server.restart()
    await secretariat.goTo('desk')
    const ladders = ['bracketed', 'open'] as const
    for (const ladder of [...ladders, ...ladders, ...ladders, ...ladders])
      await perform(secretariat, { do: 'clause.mark', clause: 'c1', ladder })
    await france.goTo('versions')
    const { warning } = france.words.ledger
    const alert = france.page.getByRole('alert').filter({ hasText: warning.title })
    await alert.waitFor()
    await france.sees(/doesn’t contain the record/, alert)
    await france.picture('record-2-warning')
    const evidence = readFileSync(await saved(france.page, warning.save), 'utf8')
    expect(evidence.match(/^— /gm)).toHaveLength(2)

    // It stands on every page, until the person goes on from here.
    await france.goTo('roll')
    await alert.waitFor()
    await france.press(warning.goOn, alert)
    await france.press(warning.goOn, france.dialog)
    await alert.waitFor({ state: 'hidden' })
    await france.goTo('versions')
    await france.sees(/It holds all that this browser saw/, line())
  })

  test('another key is a warning too', async () => {
    await journey.server.stop()
    rmSync(join(journey.server.data, 'seal.pem'))
    await journey.server.restart()
    await france.goTo('versions')
    await france.page
      .getByRole('alert')
      .getByText(/sealed with another key/)
      .waitFor()
    await france.picture('record-3-other-key')
  })

  test('no page complained of anything but the line that was cut', () => {
    const people = [france, secretariat]
    expect(people.flatMap((person) => person.violations)).toEqual([])
    const complaints = people
      .flatMap((person) => person.complaints)
      .filter((it) => !/WebSocket|ERR_CONNECTION|502|503/.test(it))
    expect(complaints).toEqual([])
  })
})

/** Presses what saves a file, and gives where it lies. */
async function saved(page: Page, name: string): Promise<string> {
  await page.bringToFront()
  const [download] = await Promise.all([
    // A document is made while one waits, by a machine that may have other things to do.
    page.waitForEvent('download', { timeout: 60_000 }),
    page
      .getByRole('button', { name, exact: true })
      .or(page.getByRole('link', { name, exact: true }))
      .click(),
  ])
  return download.path()
}

/** Runs in the page. */
async function sendCommand({ to, command }: { to: string; command: CommandInput }): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(to, { method: 'POST', headers, body: JSON.stringify(command) })
  if (!answer.ok) throw new Error(await answer.text())
}
