import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../../../shared/actor.ts'
import { Command } from '../../../shared/command.ts'
import { DECLARATION, must } from '../../../tests/support/chamber.ts'
import { fault, PowerFile, STEPS, type Step, TROUBLES, TroubledDisk } from '../../../tests/support/disk.ts'
import { holdsInTurn } from '../../../tests/support/property.ts'
import { openSittings } from '../../sitting/sittings.ts'
import type { Archive, Entry, Journal } from '../contract.ts'
import { openFileArchive } from './archive.ts'
import { header } from './frame.ts'
import { openJournal } from './journal.ts'

let folder: string
let disk: TroubledDisk
let archive: Archive

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-disk-'))
  disk = new TroubledDisk()
  archive = await openFileArchive(folder, { warn: () => undefined }, disk.wrap)
})
afterEach(async () => {
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

const cases = TROUBLES.flatMap((trouble) =>
  STEPS.filter((step) => step !== 'truncate').map((step) => [trouble, step] as const),
)

describe('[J1] [J2] an injected disk in trouble', () => {
  test.each(cases)(
    'with %s on a %s: nothing acknowledged is lost, and it goes on after',
    async (code, step) => {
      const journal = await archive.journal('one')
      await journal.append(said('told'))
      disk.fail(code, step)
      await expect(journal.append(said('lost'))).rejects.toMatchObject({ cause: { code } })
      await expect(journal.append(said('later'))).rejects.toThrow('The disk failed')
      await journal.close()
      expect(await wordsAfterMending()).toEqual(['told'])
    },
  )

  test.each(cases)(
    'with %s on a %s and no way to cut: what is torn is cut on opening',
    async (code, step) => {
      const journal = await archive.journal('one')
      await journal.append(said('told'))
      disk.fail(code, step, 'truncate')
      await expect(journal.append(said('lost'))).rejects.toThrow('The disk failed')
      await journal.close()
      const words = await wordsAfterMending()
      // What arrived whole before the sync failed is a phantom: nobody was told, and it does no harm (rule J2).
      expect(words).toEqual(step === 'sync' ? ['told', 'lost'] : ['told'])
    },
  )

  test.each(TROUBLES)('with %s that lasts refuses to open, and opens when it has passed', async (code) => {
    const journal = await archive.journal('one')
    await journal.append(said('told'))
    await journal.close()
    const before = readFileSync(path())
    disk.fail(code, ...STEPS)
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(archive.journal('one')).rejects.toMatchObject({ code })
    }
    expect(readFileSync(path())).toEqual(before)
    expect(await wordsAfterMending()).toEqual(['told'])
  })
})

describe('a sitting on an injected disk in trouble', () => {
  test.each(cases)('with %s on a %s refuses with server/disk, and sits again after', async (code, step) => {
    const log = { error: () => {}, info: () => {} }
    const now = () => '2009-10-12T09:00:00.000Z'
    const sittings = openSittings({ archive, now, log, present: () => [] })
    must(await sittings.lay(DECLARATION, SECRETARIAT))
    must(await (await sitting()).perform(comment('before'), SECRETARIAT))
    const broken = await sitting()
    disk.fail(code, step)
    expect(await broken.perform(comment('lost'), SECRETARIAT)).toMatchObject({ refused: 'server/disk' })
    disk.mend()
    must(await (await sitting()).perform(comment('after'), SECRETARIAT))
    const acts = must(await (await sitting()).acts())
    expect(acts.map((act) => ('words' in act ? act.words : act.kind))).toEqual([
      'declaration laid',
      'before',
      'after',
    ])
    await sittings.close()

    async function sitting() {
      return must(await sittings.open(DECLARATION.id))
    }
  })
})

describe('[J1] what was told outlasts a power cut', () => {
  test('whatever the disk did before, a sync that failed and bytes that were only seen included', async () => {
    const steps = fc.array(fc.constantFrom(...MOVES), { minLength: 1, maxLength: 25 })
    await holdsInTurn('power', [steps], async (moves) => {
      const world = await World.begin()
      for (const move of moves) await world.make(move)
      await world.make('power cut')
    })
  })
})

const MOVES = [
  'append',
  'append',
  'append',
  'write',
  'half write',
  'sync',
  'no cut',
  'open',
  'power cut',
] as const
type Move = (typeof MOVES)[number]

/** A journal on a file that forgets, and what anybody was told of it. */
class World {
  private readonly power = new PowerFile(header(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)))
  private failing: Step[] = []
  private told: string[] = []
  private count = 0
  private journal: Journal

  private constructor(journal: Journal) {
    this.journal = journal
  }

  static async begin(): Promise<World> {
    const world = new World(NO_JOURNAL)
    await world.open()
    return world
  }

  async make(move: Move): Promise<void> {
    if (move === 'append') await this.append(`word ${this.count++}`)
    else if (move === 'open') await this.open()
    else if (move === 'power cut') {
      this.power.cutPower()
      await this.open()
    } else this.failing.push(move === 'no cut' ? 'truncate' : move)
  }

  private append = (word: string): Promise<unknown> =>
    this.journal.append(said(word)).then(
      () => this.told.push(word),
      () => undefined,
    )

  /** Whatever it finds may be told from then on. */
  private async open(): Promise<void> {
    await this.journal.close()
    this.failing = []
    this.journal = await openJournal(this.file, { torn: () => undefined, ignored: () => undefined })
    const found = await wordsIn(this.journal)
    expect(found.slice(0, this.told.length)).toEqual(this.told)
    expect(found.length - this.told.length).toBeLessThanOrEqual(1)
    this.told = found
  }

  private get file() {
    const { file } = this.power
    const fails = (step: Step) => {
      const at = this.failing.indexOf(step)
      if (at >= 0) this.failing.splice(at, 1)
      return at >= 0
    }
    return {
      ...file,
      write: (async (bytes: Uint8Array, offset: number, length: number, position: number) => {
        if (fails('write')) throw fault('EIO')
        if (!fails('half write')) return file.write(bytes, offset, length, position)
        await file.write(bytes, offset, Math.floor(length / 2), position)
        throw fault('ENOSPC')
      }) as typeof file.write,
      datasync: async () => {
        if (!fails('sync')) return file.datasync()
        this.power.loseDirty()
        throw fault('EIO')
      },
      truncate: async (length?: number) => {
        if (fails('truncate')) throw fault('EIO')
        await file.truncate(length)
      },
    }
  }
}

