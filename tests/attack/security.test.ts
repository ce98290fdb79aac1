import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('SECURITY.md', 'utf8')
const files = new Map(
  readdirSync('tests/attack').map((name) => [name, readFileSync(`tests/attack/${name}`, 'utf8')]),
)

/** `| attack | `file` | `test` |` */
const ROW = /^\| ([^|]+) \| `([\w.-]+\.test\.ts)` \| `(.+)` \|$/gm

test('SECURITY.md names no test that is not there', () => {
  const rows = [...page.matchAll(ROW)].map(([, attack = '', file = '', title = '']) => ({
    attack,
    file,
    title,
  }))
  expect(rows.length).toBeGreaterThanOrEqual(35)
  const missing = rows.filter(({ file, title }) => !files.get(file)?.includes(title))
  expect(missing).toEqual([])
})

test('the doors and the rules that SECURITY.md sends a reader to are there', () => {
  const paths = [...page.matchAll(/`((?:server|shared|tests)\/[\w/.-]+\.ts)`/g)].map(([, path = '']) => path)
  expect(paths.length).toBeGreaterThan(5)
  for (const path of paths) expect(readFileSync(path, 'utf8').length, path).toBeGreaterThan(0)
  const rules = readFileSync('RULES.md', 'utf8')
  for (const [, rule] of page.matchAll(/\*\*([A-Z]\d)\*\*/g)) expect(rules).toContain(`| **${rule}** |`)
})
