import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Chamber, DECLARATION } from '../../tests/support/chamber.ts'
import { MemoryArchive } from '../../tests/support/memory-archive.ts'
import type { Archive, Entry, Journal } from '../archive/contract.ts'
import { openFileArchive } from '../archive/file/archive.ts'
import { backUp, InTheWay } from '../archive/file/backup.ts'
import { DamagedBackup } from '../archive/file/backup-format.ts'
import { DamagedJournal } from '../archive/file/damage.ts'
import { restore } from '../archive/file/restore.ts'
import { HalfRestored } from '../archive/file/restoring.ts'

let folder: string
let data: string
let file: string
let archive: Archive

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-commands-'))
  data = join(folder, 'data')
  file = join(folder, 'backup')
  archive = await openArchive(data)
})
afterEach(async () => {
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  test('is taken while the server works, and brings back everything that is on disk', async () => {
    const entries = await meeting()
    const journal = await lay(entries)
    await archive.register.save({ people: ['Kenya'] })
    expect(await backUp(data, file)).toMatchObject({ declarations: ['declaration'] })
    await journal.append({ pens: [], steps: [], hall: Uint8Array.of(1) })

    const target = join(folder, 'restored')
    expect(await restore(file, target)).toEqual({ declarations: ['declaration'] })
    const again = await openArchive(target)
    const kept = await collect(await again.journal('declaration'))
    expect(kept.slice(0, -1)).toEqual(entries)
    expect(await again.register.load()).toEqual({ people: ['Kenya'] })
    await again.close()
  })

  test('ends with the last whole record, whatever the server is just writing', async () => {
    const entries = await meeting()
    await lay(entries)
    await archive.register.save({})
    appendFileSync(join(data, 'declarations/declaration/journal'), 'a record that is being wri')
    await backUp(data, file)
    await restore(file, join(folder, 'restored'))
    const again = await openArchive(join(folder, 'restored'))
    expect((await collect(await again.journal('declaration'))).length).toBe(entries.length + 1)
    await again.close()
  })

  test('holds no sign-in links, and is for its owner alone', async () => {
    await lay([said('one')])
    await archive.register.save({})
    writeFileSync(join(data, 'links.txt'), 'https://paraph.example.org/enter/secret')
    await backUp(data, file)
    expect(readFileSync(file).includes('secret')).toBe(false)
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
  })

  test('[V3] holds the key of the seal, so that the restored server signs as before', async () => {
    const key = await archive.sealKey(() => 'the key')
    await lay([said('one')])
    await archive.register.save({})
    await backUp(data, file)
    await restore(file, join(folder, 'restored'))
    const again = await openArchive(join(folder, 'restored'))
    expect(await again.sealKey(() => 'another')).toBe(key)
    expect((statSync(join(folder, 'restored/seal.pem')).mode & 0o777).toString(8)).toBe('600')
    await again.close()
  })

  test('overwrites nothing', async () => {
    writeFileSync(file, 'something dear')
    await expect(backUp(data, file)).rejects.toThrow(InTheWay)
    expect(readFileSync(file, 'utf8')).toBe('something dear')
  })

  test('[J3] is not made of a damaged journal, and leaves nothing behind', async () => {
    await lay([said('one'), said('two'), said('three')])
    await archive.register.save({})
    damage(join(data, 'declarations/declaration/journal'), 60)
    await expect(backUp(data, file)).rejects.toThrow(DamagedJournal)
    expect(readdirSync(folder)).toEqual(['data'])
  })
})

