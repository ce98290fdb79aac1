import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../contract.ts'
import { openFileArchive } from './archive.ts'
import { FolderInUse } from './lock.ts'

let root: string
let warnings: object[]

beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'paraph-archive-')), 'data')
  warnings = []
})
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }))

const openArchive = () => openFileArchive(root, { warn: (facts) => void warnings.push(facts) })
const entry: Entry = { pens: [], steps: [{ draft: 'd1', update: Uint8Array.of(1, 2) }], hall: null }

describe('an archive', () => {
  test('remembers its declarations', async () => {
    const archive = await openArchive()
    await (await archive.journal('one')).append(entry)
    await (await archive.journal('two')).append(entry)
    await archive.close()
    const again = await openArchive()
    expect([...(await again.declarations())].sort()).toEqual(['one', 'two'])
    await again.close()
  })

  test('knows nothing of a declaration that was never laid', async () => {
    const archive = await openArchive()
    await archive.journal('empty')
    expect(await archive.declarations()).toEqual([])
    await archive.close()
  })

  test('opens a journal for one at a time', async () => {
    const archive = await openArchive()
    const journal = await archive.journal('one')
    await expect(archive.journal('one')).rejects.toThrow('is open already')
    await journal.close()
    await archive.journal('one')
    await archive.close()
  })

  test('lets no name lead out of its folder', async () => {
    const archive = await openArchive()
    await expect(archive.journal('../secret')).rejects.toThrow(TypeError)
    await archive.close()
  })

  test('may be read by the server alone', async () => {
    const archive = await openArchive()
    await archive.journal('one')
    await archive.register.save({})
    const modes = ['.', 'declarations/one', 'declarations/one/journal', 'register.json', 'lock']
    expect(modes.map((name) => (statSync(join(root, name)).mode & 0o777).toString(8))).toEqual([
      '700',
      '700',
      '600',
      '600',
      '600',
    ])
    await archive.close()
  })

  test('[J3] keeps the torn tail that it cuts, for a person to look at', async () => {
    await begin()
    const path = join(root, 'declarations/one/journal')
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('torn')]))
    const archive = await openArchive()
    await archive.journal('one')
    expect(readFileSync(join(root, 'declarations/one/torn-1'), 'utf8')).toBe('torn')
    expect(warnings).toMatchObject([{ declaration: 'one', sequence: 1, bytes: 4 }])
    await archive.close()
  })
})

describe('the register', () => {
  test('is null before anything was saved', async () => {
    const archive = await openArchive()
    expect(await archive.register.load()).toBeNull()
    await archive.close()
  })

  test('holds the last of the values that were saved at once', async () => {
    const archive = await openArchive()
    await Promise.all([1, 2, 3].map((people) => archive.register.save({ people })))
    await archive.close()
    const again = await openArchive()
    expect(await again.register.load()).toEqual({ people: 3 })
    expect(readdirSync(root).sort()).toEqual(['declarations', 'lock', 'register.json'])
    await again.close()
  })

  test('that is damaged is never taken for an empty one', async () => {
    const archive = await openArchive()
    writeFileSync(join(root, 'register.json'), '{"people":')
    await expect(archive.register.load()).rejects.toThrow('is damaged')
    await archive.close()
  })
})

describe('one folder', () => {
  test('is never opened by two servers', async () => {
    const archive = await openArchive()
    await expect(openArchive()).rejects.toThrow(FolderInUse)
    await archive.close()
  })

  test('opens by itself after the server that held it was killed', async () => {
    await (await openArchive()).close()
    const other = spawn('sleep', ['60'])
    await once(other, 'spawn')
    writeFileSync(join(root, 'lock'), JSON.stringify({ pid: other.pid, since: null }))
    await expect(openArchive()).rejects.toThrow(`Process ${other.pid}`)
    other.kill('SIGKILL')
    await once(other, 'exit')
    await (await openArchive()).close()
    expect(existsSync(join(root, 'lock'))).toBe(false)
  })

  test('opens by itself when the number of the process that held it was given to another', async () => {
    await (await openArchive()).close()
    writeFileSync(join(root, 'lock'), JSON.stringify({ pid: process.pid, since: 'an earlier boot 1' }))
    await (await openArchive()).close()
  })
})

async function begin(): Promise<void> {
  const archive = await openArchive()
  await (await archive.journal('one')).append(entry)
  await archive.close()
}
