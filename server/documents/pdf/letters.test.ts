import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lettersNow } from '../../../tests/support/draw-letters.ts'
import { holds } from '../../../tests/support/property.ts'
import letters from './letters.json' with { type: 'json' }
import { settable } from './letters.ts'

test('the letters that documents can show are those that their typefaces have', () => {
  expect(letters).toEqual(lettersNow())
})

describe('words for a page', () => {
  test.each([
    'Affirmant le rôle central de l’État, « ici » …',
    'Подчёркивая угрозу',
    'Ελληνική Δημοκρατία',
    'Đặng Thị Ngọc Thịnh',
    'إعلان رفيع المستوى، 2009',
    'a line\nand another',
    '👨‍👩‍👧 🇫🇷 ❤️',
    '#panic("no") $x$ \\ *b*',
  ])('stay as they are where the typefaces have them: %j', (words) => {
    expect(settable(words)).toBe(words)
  })

  test.each([
    ['中', '\u200e‹U+4E2D›\u200e\u200b'],
    ['e\u20e3', 'e\u200e‹U+20E3›\u200e\u200b'],
    ['\u0000', '\u200e‹U+0000›\u200e\u200b'],
    ['\ud800', '\u200e‹U+D800›\u200e\u200b'],
    ['\u2067نص\u2069', '\u2067نص\u2069'],
    ['\u2067a\u2066b\u2069', '\u200e‹U+2067›\u200e\u200ba\u2066b\u2069'],
    [`a${'\u0301'.repeat(31)}`, 'a\u200e‹U+0301 × 31›\u200e\u200b'],
    ['\u202eabc', '\u200e‹U+202E›\u200e\u200babc'],
  ])('show by its number what can’t be drawn or seen: %j', (words, shown) => {
    expect(settable(words)).toBe(shown)
  })

  test('break where they are too long for a line, but not within a letter, and never in a hash', () => {
    expect(settable('e\u0301'.repeat(35)).split('\u200b')).toEqual(
      [10, 10, 10, 5].map((it) => 'e\u0301'.repeat(it)),
    )
    expect(settable('0f'.repeat(32))).toBe('0f'.repeat(32))
  })

  test('are never more or less for being looked at twice', () => {
    holds(
      'letters',
      [fc.string({ unit: 'binary', maxLength: 25 })],
      (words) => {
        expect(settable(settable(words))).toBe(settable(words))
      },
      0.2,
    )
  })
})
