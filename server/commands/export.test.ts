import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Chamber, DECLARATION } from '../../tests/support/chamber.ts'
import { MemoryArchive } from '../../tests/support/memory-archive.ts'
import { openFileArchive } from '../archive/file/archive.ts'
import { newSealKey } from '../seal.ts'

let folder: string
let data: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-export-'))
  data = join(folder, 'data')
  const archive = await openFileArchive(data, { warn: () => undefined })
  const journal = await archive.journal(DECLARATION.id)
  const memory = new MemoryArchive()
  const entries: Parameters<typeof journal.append>[0][] = []
  memory.onAppend = (entry) => void entries.push(structuredClone(entry))
  const chamber = await Chamber.open(memory)
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  for (const entry of entries) await journal.append(entry)
  await archive.sealKey(newSealKey)
  await archive.register.save(null)
  await archive.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const command = resolve(import.meta.dirname, 'export.ts')
const tsx = import.meta.resolve('tsx')
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', tsx, command, ...args], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { PATH: '', PARAPH_DATA: data },
  })

describe('an operator exports', () => {
  test('the text as a file that is called after its symbol, and changes nothing', () => {
    const before = readdirSync(data).sort()
    const { status, stdout } = run(DECLARATION.id, '--format', 'txt')
    expect(stdout).toContain('A-CONF.2009-L.1-text.txt')
    expect(status).toBe(0)
    expect(readFileSync(join(folder, 'A-CONF.2009-L.1-text.txt'), 'utf8')).toContain(
      '2. Soulignant la menace',
    )
    expect(readdirSync(data).sort()).toEqual(before)
  })

  test('the compilation, to whatever program comes next', () => {
    const args = [DECLARATION.id, '--what', 'compilation', '--out', '-']
    const output = execFileSync(process.execPath, ['--import', tsx, command, ...args], {
      env: { PATH: '', PARAPH_DATA: data },
      encoding: 'utf8',
    })
    expect(output).toContain('[la menace] [FRA: le danger]')
  })

  test.each([
    [[DECLARATION.id, '--colour', 'blue'], 2, 'Usage: npm run export'],
    [[DECLARATION.id, '--format', 'papyrus'], 2, '--format:'],
    [['another'], 1, 'There is no declaration another'],
    [[DECLARATION.id, '--what', 'roll', '--format', 'txt'], 1, 'document/no-such-form'],
  ])('not %j, and is told why', (args, code, words) => {
    const { status, stderr } = run(...args)
    expect(stderr).toContain(words)
    expect(status).toBe(code)
  })
})
