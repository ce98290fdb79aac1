import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdsInTurn } from '../../../tests/support/property.ts'
import type { Entry, Journal } from '../contract.ts'
import { DamagedJournal } from './damage.ts'
import { encodeEntry, joinEntries } from './entry.ts'
import { FRAME_BYTES, frame, HEADER_BYTES, header } from './frame.ts'
import { openJournal, type TornTail } from './journal.ts'
import type { JournalFile } from './scan.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-journal-'))
  path = join(folder, 'journal')
  writeFileSync(path, header(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a journal', () => {
  test('gives back what was written, in its order, after it was closed', async () => {
    const entries = [said('one'), said('two'), said('three')]
    await write(...entries)
    expect(await readAll()).toEqual(entries)
  })

  test('goes on where it ended', async () => {
    await write(said('one'))
    await write(said('two'))
    expect(await readAll()).toEqual([said('one'), said('two')])
  })

  test('gives back any entry that was ever written, byte for byte', async () => {
    await holdsInTurn(
      'any entry',
      [fc.array(anyEntry, { maxLength: 5 })],
      async (entries) => {
        writeFileSync(path, header(Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1)))
        await write(...entries)
        expect(await readAll()).toEqual(entries)
      },
      0.05,
    )
  })

  test('syncs once for all that comes in while the disk is busy', async () => {
    const disk = new Disk(await open(path, 'r+'))
    const journal = await openJournal(disk, reporting(nothingTorn))
    const before = disk.syncs
    await Promise.all(['one', 'two', 'three', 'four'].map((words) => journal.append(said(words))))
    await journal.close()
    expect(disk.syncs - before).toBe(2)
    expect(await readAll()).toEqual(['one', 'two', 'three', 'four'].map(said))
  })

  test('gives what stood when it was opened, as often as it is asked', async () => {
    await write(said('one'))
    const journal = await reopen()
    await journal.append(said('two'))
    expect([await collect(journal), await collect(journal)]).toEqual([[said('one')], [said('one')]])
    await journal.close()
  })
})

describe('[J1] a step is answered only when it is on disk', () => {
  test('an entry waits for the disk', async () => {
    const disk = new Disk(await open(path, 'r+'))
    const journal = await openJournal(disk, reporting(nothingTorn))
    const sync = disk.hold()
    let durable = false
    const appended = journal.append(said('one')).then(() => {
      durable = true
    })
    await sync.begun
    expect(durable).toBe(false)
    sync.go()
    await appended
    await journal.close()
  })

  test('after the disk failed nothing more is promised until the journal is opened again', async () => {
    await write(said('before'))
    const disk = new Disk(await open(path, 'r+'))
    const journal = await openJournal(disk, reporting(nothingTorn))
    disk.fails = true
    const first = journal.append(said('lost'))
    const waiting = journal.append(said('waiting'))
    await expect(first).rejects.toThrow('The disk failed')
    await expect(waiting).rejects.toThrow('The disk failed')
    disk.fails = false
    await expect(journal.append(said('later'))).rejects.toThrow('The disk failed')
    await journal.close()

    const again = await reopen()
    expect((await collect(again))[0]).toEqual(said('before'))
    await again.append(said('after'))
    await again.close()
    expect((await readAll()).at(-1)).toEqual(said('after'))
  })
})

describe('[J3] what a crash left unfinished is cut and reported', () => {
  test('wherever the last record broke off', async () => {
    await write(said('one'), said('two'))
    const kept = readFileSync(path).length
    await write(said('three'))
    const whole = readFileSync(path)
    for (let cut = kept; cut < whole.length; cut++) {
      writeFileSync(path, whole.subarray(0, cut))
      const torn: TornTail[] = []
      const journal = await reopen((it) => void torn.push(it))
      expect(await collect(journal)).toEqual([said('one'), said('two')])
      await journal.append(said('instead'))
      await journal.close()
      expect(torn.map(({ offset, sequence }) => [offset, sequence])).toEqual(cut === kept ? [] : [[kept, 2]])
      expect(await readAll()).toEqual([said('one'), said('two'), said('instead')])
    }
  })

  test('whichever byte of the last record is wrong', async () => {
    await write(said('one'))
    const kept = readFileSync(path).length
    await write(said('two'))
    const whole = readFileSync(path)
    for (let at = kept; at < whole.length; at++) {
      writeFileSync(path, flipped(whole, at))
      expect(await readAll(() => undefined)).toEqual([said('one')])
    }
  })

  test('even if the disk filled it up with zeros', async () => {
    await write(said('one'))
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(4096)]))
    expect(await readAll(() => undefined)).toEqual([said('one')])
  })
})

