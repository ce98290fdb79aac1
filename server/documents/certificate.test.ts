import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Certificate } from '../../shared/certificate.ts'
import { checkCertificate } from '../../shared/certificate-check.ts'
import { canonical } from '../../shared/hash.ts'
import { Certified } from '../../tests/support/certified.ts'
import { verifiedIn } from '../../tests/support/forged-record.ts'

let honest: Certified
let certificate: Certificate
let page: string
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-certificate-'))
  honest = await Certified.open()
  certificate = await honest.certificate()
  page = honest.page(certificate)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sealIn = (of: string): string => /id="seal">\n([^<]*)<\/script>/.exec(of)?.[1] ?? ''
const dataIn = (of: string): string => /id="data">([^<]*)<\/script>/.exec(of)?.[1] ?? ''
const wrongIn = async (data: string, seal: string | null): Promise<string[]> =>
  (await checkCertificate(data, seal)).filter(({ is }) => is !== 'right').map(({ check }) => check)

test('[E4] a certificate of an honest server holds, in the page and for the program that checks records', async () => {
  expect(await wrongIn(dataIn(page), sealIn(page))).toEqual([])
  const said = verifiedIn(folder, page)
  expect(said).toContain('States that endorse it: 3.\nSigned: 2; on paper: 1.')
  expect(said).toMatch(/signed by the key with the fingerprint [0-9a-f]{64}\./)
})

test('[E4] it has the words in each language and the roll in plain HTML, and nothing of what the room said before', () => {
  expect(page).toContain('Soulignant')
  expect(page).toContain('Stressing')
  expect(page).toContain('We reserve our position on clause 2.')
  expect(page).not.toContain('Said in the room only.')
})

test('the same certificate is the same page, to the byte', () => {
  expect(honest.page(certificate)).toBe(page)
})

test('words that look like tags stay words', async () => {
  const evil = '</script><script>alert(1)</script>'
  const rolls = { en: certificate.rolls['en']?.map(([code]) => [code, evil] as const) ?? [] }
  const made = honest.page({ ...certificate, rolls })
  expect(made).not.toContain(evil)
  expect(JSON.parse(dataIn(made)).rolls.en[0][1]).toBe(evil)
})

describe('[E4] whoever changes the data behind the page, and seals nothing, is found:', () => {
  const acts = (change: (all: string[]) => string[]) => ({ acts: change([...certificate.acts]) })
  const placeOf = (all: readonly string[], kind: string) =>
    all.findIndex((text) => text.includes(`"kind":"${kind}"`))
  const put = (kind: string, was: string, by: string) =>
    acts((all) => all.map((it, at) => (at === placeOf(all, kind) ? it.replace(was, by) : it)))
  const without = (kind: string) => acts((all) => all.filter((_, at) => at !== placeOf(all, kind)))

  test.each<[string, string[], () => Partial<Certificate>]>([
    ['a letter of the text', ['text'], () => ({ words: certificate.words.replace('menace', 'menacE') })],
    ['a State', ['ledger', 'roll'], () => put('text endorsed', '"state":"SGP"', '"state":"USA"')],
    ['a time', ['ledger'], () => put('text endorsed', '"at":"20', '"at":"19')],
    ['an endorsement left out', ['ledger', 'roll'], () => without('text endorsed')],
    ['a withdrawal left out', ['ledger', 'roll'], () => without('endorsement withdrawn')],
    [
      'the order of the acts',
      ['ledger'],
      () => acts((all) => [...all.slice(0, -2), ...all.slice(-2).reverse()]),
    ],
    [
      'a State struck from the roll',
      ['roll'],
      () => ({ rolls: { en: certificate.rolls['en']?.slice(1) ?? [] } }),
    ],
    ['what came before', ['ledger'], () => ({ before: { ...certificate.before, size: 1 } })],
  ])('%s', async (_, checks, change) => {
    const found = await wrongIn(canonical({ ...certificate, ...change() }), sealIn(page))
    expect(found).toEqual(expect.arrayContaining(['seal', ...checks]))
  })
})

describe('[E4] the program that checks records finds every byte of the page that was changed:', () => {
  test.each([
    ['a letter of the text', 'menace', 'menacE'],
    ['a State', '>Singapore<', '>Singapour<'],
    ['a time', ' UTC<', ' UTc<'],
    ['the script', '</script>\n<script type="text/plain"', ';</script>\n<script type="text/plain"'],
    ['something behind the seal', '</html>', '</html><p>'],
    ['the seal', '— paraph', '— Paraph'],
  ])('%s', (_, was, by) => {
    expect(page).toContain(was)
    expect(verifiedIn(folder, page.replace(was, by))).toMatch(/^NOT IN ORDER\. [^\n]+\.\n$/)
  })

  test('a page that another server sealed, by the fingerprint', async () => {
    expect(verifiedIn(folder, page, '--fingerprint', 'ab'.repeat(32))).toContain('signed by another key')
  })

  test('an older certificate, and a rewritten history, by a checkpoint that was kept', async () => {
    const kept = join(folder, 'kept')
    writeFileSync(kept, certificate.checkpoint)
    expect(verifiedIn(folder, page, '--checkpoint', kept)).toContain('All is well')
    await honest.chamber.as('SEC').do({ do: 'addendum.close' })
    const later = await honest.certificate()
    expect(verifiedIn(folder, honest.page(later), '--checkpoint', kept)).toContain('All is well')
    writeFileSync(kept, later.checkpoint)
    expect(verifiedIn(folder, page, '--checkpoint', kept)).toContain('older than the checkpoint')
  })
})
