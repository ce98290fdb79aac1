import { expect, test } from 'vitest'
import { inLanguage } from './inLanguage.ts'

test('a text is read in the reader’s language, of whichever country, where it is in that', () => {
  expect(inLanguage(['en', 'fr-CA'], 'fr')).toBe('fr-CA')
  expect(inLanguage(['en', 'fr'], 'fr-BE')).toBe('fr')
  expect(inLanguage(['en', 'fr'], 'es')).toBeNull()
})