describe('[J3] a damaged middle refuses to open', () => {
  test('whichever byte is wrong, naming the place, and changing nothing', async () => {
    await write(said('one'))
    await write(said('two'))
    const kept = readFileSync(path).length
    await write(said('three'))
    const whole = readFileSync(path)
    for (let at = HEADER_BYTES; at < kept; at++) {
      writeFileSync(path, flipped(whole, at))
      const refused = await damageOf()
      expect(refused.offset).toBeLessThanOrEqual(at)
      expect(refused.message).toContain(`byte ${refused.offset}, in record ${refused.sequence}`)
      expect(readFileSync(path)).toEqual(flipped(whole, at))
    }
  })

  test('when a record is missing', async () => {
    await write(said('one'))
    const start = readFileSync(path).length
    await write(said('two'))
    const end = readFileSync(path).length
    await write(said('three'))
    const whole = readFileSync(path)
    writeFileSync(path, Buffer.concat([whole.subarray(0, start), whole.subarray(end)]))
    expect(await damageOf()).toMatchObject({ offset: start, sequence: 1 })
  })

  test('when it is no journal at all', async () => {
    writeFileSync(path, 'Affirmant le rôle central que doit jouer la police')
    expect(await damageOf()).toMatchObject({ offset: 0 })
  })

  test('but words that look like a record are words', async () => {
    await write(said('one'))
    const start = readFileSync(path).length
    const forged = frame(new Uint8Array(), 2, joinEntries([encodeEntry(said('forged'))]))
    const words = { pens: [], steps: [{ draft: 'd1', update: forged }], hall: null }
    await write(words)
    const whole = readFileSync(path)
    writeFileSync(path, flipped(whole, start + FRAME_BYTES))
    expect(await readAll(() => undefined)).toEqual([said('one')])
  })
})

describe('[J4] a journal opens for ever', () => {
  test('as the first format wrote it', async () => {
    const frozen = resolve(import.meta.dirname, '../../../fixtures/formats/journal-1')
    copyFileSync(join(frozen, 'journal'), path)
    const entries: unknown = JSON.parse(readFileSync(join(frozen, 'entries.json'), 'utf8'), bytesFromHex)
    expect(await readAll()).toEqual(entries)
  })
})

const said = (words: string): Entry => ({
  pens: [],
  steps: [{ draft: 'd1', update: new TextEncoder().encode(words) }],
  hall: null,
})

const bytes = fc.uint8Array({ maxLength: 200 }).map((it) => Uint8Array.from(it))
const anyEntry: fc.Arbitrary<Entry> = fc.record({
  pens: fc.array(
    fc.record({
      pen: fc.nat(),
      draft: fc.option(fc.constant('d1')),
      holder: fc.option(fc.string({ unit: 'grapheme' })),
    }),
  ),
  steps: fc.array(fc.record({ draft: fc.string({ unit: 'grapheme' }), update: bytes })),
  hall: fc.option(bytes),
})

const nothingTorn = (torn: TornTail) => {
  throw new Error(`torn at ${torn.offset}`)
}

const reporting = (torn: (tail: TornTail) => void) => ({ torn, ignored: () => undefined })

const reopen = async (report: (torn: TornTail) => void = nothingTorn) =>
  openJournal(await open(path, 'r+'), reporting(report))

/** One record for each entry. */
async function write(...entries: readonly Entry[]): Promise<void> {
  const journal = await reopen()
  for (const entry of entries) await journal.append(entry)
  await journal.close()
}

async function readAll(report?: (torn: TornTail) => void): Promise<Entry[]> {
  const journal = await reopen(report)
  const entries = await collect(journal)
  await journal.close()
  return entries
}

async function collect(journal: Journal): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of journal.entries()) entries.push(entry)
  return entries
}

async function damageOf(): Promise<DamagedJournal> {
  const file = await open(path, 'r+')
  const refused = await openJournal(file, reporting(nothingTorn)).catch((error: unknown) => error)
  await file.close()
  if (!(refused instanceof DamagedJournal)) throw new Error('the journal opened')
  return refused
}

function flipped(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole)
  copy[at] = (copy[at] ?? 0) ^ 0x41
  return copy
}

function bytesFromHex(_: string, value: unknown): unknown {
  const isHex = typeof value === 'object' && value !== null && 'hex' in value
  return isHex ? Uint8Array.from(Buffer.from(String(value.hex), 'hex')) : value
}

/** A disk that can be told to wait or to fail. */
class Disk implements JournalFile {
  syncs = 0
  fails = false
  #held: { begin(): void; readonly gone: Promise<void> } | null = null
  readonly #file: JournalFile
  readonly read: JournalFile['read']
  readonly write: JournalFile['write']
  readonly stat: JournalFile['stat']

  constructor(file: JournalFile) {
    this.#file = file
    this.read = file.read.bind(file)
    this.write = file.write.bind(file)
    this.stat = file.stat.bind(file)
  }

  truncate = (length?: number) => this.#file.truncate(length)
  close = () => this.#file.close()

  hold(): { readonly begun: Promise<void>; go(): void } {
    let begin = () => {}
    let go = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    const gone = new Promise<void>((resolve) => {
      go = resolve
    })
    this.#held = { begin, gone }
    return { begun, go: () => go() }
  }

  async datasync(): Promise<void> {
    this.syncs++
    this.#held?.begin()
    await this.#held?.gone
    if (this.fails) throw new Error('EIO')
    await this.#file.datasync()
  }
}
