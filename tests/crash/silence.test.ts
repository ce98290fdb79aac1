import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CRASH_POINTS } from '../../server/archive/file/crash.ts'
import type { DeclarationSummary } from '../../shared/api.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { chances } from '../support/chances.ts'
import { Delegate } from '../support/delegate.ts'
import { verifiedIn } from '../support/forged-record.ts'
import { howToRepeat, seedOf } from '../support/seed.ts'
import { type RunningServer, startServer } from '../support/server.ts'

/**
 * The real server is killed around the deadlines of silence procedures, while a delegation breaks some of them. Each
 * ends once: by the break that was answered, or by the adoption, as of its deadline. A break that nobody was told of may
 * count too, if it reached the server before.
 */

/** `RUNS=…` is how a nightly run asks for more. */
const MOMENTS = Number(process.env['RUNS'] ?? 6)
const SEED = seedOf('silence')
const chance = chances(SEED)

let server: RunningServer
let desk: Delegate
let france: Delegate
let folder: string
let laid = 0

beforeAll(async () => {
  console.info(`silence: ${MOMENTS} moments, ${howToRepeat(SEED)}`)
  folder = mkdtempSync(join(tmpdir(), 'paraph-silence-'))
  server = await startServer()
  desk = await Delegate.signIn(server, 'Secretariat', '')
  france = await Delegate.signIn(server, 'France', '')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('[S1] [J1] a server that dies around a deadline', () => {
  test.each(CRASH_POINTS)('%s of the silence or of the adoption, ends each procedure once', async (point) => {
    // What a declaration comes to here: laid, consolidated, frozen, adopted.
    for (const record of point === 'half written' ? [3, 4] : [4]) {
      await server.restart({ PARAPH_CRASH_AT: `${point}:${2 + laid + record}` })
      const silence = await Silence.open(200)
      await server.gone()
      await server.restart()
      expect(await silence.fault(), `record ${record}`).toBeNull()
    }
  })

  test(`at ${MOMENTS} moments, ends each procedure once: by the break that was answered, or by the adoption`, async () => {
    const ends = { adopted: 0, broken: 0 }
    for (let moment = 0; moment < MOMENTS; moment++) {
      const silence = await Silence.open(400)
      expect(silence.isTold).toBe(true)
      if (chance(3) > 0) void silence.breaks(silence.left() - 250 + chance(300))
      await wait(Math.max(0, silence.left() - 200 + chance(400)))
      await server.kill()
      await server.restart()
      // And again, when it is there and looks at what is due.
      if (chance(3) === 0) {
        await wait(chance(150))
        await server.kill()
        await server.restart()
      }
      expect(await silence.fault(), `moment ${moment} of SEED=${SEED}`).toBeNull()
      ends[silence.end]++
    }
    console.info(`silence: ${ends.adopted} adopted, ${ends.broken} broken`)
  })
})

/** One declaration, from its first act to the end of the silence. */
class Silence {
  private readonly id: string
  private readonly deadline: string
  /** Of the version that is frozen; null where nobody was told that one is. */
  private readonly frozen: number | null
  private answered = false
  end: 'adopted' | 'broken' = 'adopted'

  private constructor(id: string, deadline: string, frozen: number | null) {
    this.id = id
    this.deadline = deadline
    this.frozen = frozen
  }

  /**
   * Frozen for so many milliseconds, and for as long as the machine takes to be asked for it: twice what the two steps before
   * took. What comes of it when the server goes is looked at later.
   */
  static async open(ms: number): Promise<Silence> {
    const id = `silent-${++laid}`
    const began = Date.now()
    await desk.ask('declarations', declaration(id))
    const at = desk.before(id)
    await at.do({ do: 'stage.move', to: 'consolidation' })
    const now = Date.now()
    const deadline = new Date(now + ms + 2 * (now - began)).toISOString()
    const opened = at.do({ do: 'silence.open', symbol: 'L.9/Rev.1', deadline })
    const done = await opened.catch(() => null)
    return new Silence(id, deadline, done?.version ?? null)
  }

  get isTold(): boolean {
    return this.frozen !== null
  }

  left = (): number => Date.parse(this.deadline) - Date.now()

  async breaks(after: number): Promise<void> {
    await wait(Math.max(0, after))
    const version = this.frozen ?? 0
    const done = france.before(this.id).do({ do: 'silence.break', version, reason: 'Non.' })
    this.answered = (await done.catch(() => null)) !== null
  }

  /** What is not as it has to be; null where all is. */
  async fault(): Promise<string | null> {
    await this.over()
    const record = await desk.before(this.id).reading<RecordFile>('record')
    if (!record) return 'there is no record'
    const said = verifiedIn(folder, record)
    if (!said.startsWith('All is well')) return said
    const acts = record.acts.map(({ act }) => act)
    const opened = acts.find(({ kind }) => kind === 'silence opened')
    if (!opened) return this.frozen === null ? null : 'the silence that was answered is gone'
    const ends = acts.filter(({ kind }) => kind === 'text adopted' || kind === 'silence broken')
    const [end] = ends
    if (ends.length !== 1 || !end) return `it ended ${ends.length} times`
    this.end = end.kind === 'text adopted' ? 'adopted' : 'broken'
    if (this.answered && this.end === 'adopted') return 'the break that was answered is gone'
    return end.kind === 'text adopted' && (end.at !== this.deadline || end.recorded < end.at)
      ? `it was adopted at ${end.at}, recorded at ${end.recorded}`
      : null
  }

  /** Until nothing runs any more. */
  private async over(): Promise<void> {
    for (;;) {
      const all = (await desk.ask<readonly DeclarationSummary[]>('declarations')) ?? []
      if (all.find(({ id }) => id === this.id)?.stage !== 'silence') return
      await wait(20)
    }
  }
}

const declaration = (id: string) => ({
  id,
  symbol: 'L.9',
  language: 'en',
  title: 'Declaration',
  punctuation: { between: ';', beforeLast: '; and', last: '.' },
  clauses: ['Affirming the role of the police', 'Calling upon States to support it'],
})