const NO_JOURNAL: Journal = {
  wantsCheckpoint: false,
  checkpoint: async () => null,
  async *entries() {},
  append: async () => undefined,
  keep: async () => undefined,
  close: async () => undefined,
}

const path = () => join(folder, 'declarations/one/journal')

/** Opens, reads, writes one more, and reads all again. */
async function wordsAfterMending(): Promise<string[]> {
  disk.mend()
  const journal = await archive.journal('one')
  const words = await wordsIn(journal)
  await journal.append(said('after'))
  await journal.close()
  const again = await archive.journal('one')
  expect(await wordsIn(again)).toEqual([...words, 'after'])
  await again.close()
  return words
}

async function wordsIn(journal: Journal): Promise<string[]> {
  const words: string[] = []
  for await (const { steps } of journal.entries()) {
    for (const step of steps) if ('update' in step) words.push(new TextDecoder().decode(step.update))
  }
  return words
}

const said = (words: string): Entry => ({
  pens: [],
  steps: [{ draft: 'd1', update: new TextEncoder().encode(words) }],
  hall: null,
})

const SECRETARIAT: Actor = {
  capacity: 'c-sec',
  name: 'Secretariat',
  role: 'secretariat',
  delegation: null,
}

const comment = (words: string) => Command.parse({ do: 'comment.make', on: { clause: 'c1' }, words })
