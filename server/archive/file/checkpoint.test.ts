import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Entry, Journal } from '../contract.ts'
import { CheckpointFiles, type CheckpointStore } from './checkpoint-files.ts'
import { DamagedJournal } from './damage.ts'
import { header } from './frame.ts'
import { openJournal } from './journal.ts'
import type { JournalFile } from './scan.ts'

let folder: string
let ignored: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-checkpoint-'))
  begin(1)
  ignored = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a checkpoint', () => {
  test('opens a journal of 200,000 entries without reading them again', async () => {
    const journal = await reopen()
    let written = 0
    for (let group = 0; group < 200; group++) {
      await Promise.all(Array.from({ length: 1_000 }, () => journal.append(said(`word ${written++}`))))
      if (journal.wantsCheckpoint) await journal.keep([written])
    }
    await journal.append(said('the last'))
    await journal.close()

    const counting = { bytes: 0 }
    const again = await reopen((file) => countingReads(file, counting))
    const checkpoint = await again.checkpoint()
    const rest = await collect(again.entries(checkpoint))
    await again.close()
    expect(Number(checkpoint?.parts[0]) + rest.length).toBe(200_001)
    expect(rest.length).toBeLessThan(5_000)
    expect(rest.at(-1)).toEqual(said('the last'))
    expect(counting.bytes).toBeLessThan(statSync(join(folder, 'journal')).size / 10)
  })

  test('gives back what was kept, bytes and all, and what follows it', async () => {
    const value = { words: 'Affirmant', bytes: Uint8Array.of(1, 2, 3), nested: [{ n: null }] }
    await write('one', 'two')
    await keep(value)
    await write('three')
    expect(await readBack()).toEqual({ value, rest: ['three'] })
  })

  test('is asked for after 5,000 entries or 8 MB', async () => {
    const journal = await reopen()
    await Promise.all(Array.from({ length: 4_999 }, () => journal.append(said('a'))))
    expect(journal.wantsCheckpoint).toBe(false)
    await journal.append(said('b'))
    expect(journal.wantsCheckpoint).toBe(true)
    await journal.keep([])
    expect(journal.wantsCheckpoint).toBe(false)
    await journal.append(said('c'.repeat(9_000_000)))
    expect(journal.wantsCheckpoint).toBe(true)
    await journal.close()
  })

  test('is written bit by bit, while the journal goes on, and stands for what was there at the call', async () => {
    await write('one')
    const journal = await reopen()
    let appended: Promise<void> | null = null
    function* parts(): Generator<string> {
      yield 'first '.repeat(20_000)
      appended ??= journal.append(said('two'))
      for (let n = 0; n < 20; n++) yield 'second '.repeat(20_000)
    }
    await journal.keep(parts())
    await appended
    await journal.close()
    expect(await readBack()).toEqual({ value: 'first '.repeat(20_000), rest: ['two'] })
  })

  test('[J5] that its caller could not finish leaves the one before', async () => {
    await write('one')
    await keep('kept')
    await write('two')
    const journal = await reopen()
    function* broken(): Generator<string> {
      yield 'x'.repeat(200_000)
      throw new Error('no more')
    }
    await expect(journal.keep(broken())).rejects.toThrow('no more')
    await journal.close()
    expect(await readBack()).toEqual({ value: 'kept', rest: ['two'] })
  })

  test('is kept only when it is certain what it stands for', async () => {
    const journal = await reopen()
    const appended = journal.append(said('one'))
    await expect(journal.keep([])).rejects.toThrow('when nothing is under way')
    await appended
    await journal.close()
  })

  test('takes the place of the one before', async () => {
    for (const words of ['one', 'two', 'three']) {
      await write(words)
      await keep(words)
    }
    expect(checkpoints()).toEqual(['checkpoint-2'])
    expect(await readBack()).toEqual({ value: 'three', rest: [] })
  })

  test('that the disk does not take leaves the one before, and the journal goes on', async () => {
    await write('one')
    await keep('kept')
    const full = { all: () => files().all(), save: () => Promise.reject(new Error('ENOSPC')) }
    const journal = await reopen(undefined, full)
    await journal.append(said('two'))
    await expect(journal.keep(['lost'])).rejects.toThrow('ENOSPC')
    await journal.append(said('three'))
    await journal.close()
    expect(await readBack()).toEqual({ value: 'kept', rest: ['two', 'three'] })
  })
})

