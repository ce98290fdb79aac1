import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The texts of the French catalogues, as they are written there: what stands between quotes. */
const french = readdirSync(import.meta.dirname)
  .filter((file) => /^fr\..*ts$/.test(file))
  .flatMap((file) => textsIn(readFileSync(join(import.meta.dirname, file), 'utf8')))

test('no plain space stands before « ; ? ! : » in French: a line never begins with them', () => {
  expect(french.length).toBeGreaterThan(500)
  expect(french.filter((text) => / [;?!:]/.test(text))).toEqual([])
})

test('the space is narrow before ; ? ! and wide before the colon', () => {
  expect(french.filter((text) => /[^\u202f][;?!](?![;?!…])/u.test(text))).toEqual([])
  expect(french.filter((text) => /[\p{L}\d})\]»\u202f]:(?!\w)/u.test(text))).toEqual([])
})

test('French quotation marks hold their words with a no-break space', () => {
  expect(french.filter((text) => /«[^\u00a0]|[^\u00a0]»/u.test(text))).toEqual([])
})

function textsIn(source: string): string[] {
  const withoutNotes = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '')
  return [...withoutNotes.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, composed]) =>
    // What is put in is no text of the catalogue.
    (plain ?? composed ?? '').replace(/\$\{[^}]*\}/g, 'x'),
  )
}
