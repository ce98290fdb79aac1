import { beforeAll, describe, expect, test } from 'vitest'
import { file } from '../../shared/messages/fr.file.ts'
import { complaints } from '../support/axe.ts'
import { DESK, Journey } from '../support/journey.ts'
import { DECLARATION, type Person } from '../support/person.ts'
import { OpenWordFile, said, wordFile, written } from '../support/word-file.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('a Word file that comes back from a capital', () => {
  const journey = new Journey('returned')
  let france: Person

  beforeAll(async () => {
    const context = await journey.device({ locale: 'fr-FR', ...DESK })
    france = await journey.enters(context, 'France')
    await france.goTo()
  })

  /** The text, saved as Word. */
  async function issued(): Promise<OpenWordFile> {
    const address = `/api/declarations/${DECLARATION}/document?as=${france.as}&what=text&format=docx`
    const answer = await france.page.request.get(journey.server.origin + address)
    return new OpenWordFile(await answer.body())
  }

  const choose = (name: string, buffer: Uint8Array) =>
    france.page.setInputFiles('input[type=file]', { name, mimeType: WORD, buffer: Buffer.from(buffer) })

  const changes = () => france.page.getByRole('region', { name: file.found(2) }).getByRole('listitem')

  test('is found in the menu of documents', async () => {
    await france.press(france.words.documents.open)
    await france.page.getByRole('menuitem', { name: france.words.documents.takeIn }).click()
    await france.page.getByRole('heading', { name: file.title, level: 1 }).waitFor()
  })

  test('one that was not issued here gets a clear answer', async () => {
    await choose('autre.docx', new TextEncoder().encode('PK'))
    await france.page
      .getByRole('alert')
      .getByText(france.words.refusals.sentence('document/not-word'))
      // The first file starts the thread in which files are read, whatever else the machine does.
      .waitFor({ timeout: 30_000 })
  })

  test('shows what was changed, clause by clause, and what Word kept no track of', async () => {
    const paper = await issued()
    await choose(
      'paris.docx',
      paper.replaces('la menace', 'le danger').replaces('central', 'majeur', false).saved(),
    )
    await changes().nth(1).waitFor()
    const [first, second] = [changes().nth(0), changes().nth(1)]
    await france.sees(file.untrackedBadge, first)
    await first.locator('ins', { hasText: 'majeur' }).waitFor()
    await second.locator('del', { hasText: 'la menace' }).waitFor()
    await second.locator('ins', { hasText: 'le danger' }).waitFor()
    expect(await second.getByText(file.untrackedBadge).count()).toBe(0)
    expect(await complaints(france.page)).toEqual([])
    await france.picture('returned-1-found')
    await france.page.setViewportSize({ width: 390, height: 844 })
    await france.picture('returned-2-phone')
    await france.page.setViewportSize({ width: 1440, height: 900 })
  })

  test('what is confirmed is a draft, and nothing is tabled by that', async () => {
    await changes().nth(0).getByRole('checkbox').click({ force: true })
    await france.press(file.confirm(1))
    await france.editor.getByText('le danger').first().waitFor()
    expect(await france.editor.textContent()).not.toMatch(/majeur|FRA 1/)
    await france.picture('returned-3-draft')
  })

  test('is tabled like any other', async () => {
    await france.press(france.words.room.bar.table)
    await france.press(france.words.room.bar.table, france.dialog)
    await france.editor.getByText('FRA 1').first().waitFor()
    expect(await france.editor.textContent()).toContain('la menace')
  })

  test('one from elsewhere fills the fields of a new declaration, before the secretariat lays it', async () => {
    const context = await journey.device({ locale: 'fr-FR', ...DESK })
    const desk = await journey.enters(context, 'Secretariat')
    const { lay } = desk.words.declarations
    await desk.page.goto(`${journey.server.origin}/as/${desk.as}/`)
    await desk.press(lay.open)
    const body = [
      written(said('Déclaration sur l’eau'), { style: 'Title' }),
      written(said('1. Rappelant que l’eau est un bien commun ;')),
      written(said('2. Demande aux États de la protéger.')),
    ]
    await desk.page.setInputFiles('input[type=file]', {
      ...{ name: 'eau.docx', mimeType: WORD, buffer: Buffer.from(wordFile({ body: body.join('') })) },
    })
    await desk.sees(lay.found(2), desk.dialog)
    expect(await desk.dialog.getByLabel(lay.name).inputValue()).toBe('Déclaration sur l’eau')
    await desk.picture('returned-4-lay')
    await desk.dialog.getByLabel(lay.symbol).fill('A/CONF.2009/L.9')
    await desk.press(lay.confirm, desk.dialog)
    await desk.page.getByRole('link', { name: 'Déclaration sur l’eau' }).waitFor()
    expect(desk.complaints).toEqual([])
  })

  test('no page complained, but of the file that was refused', () => {
    expect(france.complaints.filter((it) => !it.includes('415'))).toEqual([])
  })
})
