import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

// Each page comes by itself, and with it the sheets that its own files name, and no others.

const client = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(path, 'utf8')

/** A certificate stands alone, with a sheet of its own. */
const isSheet = (name: string): boolean => name.endsWith('.css') && !name.startsWith('certificate')

/** Where each class is defined. */
const sheets = new Map<string, Set<string>>()
for (const name of readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(isSheet)) {
  const path = join(client, name)
  for (const [, word = ''] of read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .matchAll(/\.([a-z][a-z0-9-]*)(?=[\s,.:{[>+~)])/g)) {
    sheets.set(word, (sheets.get(word) ?? new Set()).add(path))
  }
}

/** The file, and all that it brings along at once. */
function broughtBy(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path) || !existsSync(path)) return found
  found.add(path)
  if (path.endsWith('.css')) return found
  const imports = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?['"](\.[^'"]+)['"]/gm
  for (const [, to = ''] of read(path).matchAll(imports)) broughtBy(resolve(dirname(path), to), found)
  return found
}

/** The words that a file puts into `className`: as they stand, or as strings of an expression. */
function* classesIn(source: string): Iterable<string> {
  for (const [, plain = '', expression = ''] of source.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)) {
    yield* plain.split(' ')
    for (const [, words = ''] of expression.matchAll(/'([^']*)'/g)) yield* words.split(' ')
  }
}

const pages = [...read(join(client, 'pages/Pages.tsx')).matchAll(/import\('(.*?)'\)/g)].map(
  ([, path = '']) => path,
)

test.each(pages)('%s brings every sheet that it is drawn with', (page) => {
  const always = broughtBy(join(client, 'main.tsx'))
  const brought = broughtBy(resolve(client, 'pages', page))
  const missing = [...brought]
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) =>
      [...classesIn(read(path))]
        .filter((word) => sheets.has(word))
        .filter((word) => ![...(sheets.get(word) ?? [])].some((it) => brought.has(it) || always.has(it)))
        .map((word) => `${word} in ${path.slice(client.length + 1)}`),
    )
  expect(missing).toEqual([])
})
