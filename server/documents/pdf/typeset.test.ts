import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { Chamber } from '../../../tests/support/chamber.ts'
import { dossierIn } from '../../../tests/support/dossier.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { typeset } from './typeset.ts'

let sheet: Sheet

beforeAll(async () => {
  sheet = sheetOf(await dossierIn(await Chamber.open()), { what: 'text', language: 'en' })
})

test('[D1] there are no words that can’t be set', () => {
  const unit = fc.constantFrom('binary' as const, 'grapheme' as const, 'binary-ascii' as const)
  const words = unit.chain((unit) => fc.string({ unit, maxLength: 60 }))
  fc.assert(
    fc.property(words, words, words, (label, opening, rest) => {
      const clauses = [{ label, opening, words: rest }]
      expect(typeset('text', sheet, { clauses }).length).toBeGreaterThan(0)
    }),
    { numRuns: 80 },
  )
})
