import { expect, test } from 'vitest'
import { element, writeAkn } from './element.ts'

test('[D4] words that no XML can hold cost a character, and not the document', () => {
  const bytes = writeAkn(
    element('doc', { name: 'a\u0001b' }, element('p', {}, 'a\uffffb\ufffe\tc\n\u{f0000}')),
  )
  const written = new TextDecoder().decode(bytes)
  expect(written).toContain('name="a\ufffdb"')
  expect(written).toContain('<p>a\ufffdb\ufffd\tc\n\u{f0000}</p>')
})