describe('[J5] a checkpoint is a shortcut, never the truth: everything is read again', () => {
  test('whichever of its bytes is wrong', async () => {
    await write('one', 'two')
    await keep('kept')
    const path = join(folder, 'checkpoint-1')
    const whole = readFileSync(path)
    for (let at = 0; at < whole.length; at++) {
      const copy = Buffer.from(whole)
      copy[at] = (copy[at] ?? 0) ^ 0x41
      writeFileSync(path, copy)
      expect(await readBack()).toEqual({ value: null, rest: ['one', 'two'] })
    }
    expect(ignored.length).toBe(whole.length)
  })

  test('wherever it breaks off', async () => {
    await write('one', 'two')
    await keep('kept')
    const path = join(folder, 'checkpoint-1')
    const whole = readFileSync(path)
    for (let cut = 0; cut < whole.length; cut++) {
      writeFileSync(path, whole.subarray(0, cut))
      expect(await readBack()).toEqual({ value: null, rest: ['one', 'two'] })
    }
  })

  test('when it comes from another journal', async () => {
    await write('one', 'two')
    await keep('kept')
    begin(2)
    await write('uno', 'due', 'tre')
    expect(await readBack()).toEqual({ value: null, rest: ['uno', 'due', 'tre'] })
    expect(ignored.at(-1)).toBe('checkpoint-1: it belongs to another journal')
  })

  test('when the journal was put back from a copy, and went on otherwise', async () => {
    await write('one')
    const copy = readFileSync(join(folder, 'journal'))
    await write('two')
    await keep('kept')
    writeFileSync(join(folder, 'journal'), copy)
    expect(await readBack()).toEqual({ value: null, rest: ['one'] })
    await write('zwo', 'drei')
    expect(await readBack()).toEqual({ value: null, rest: ['one', 'zwo', 'drei'] })
    expect(ignored.at(-1)).toBe('checkpoint-1: the record that it follows is not in the journal')
  })

  test('and where a crash broke off the keeping of the next one, the one before still stands', async () => {
    await write('one')
    await keep('first')
    const before = join(folder, 'before')
    cpSync(join(folder, 'checkpoint-0'), before)
    await write('two')
    await keep('second')
    const second = readFileSync(join(folder, 'checkpoint-1'))
    // Both are there: the crash came before the older one was removed.
    cpSync(before, join(folder, 'checkpoint-0'))
    expect(await readBack()).toEqual({ value: 'second', rest: [] })
    // Only a part was written, under its name or the one before it gets its name.
    writeFileSync(join(folder, 'checkpoint-1'), second.subarray(0, 50))
    expect(await readBack()).toEqual({ value: 'first', rest: ['two'] })
    rmSync(join(folder, 'checkpoint-1'))
    writeFileSync(join(folder, 'checkpoint-1.new'), second.subarray(0, 50))
    expect(await readBack()).toEqual({ value: 'first', rest: ['two'] })
    await write('three')
    await keep('third')
    expect(checkpoints()).toEqual(['checkpoint-2'])
  })
})

describe('[J3] with a checkpoint', () => {
  test('a damaged middle after it refuses to open', async () => {
    await write('one')
    await keep('kept')
    const start = statSync(join(folder, 'journal')).size
    await write('two', 'three')
    flip(start + 20)
    await expect(reopen()).rejects.toThrow(`damaged at byte ${start}, in record 1`)
  })

  test('a torn tail after it is cut', async () => {
    await write('one')
    await keep('kept')
    appendFileSync(join(folder, 'journal'), 'torn')
    expect(await readBack()).toEqual({ value: 'kept', rest: [] })
    await write('two')
    expect(await readBack()).toEqual({ value: 'kept', rest: ['two'] })
  })

  test('damage before it is found when everything is read', async () => {
    const start = statSync(join(folder, 'journal')).size
    await write('one', 'two')
    await keep('kept')
    flip(start + 20)
    const journal = await reopen()
    expect((await journal.checkpoint())?.parts).toEqual(['kept'])
    await expect(collect(journal.entries())).rejects.toThrow(DamagedJournal)
    await journal.close()
  })

  test('damage of the very record that it follows refuses to open', async () => {
    await write('one')
    const start = statSync(join(folder, 'journal')).size
    await write('two')
    await keep('kept')
    await write('three')
    flip(start + 20)
    await expect(reopen()).rejects.toThrow(`damaged at byte ${start}, in record 1`)
  })
})

const said = (words: string): Entry => ({
  pens: [],
  steps: [{ draft: 'd1', update: new TextEncoder().encode(words) }],
  hall: null,
})

const begin = (salt: number) => writeFileSync(join(folder, 'journal'), header(new Uint8Array(8).fill(salt)))
const files = () => new CheckpointFiles(folder)
const checkpoints = () => readdirSync(folder).filter((name) => name.startsWith('checkpoint'))

async function reopen(
  wrap: (file: JournalFile) => JournalFile = (file) => file,
  store: CheckpointStore = files(),
): Promise<Journal> {
  const file = await open(join(folder, 'journal'), 'r+')
  const report = {
    torn: () => undefined,
    ignored: (name: string, why: string) => void ignored.push(`${name}: ${why}`),
  }
  return openJournal(wrap(file), report, store).catch(async (error: unknown) => {
    await file.close()
    throw error
  })
}

/** One record for each. */
async function write(...words: readonly string[]): Promise<void> {
  const journal = await reopen()
  for (const it of words) await journal.append(said(it))
  await journal.close()
}

async function keep(value: unknown): Promise<void> {
  const journal = await reopen()
  await journal.keep([value])
  await journal.close()
}

async function readBack(): Promise<{ value: unknown; rest: string[] }> {
  const journal = await reopen()
  const checkpoint = await journal.checkpoint()
  const rest = await collect(journal.entries(checkpoint))
  await journal.close()
  return { value: checkpoint?.parts[0] ?? null, rest: rest.map(wordsOf) }
}

function wordsOf({ steps: [step] }: Entry): string {
  return step && 'update' in step ? new TextDecoder().decode(step.update) : ''
}

async function collect(entries: AsyncIterable<Entry>): Promise<Entry[]> {
  const all: Entry[] = []
  for await (const entry of entries) all.push(entry)
  return all
}

function flip(at: number): void {
  const path = join(folder, 'journal')
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 0x41
  writeFileSync(path, bytes)
}

/** Counts what is read of a file. */
function countingReads(file: JournalFile, count: { bytes: number }): JournalFile {
  const read = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    const done = await file.read(bytes, offset, length, position)
    count.bytes += done.bytesRead
    return done
  }
  return {
    read: read as JournalFile['read'],
    write: file.write.bind(file) as JournalFile['write'],
    stat: file.stat.bind(file) as JournalFile['stat'],
    truncate: (length) => file.truncate(length),
    datasync: () => file.datasync(),
    close: () => file.close(),
  }
}
