import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { Chamber } from '../../../tests/support/chamber.ts'
import { dossierIn } from '../../../tests/support/dossier.ts'
import { holdsInTurn } from '../../../tests/support/property.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { typeset } from './typeset.ts'

/** Marks, joiners, isolates, and letters of both directions. */
const TURNING =
  'اأنص\u064e\u0651\u200d\u200c\u200e\u200f\u2066\u2067\u2068\u2069\u0600a1 .[(«»)]\n\u0301\u20e3😀🇫🏽\u{e0067}'

let sheet: Sheet

beforeAll(async () => {
  sheet = sheetOf(await dossierIn(await Chamber.open()), { what: 'text', language: 'en' })
})

test('[D1] there are no words that can’t be set', async () => {
  const unit = fc.oneof(
    fc.constantFrom('binary' as const, 'grapheme' as const, 'binary-ascii' as const),
    fc.constant(fc.constantFrom(...TURNING)),
  )
  const words = unit.chain((unit) => fc.string({ unit, maxLength: 60 }))
  const clause = fc.record({ label: words, opening: words, words })
  await holdsInTurn(
    'typeset',
    [fc.array(clause, { minLength: 30, maxLength: 30 })],
    async (clauses) => {
      expect((await typeset('text', sheet, { clauses })).length).toBeGreaterThan(0)
    },
    0.01,
  )
})

test('isolates that nobody closes, a thousand within each other, bring nothing down', async () => {
  const clauses = [{ label: '1.', opening: '', words: '\u2067a'.repeat(1_000) }]
  expect((await typeset('text', sheet, { clauses })).length).toBeGreaterThan(0)
})

test('a compiler that gives up takes nobody with it', async () => {
  await expect(typeset('text', sheet, { clauses: 'no list' })).rejects.toThrow(/text could not be set/)
})
