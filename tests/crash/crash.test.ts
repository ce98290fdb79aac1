import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CRASH_POINTS } from '../../server/archive/file/crash.ts'
import { recordRoot, textRoot } from '../../shared/text.ts'
import { Ceremony } from '../support/ceremony.ts'
import { chances } from '../support/chances.ts'
import { Delegate, type Line } from '../support/delegate.ts'
import { howToRepeat, seedOf } from '../support/seed.ts'
import { type RunningServer, startServer } from '../support/server.ts'

/**
 * The real server is killed while two delegations type and table, the secretariat decides and lays and finishes
 * declarations, and ministers endorse them. What anybody was told, by an answer, by "saved" or by seeing it, is there
 * after the next start. What nobody was told may be there too: a phantom (rule J2).
 */

const DECLARATION = 'high-level-declaration-fr'
/** `RUNS=…` is how a nightly run asks for more. */
const MOMENTS = process.env['RUNS'] ? Math.min(200, Number(process.env['RUNS'])) : 40
const SEED = seedOf('crash')

let server: RunningServer
let meeting: Meeting

beforeAll(async () => {
  console.info(`crash: ${MOMENTS} moments, ${howToRepeat(SEED)}`)
  server = await startServer()
  meeting = await Meeting.begin(server)
  await server.kill()
}, 60_000)

describe('[J1] [J2] after a server was killed nothing is missing that anybody was told', () => {
  test.each(CRASH_POINTS)('%s, while all of them work', async (point) => {
    await server.restart({ PARAPH_CRASH_AT: `${point}:${meeting.journals + 20 + meeting.chance(60)}` })
    const told = await meeting.sit(server.gone())
    await server.restart()
    expect(await meeting.missing(told)).toEqual(NOTHING)
  })

  test.each(CRASH_POINTS)('%s of a final text or an endorsement', async (point) => {
    // A declaration comes to seven records or so: laid, moved twice, listed, opened, endorsed by two.
    for (const record of [1, 2, 3, 4, 5, 6, 7]) {
      await server.restart({ PARAPH_CRASH_AT: `${point}:${meeting.journals + record}` })
      await meeting.endorse(server.gone())
      await server.restart()
      expect(await meeting.unendorsed(), `record ${record}`).toEqual([])
    }
  })

  test(`at ${MOMENTS} moments of its work`, async () => {
    await server.restart()
    for (let moment = 0; moment < MOMENTS; moment++) {
      // Closing in order keeps a checkpoint, from which the next lives begin.
      if (moment % 4 === 3) await server.restart()
      const told = await meeting.sit(wait(20 + meeting.chance(500)).then(() => server.kill()))
      await server.restart()
      expect(await meeting.missing(told), `moment ${moment} of SEED=${SEED}`).toEqual(NOTHING)
    }
    console.info(`crash: ${meeting.summary()}`)
  })
})

/** What a server promised before it was killed. */
interface Told {
  readonly words: ReadonlySet<string>
  /** How far each document was seen to be. */
  readonly seen: readonly { readonly draft: string | null; readonly vector: ReadonlyMap<number, number> }[]
  /** Sent, and never called saved, answered or shown. */
  readonly hoped: ReadonlySet<string>
}

const NOTHING = { words: [], clocks: [], endorsements: [] }

/** France and Kenya write, the secretariat decides, ministers endorse, an observer watches. */
class Meeting {
  private readonly people: Readonly<Record<'france' | 'kenya' | 'desk' | 'observer', Delegate>>
  private word = 0
  private readonly counts = { told: 0, phantoms: 0, lost: 0, deaths: 0 }
  readonly chance = chances(SEED)
  private readonly ceremony: Ceremony

  private constructor(people: Meeting['people'], ceremony: Ceremony) {
    this.people = people
    this.ceremony = ceremony
  }

  static async begin(at: RunningServer): Promise<Meeting> {
    const enter = (name: string) => Delegate.signIn(at, name, DECLARATION)
    const [france, kenya] = [await enter('France'), await enter('Kenya')]
    const desk = await enter('Secretariat')
    const signing = async (name: string) => {
      const minister = await enter(name)
      return { minister, device: await minister.enrol(desk) }
    }
    const ministers = new Map([
      ['FRA', await signing('Minister of France')],
      ['SGP', await signing('Minister of Singapore')],
    ])
    return new Meeting(
      { france, kenya, desk, observer: await enter('Observer') },
      new Ceremony(desk, ministers),
    )
  }

  /** How many journals a start may open: each then writes its last record once more. */
  get journals(): number {
    return 2 + this.ceremony.laid
  }

  /** Sits until the server is gone. */
  async sit(gone: Promise<void>): Promise<Told> {
    const life = new Life()
    const over = gone.then(() => {
      life.over = true
    })
    const room = await this.people.observer.room().catch(() => null)
    if (room) life.lines.push({ draft: null, line: room })
    await Promise.all([
      over,
      this.write(life, this.people.france, 2),
      this.write(life, this.people.kenya, 3),
      this.decide(life),
      this.ceremony.hold().catch(() => undefined),
    ])
    const told = life.told()
    life.close()
    return told
  }

