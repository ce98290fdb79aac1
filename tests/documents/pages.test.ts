import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Source } from '../../server/documents/source.ts'
import { launchBrowser } from '../support/browser.ts'
import { Chamber } from '../support/chamber.ts'
import { fileOf } from '../support/document.ts'
import { sourceIn } from '../support/dossier.ts'

const EVIL = '</style><script>document.title = "caught"</script><img src="https://evil.example">'

let browser: Browser
let folder: string
let source: Source

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-pages-'))
  browser = await launchBrowser()
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('BRA').proposes('c2', 'la menace', EVIL)
  await chamber.as('KEN').moves('c3', 'c1')
  await chamber.as('KEN').table(EVIL)
  source = await sourceIn(chamber)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Opened {
  readonly page: Page
  /** What it asked of a network, and what the browser complained of. */
  readonly complaints: readonly string[]
}

async function opened(from: Source, asked: Readonly<{ [name: string]: string }>): Promise<Opened> {
  const path = join(folder, 'page.html')
  writeFileSync(path, (await fileOf(from, { format: 'html', ...asked })).bytes)
  const page = await browser.newPage({ colorScheme: 'dark', viewport: { width: 390, height: 844 } })
  const complaints: string[] = []
  page.on('request', (it) => it.url().startsWith('file:') || complaints.push(it.url()))
  page.on('console', (it) => void complaints.push(it.text()))
  await page.goto(`file://${path}`)
  return { page, complaints }
}

describe('a page that was saved', () => {
  test.each([
    ['text', {}],
    ['compilation', {}],
    ['amended', { with: 'BRA-1,KEN-1' }],
    ['comparison', { from: '0' }],
    ['amendments', {}],
    ['account', { language: 'fr' }],
    ['roll', {}],
  ])('[D5] shows %s without a network or a script, within a telephone', async (what, more) => {
    const { page, complaints } = await opened(source, { what, ...more })
    expect(complaints).toEqual([])
    expect(await page.title()).toContain('A/CONF.2009/L.1')
    expect(await page.locator('script, img').count()).toBe(0)
    const width = () => document.documentElement.scrollWidth
    expect(await page.evaluate(width)).toBeLessThanOrEqual(390)
    const paper = () => getComputedStyle(document.body).backgroundColor
    expect(await page.evaluate(paper)).toBe('rgb(23, 27, 32)')
    await page.close()
  })

  test('has the text clause by clause as the plain text has', async () => {
    const { page } = await opened(source, { what: 'text' })
    const lines = await page.locator('h1, .clause').allInnerTexts()
    const plain = (await fileOf(source, { what: 'text', format: 'txt' })).text
    expect(lines).toEqual(plain.split('\n').filter((line) => line !== ''))
    await page.close()
  })

  test('runs from right to left where the language of the text does', async () => {
    const [laid, ...acts] = source.acts
    if (laid?.kind !== 'declaration laid') throw new Error('nothing laid')
    const declaration = { ...laid.declaration, language: 'ar' }
    const { page } = await opened({ ...source, acts: [{ ...laid, declaration }, ...acts] }, { what: 'text' })
    const [label, clause] = ['.label', '.clause'].map((it) => page.locator(it).first())
    const [number, words] = [await label?.boundingBox(), await clause?.boundingBox()]
    expect((number?.x ?? 0) + (number?.width ?? 0)).toBeCloseTo((words?.x ?? 0) + (words?.width ?? 0), 0)
    await page.close()
  })
})

test('the same moment is the same page, to the byte', async () => {
  const asked = { what: 'account', format: 'html' }
  expect((await fileOf(source, asked)).text).toBe((await fileOf(source, asked)).text)
})