describe('restoring', () => {
  beforeEach(async () => {
    await lay([said('one'), said('two')])
    await archive.register.save({})
    await backUp(data, file)
  })

  test('[P2] begins with pens that nobody can hold from after the backup, each time elsewhere', async () => {
    const pens = await Promise.all(
      ['a', 'b'].map(async (name) => {
        await restore(file, join(folder, name))
        const again = await openArchive(join(folder, name))
        const last = (await collect(await again.journal('declaration'))).at(-1)
        await again.close()
        return last?.pens[0]?.pen ?? 0
      }),
    )
    expect(Math.min(...pens)).toBeGreaterThan(1_000_000)
    expect(new Set(pens).size).toBe(2)
  })

  test('refuses a folder in which something is', async () => {
    await expect(restore(file, data)).rejects.toThrow('is not empty')
  })

  test('takes an empty folder', async () => {
    mkdirSync(join(folder, 'empty'))
    await restore(file, join(folder, 'empty'))
    expect(readdirSync(join(folder, 'empty')).sort()).toEqual(['declarations', 'register.json'])
  })

  test('writes nothing when any byte of the backup is wrong, or missing, or too many', async () => {
    const whole = readFileSync(file)
    const spoilt = [
      ...Array.from(whole, (_, at) => flipped(whole, at)),
      ...Array.from(whole, (_, cut) => whole.subarray(0, cut)),
      Buffer.concat([whole, Buffer.of(0)]),
    ]
    for (const bytes of spoilt) {
      writeFileSync(file, bytes)
      await expect(restore(file, join(folder, 'restored'))).rejects.toThrow(DamagedBackup)
    }
    expect(existsSync(join(folder, 'restored'))).toBe(false)
  })

  test('[J4] opens a backup as the first format wrote it', async () => {
    const formats = resolve(import.meta.dirname, '../../fixtures/formats')
    await restore(join(formats, 'backup-1/backup'), join(folder, 'restored'))
    const again = await openArchive(join(folder, 'restored'))
    expect(await again.register.load()).toEqual({ frozen: true })
    const entries: unknown[] = JSON.parse(readFileSync(join(formats, 'journal-1/entries.json'), 'utf8'))
    expect((await collect(await again.journal('frozen'))).length).toBe(entries.length + 1)
    await again.close()
  })

  test('that was broken off is taken for no archive', async () => {
    mkdirSync(join(folder, 'half'))
    writeFileSync(join(folder, 'half/restoring'), '')
    await expect(openArchive(join(folder, 'half'))).rejects.toThrow(HalfRestored)
  })
})

describe('the operator', () => {
  test('reads that every journal is whole, and what is in it', async () => {
    await lay(await meeting())
    const { code, output } = await run('verify-journal', data)
    expect(output).toMatch(/^declaration: whole\. \d+ records, \d+ turns, 5 acts, 2 versions checked\.\n/)
    expect(output).toContain('1 declaration, 1 whole, 0 damaged.')
    expect(code).toBe(0)
  })

  test('[J3] reads at which byte a journal is damaged', async () => {
    await lay(await meeting())
    damage(join(data, 'declarations/declaration/journal'), 60)
    const { code, output } = await run('verify-journal', data)
    expect(output).toContain('declaration: The journal is damaged at byte 25, in record 0')
    expect(code).toBe(1)
  })

  test('[V1] reads which version is not what its hash says', async () => {
    const entries = await meeting()
    await lay(entries.map(otherTitle))
    const { code, output } = await run('verify-journal', data)
    expect(output).toMatch(/damaged at byte \d+, in record 0: version 0 .* is not what its hash says/)
    expect(code).toBe(1)
  })

  test.each([
    ['backup', []],
    ['restore', ['one']],
    ['verify-journal', ['one', 'two']],
  ])('is told how %s is used', async (command, args) => {
    const { code, errors } = await run(command, ...args)
    expect(errors).toMatch(`Usage: npm run ${command} -- `)
    expect(code).toBe(2)
  })
})

const openArchive = (path: string) => openFileArchive(path, { warn: () => undefined })

const said = (words: string): Entry => ({
  pens: [{ pen: 1, draft: null, holder: null }],
  steps: [{ draft: 'd1', update: new TextEncoder().encode(words) }],
  hall: null,
})

/** One record for each entry. */
async function lay(entries: readonly Entry[]): Promise<Journal> {
  const journal = await archive.journal('declaration')
  for (const entry of entries) await journal.append(entry)
  return journal
}

/** What a short meeting writes: an amendment is tabled and accepted, and a version issued. */
async function meeting(): Promise<Entry[]> {
  const memory = new MemoryArchive()
  const entries: Entry[] = []
  memory.onAppend = (entry) => void entries.push(structuredClone(entry))
  const chamber = await Chamber.open(memory)
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  await chamber.as('SEC').do({ do: 'version.issue', symbol: `${DECLARATION.symbol}/Rev.1` })
  return entries
}

/** Checksums will be right, and the words are not those that were hashed. */
const otherTitle = (entry: Entry): Entry => ({
  ...entry,
  steps: entry.steps.map((step) =>
    'act' in step && step.act.kind === 'declaration laid'
      ? {
          ...step,
          act: { ...step.act, blocks: step.act.blocks.map((it) => ({ ...it, text: `${it.text}!` })) },
        }
      : step,
  ),
})

async function collect(journal: Journal): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of journal.entries()) entries.push(entry)
  return entries
}

const damage = (path: string, at: number) => writeFileSync(path, flipped(readFileSync(path), at))

function flipped(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole)
  copy[at] = (copy[at] ?? 0) ^ 0x41
  return copy
}

async function run(command: string, ...args: readonly string[]) {
  const script = `server/commands/${command}.ts`
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: resolve(import.meta.dirname, '../..'),
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  child.stderr.on('data', (text) => {
    errors += text
  })
  await once(child, 'close')
  return { code: child.exitCode, output, errors }
}
