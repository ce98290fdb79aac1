import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificate as en } from '../../shared/messages/en.certificate.ts'
import { certificate as fr } from '../../shared/messages/fr.certificate.ts'
import { artefact } from '../support/artefacts.ts'
import { launchBrowser } from '../support/browser.ts'
import { builtParts, Certified } from '../support/certified.ts'

/** Somebody finds the file in an archive, decades later, and has nothing but a browser: no server, no network. */
describe('[E4] a certificate is opened without a network', () => {
  let browser: Browser
  let reader: BrowserContext
  let folder: string
  let honest: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'paraph-certificate-'))
    const certified = await Certified.open()
    honest = certified.page(await certified.certificate(), builtParts())
    browser = await launchBrowser()
    reader = await browser.newContext({ locale: 'en-GB', offline: true })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const opened = async (file: string, context = reader): Promise<Page> => {
    const path = join(folder, 'certificate.html')
    writeFileSync(path, file)
    const page = await context.newPage()
    await page.goto(pathToFileURL(path).href)
    return page
  }

  test('it says that everything holds, what was checked, and what no file can show', async () => {
    const page = await opened(honest)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await page.getByRole('heading', { name: en.right }).waitFor()
    for (const { right } of Object.values(en.checks)) await page.getByText(right, { exact: true }).waitFor()
    await page.getByText(en.limit[0] ?? '', { exact: true }).waitFor()
    expect(complaints).toEqual([])
    await page.screenshot({ path: artefact('certificate.png'), fullPage: true })
    await page.pdf({ path: artefact('certificate.pdf'), format: 'A4' })
    await page.close()
  })

  test('a French reader has it in French, with the States in the French order, and can change that', async () => {
    const context = await browser.newContext({
      locale: 'fr-FR',
      offline: true,
      viewport: { width: 390, height: 844 },
    })
    const page = await opened(honest, context)
    await page.getByRole('heading', { name: fr.right }).waitFor()
    const states = page.locator('[data-state] h3').filter({ visible: true })
    expect(await states.allTextContents()).toEqual(['Brésil BRA', 'France FRA', 'Singapour SGP'])
    await page.screenshot({ path: artefact('certificate-phone.png') })
    await page.getByLabel(en.language, { exact: true }).check()
    await page.getByRole('heading', { name: en.right }).waitFor()
    await context.close()
  })

  test('axe finds nothing to complain of, in the light and in the dark', async () => {
    const page = await opened(honest)
    await page.getByRole('heading', { name: en.right }).waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(
        (): Promise<AxeResults> => (globalThis as unknown as { axe: typeof axe }).axe.run(),
      )
      expect(violations.map(({ id }) => id)).toEqual([])
    }
    await page.close()
  })

  const swapped = (file: string): string => {
    const [first = '', second = ''] = file.match(/<li data-state=.*?<\/li>/gs) ?? []
    return file.replace(first, '\0').replace(second, first).replace('\0', second)
  }
  const again = (file: string): string => file.replace(/<li data-state=.*?<\/li>/s, '$&$&')

  test.each<[string, keyof typeof en.checks, (file: string) => string]>([
    ['a letter of the text', 'page', (file) => file.replace('>Soulignant<', '>Soulignent<')],
    ['a letter of the text in another language', 'page', (file) => file.replace('>Stressing<', '>Stresses<')],
    [
      'a letter of the words behind it',
      'text',
      (file) => file.replace('Soulignant la menace', 'Soulignant la menacE'),
    ],
    ['a State', 'page', (file) => file.replace('>Singapore<', '>Singapura<')],
    ['a State, behind the page too', 'seal', (file) => file.replaceAll('Singapore', 'Singapura')],
    ['a time', 'page', (file) => file.replace(/:(\d\d) UTC</, ':99 UTC<')],
    ['a letter of a reservation', 'page', (file) => file.replace('>We reserve our', '>We deserve our')],
    ['that one is signed on paper', 'page', (file) => file.replace(` · ${en.onPaper}`, '')],
    ['the addendum of a late one', 'page', (file) => file.replace('/Add.1<', '/Add.2<')],
    [
      'the clauses that one dissociates itself from',
      'page',
      (file) => file.replace(en.dissociated('1, 3'), en.dissociated('1, 2')),
    ],
    ['what a remark is', 'page', (file) => file.replace(`<b>${en.statements.reservation}<`, '<b>Statement<')],
    ['a word put beside a name', 'page', (file) => file.replace('</h3>', '</h3> provisionally')],
    ['how many endorse', 'page', (file) => file.replace(en.of(3, 192, 4), en.of(4, 192, 4))],
    ['the order of the roll', 'page', swapped],
    ['a State taken off the roll', 'page', (file) => file.replace(/<li data-state="FRA".*?<\/li>/s, '')],
    ['a State that stands there twice', 'page', again],
    [
      'an endorsement moved to another State',
      'ledger',
      (file) => file.replaceAll('\\"state\\":\\"SGP\\"', '\\"state\\":\\"USA\\"'),
    ],
    ['the signed head', 'checkpoint', (file) => file.replace(/(declarations\/declaration\\n)(\d+)/, '$19')],
    ['the seal', 'seal', (file) => file.replace(/(id="seal">[^<]*\ncertificate )./, '$1x')],
  ])('%s was changed, and the page says so', async (_, check, change) => {
    const forged = change(honest)
    expect(forged).not.toBe(honest)
    const page = await opened(forged)
    await page.getByRole('heading', { name: en.wrong }).waitFor()
    const lines = await page.locator('[data-verdict=en] .is-wrong').allTextContents()
    const expected = en.checks[check].wrong('')
    const start = expected.slice(0, 30)
    expect(lines.some((line) => line.startsWith(start))).toBe(true)
    await page.close()
  })
})