  /** What of it the present server does not have. */
  async missing(told: Told): Promise<{ words: string[]; clocks: string[]; endorsements: string[] }> {
    const room = await this.people.observer.room()
    if (!room) throw new Error('nobody is let into the room')
    const found = wordsIn(room.doc)
    const clocks: string[] = []
    for (const { draft, vector } of told.seen) {
      const line: Line | null = draft === null ? room : await this.people.france.reads(draft)
      // A draft that was tabled is no more; its words are in the amendment.
      if (!line) continue
      const here = Y.decodeStateVector(Y.encodeStateVector(line.doc))
      for (const [pen, clock] of vector) {
        if ((here.get(pen) ?? 0) < clock) clocks.push(`${draft ?? 'room'}: pen ${pen} at ${clock}`)
      }
      if (line !== room) line.close()
    }
    room.close()
    this.counts.deaths++
    this.counts.told += told.words.size
    for (const word of told.hoped) this.counts[found.has(word) ? 'phantoms' : 'lost']++
    const words = [...told.words].filter((word) => !found.has(word))
    return { words, clocks, endorsements: await this.ceremony.missing() }
  }

  /** Ministers endorse one text after the other, until the server is gone. */
  async endorse(gone: Promise<void>): Promise<void> {
    const life = new Life()
    const over = gone.then(() => {
      life.over = true
    })
    await Promise.all([over, life.live(() => this.ceremony.hold())])
  }

  async unendorsed(): Promise<string[]> {
    this.counts.deaths++
    return this.ceremony.missing()
  }

  summary(): string {
    const { deaths, told, phantoms, lost } = this.counts
    return `${deaths} deaths, ${told} words and ${this.ceremony.endorsed} endorsements told; of those that nobody was told ${phantoms} stayed, ${lost} went`
  }

  /** Types, and tables every few words; a second tab looks on. */
  private async write(life: Life, who: Delegate, clause: number): Promise<void> {
    await life.live(async () => {
      const draft = (await who.do({ do: 'draft.open' }))?.draft
      const tab = draft ? await who.tab(draft) : null
      const reader = draft ? await who.reads(draft) : null
      if (!draft || !tab || !reader) return wait(5)
      life.lines.push({ draft, line: tab }, { draft, line: reader })
      for (let count = 5 + this.chance(15); count > 0 && tab.isOpen; count--) {
        const word = this.nextWord()
        life.sent.add(word)
        tab.type(clause, word)
        await wait(this.chance(8))
      }
      const reason = this.nextWord()
      await life.asks(reason, who.do({ do: 'amendment.table', draft, reason }))
      const words = this.nextWord()
      await life.asks(words, who.do({ do: 'comment.make', on: { clause: `c${clause}` }, words }))
    })
  }

  /** One amendment in ten enters the text, so that it moves under the drafts, and stays short. */
  private async decide(life: Life): Promise<void> {
    let number = { FRA: 1, KEN: 1 }
    await life.live(async () => {
      const sponsor = this.chance(2) ? 'FRA' : 'KEN'
      const decision = this.chance(10) ? 'reject' : 'accept'
      const amendment = `${sponsor}-${number[sponsor]}`
      const note = this.nextWord()
      const done = await life.asks(
        note,
        this.people.desk.do({ do: 'amendment.decide', amendment, decision, note }),
      )
      if (done || life.knows(amendment)) number = { ...number, [sponsor]: number[sponsor] + 1 }
      await wait(20)
    })
  }

  private nextWord = (): string => `w${++this.word}z`
}

/** One life of the server, as those saw it who were there. */
class Life {
  over = false
  readonly lines: { readonly draft: string | null; readonly line: Line }[] = []
  readonly sent = new Set<string>()
  private readonly answered = new Set<string>()

  /** Does it again and again, until the server is gone. */
  async live(what: () => Promise<void>): Promise<void> {
    while (!this.over) await what().catch(() => wait(5))
  }

  /** A command that carries the word. */
  async asks(word: string, answer: Promise<unknown>): Promise<boolean> {
    this.sent.add(word)
    const done = (await answer) !== null
    if (done) this.answered.add(word)
    // A refusal is an answer too: nothing came of it.
    else this.sent.delete(word)
    return done
  }

  knows = (amendment: string): boolean =>
    this.lines.some(({ draft, line }) => draft === null && recordRoot(line.doc).has(`amendment/${amendment}`))

  told(): Told {
    const acknowledged = this.lines.flatMap(({ line }) => line.acknowledged())
    // A writer's own tab shows what it typed before anybody has it.
    const readers = this.lines.filter(({ line }) => !line.isWritten)
    const shown = readers.flatMap(({ line }) => [...wordsIn(line.doc)])
    const words = new Set([...acknowledged, ...this.answered, ...shown])
    const seen = readers.map(({ draft, line }) => ({
      draft,
      vector: Y.decodeStateVector(Y.encodeStateVector(line.doc)),
    }))
    return { words, seen, hoped: new Set([...this.sent].filter((word) => !words.has(word))) }
  }

  close(): void {
    for (const { line } of this.lines) line.close()
  }
}

/** Every word of ours, in the text, in a draft's text, or anywhere in the record. */
function wordsIn(doc: Y.Doc): Set<string> {
  const all = textRoot(doc).toString() + JSON.stringify(recordRoot(doc).toJSON())
  return new Set(all.match(/\bw\d+z\b/g))
}
