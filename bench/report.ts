import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Fuzzed, fuzz } from '../tests/support/fuzz.ts'
import { howToRepeat, seedOf } from '../tests/support/seed.ts'
import { type Equal, equal } from './equal.ts'
import { type Exporting, exporting } from './exporting.ts'
import { type Joining, joining, stateOf } from './joining.ts'
import { thisMachine } from './machine.ts'
import type { Options, Part } from './options.ts'
import { type Paint, paint } from './paint.ts'
import { paraph } from './paraph.ts'
import { hocuspocus, hocuspocusSqlite, relay, yWebsocketServer } from './peers.ts'
import { type Quiet, quiet } from './quiet.ts'
import { rollCall } from './roll-call.ts'
import { say } from './say.ts'
import type { Subject } from './subject.ts'
import { type Sustained, sustained } from './sustained.ts'
import { type Results, report } from './table.ts'

const SUBJECTS = [paraph, yWebsocketServer, hocuspocus, hocuspocusSqlite, relay]

/** Measures what was asked for, keeps it in results/latest.json, and gives it as Markdown. */
export async function bench(options: Options): Promise<string> {
  const chosen = SUBJECTS.filter(({ name }) => options.subjects.some((it) => isNamed(name, it)))
  const asked = (part: Part) => options.only.includes(part)
  const results: Results = {
    date: new Date().toISOString(),
    machine: thisMachine(),
    sustained: asked('a') ? await allSustained(chosen, options) : [],
    equal: asked('b') ? await allEqual(chosen, options) : [],
    quiet: asked('c') ? await allQuiet(chosen, options) : [],
    joining: asked('d') ? await allJoining(chosen, options) : [],
    paint: asked('e') ? await painted(options) : null,
    fuzzed: asked('f') ? await fuzzed(options) : null,
    rollCall: asked('g') ? await rollCall() : null,
    exporting: asked('h') ? await exported(options) : null,
  }
  const text = report(results)
  const folder = resolve(import.meta.dirname, 'results')
  writeFileSync(resolve(folder, 'latest.json'), `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(resolve(folder, 'latest.md'), text)
  return text
}

const isNamed = (name: string, begins: string): boolean => name.toLowerCase().startsWith(begins.toLowerCase())

/** The order turns from round to round, so that nobody always comes first. */
const inTurn = (subjects: readonly Subject[], round: number): Subject[] =>
  subjects.map((_, index) => subjects[(index + round) % subjects.length]).filter((it) => it !== undefined)

async function allSustained(subjects: readonly Subject[], options: Options): Promise<Sustained[]> {
  const { quick } = options
  const load = quick ? { warmUp: 1, seconds: 2.5 } : { warmUp: 2, seconds: 7 }
  const found: Sustained[] = []
  for (let round = 0; round < options.rounds; round++) {
    for (const people of options.people) {
      for (const subject of inTurn(subjects, round)) {
        const before = found.find((it) => it.subject === subject.name && it.people === people)
        const first = before?.rate || firstGuess(subject, people)
        const factor = before ? 1.25 : 2
        found.push(await sustained(subject, { people, first, factor, close: quick ? 2 : 1.15, load }))
        const { rate = 0 } = found.at(-1) ?? {}
        say(`→ ${subject.name} sustains ${rate}/s with ${people} connected`)
      }
    }
  }
  return found
}

/** From what is known of them; a wrong one only costs time. */
const firstGuess = (subject: Subject, people: number): number =>
  subject === yWebsocketServer ? 60_000 / people : subject === paraph || subject === relay ? 4_000 : 1_200

const EQUAL_LOADS = [
  { people: 200, rate: 200 },
  { people: 500, rate: 80 },
  { people: 500, rate: 800 },
  { people: 1_000, rate: 1_000 },
]

async function allEqual(subjects: readonly Subject[], options: Options): Promise<Equal[]> {
  const loads = options.quick ? [{ people: 100, rate: 100 }] : EQUAL_LOADS
  const time = options.quick ? { warmUp: 1, seconds: 3 } : { warmUp: 2, seconds: 8 }
  const found: Equal[] = []
  for (let round = 0; round < options.rounds; round++) {
    for (const { people, rate } of loads) {
      for (const subject of inTurn(subjects, round))
        found.push(await equal(subject, people, { rate, ...time }))
    }
  }
  return found
}

async function allQuiet(subjects: readonly Subject[], options: Options): Promise<Quiet[]> {
  const [people, seconds] = options.quick ? [200, 5] : [1_000, 15]
  const found: Quiet[] = []
  for (let round = 0; round < options.rounds; round++) {
    for (const subject of inTurn(subjects, round)) found.push(await quiet(subject, people, seconds))
  }
  return found
}

async function allJoining(subjects: readonly Subject[], options: Options): Promise<Joining[]> {
  const crowd = options.quick ? 100 : 500
  const found: Joining[] = []
  for (const comments of options.quick ? [180_000] : [180_000, 1_900_000]) {
    const state = await stateOf(paraph, comments)
    for (let round = 0; round < options.rounds; round++) {
      for (const subject of inTurn(subjects, round)) found.push(await joining(subject, state, crowd))
    }
  }
  return found
}

function painted({ quick }: Options): Promise<Paint> {
  return paint(quick ? { amendments: 100, keystrokes: 20 } : { amendments: 1_000, keystrokes: 60 })
}

function fuzzed({ quick }: Options): Promise<Fuzzed> {
  const seed = seedOf('fuzz')
  say(`fuzz with ${howToRepeat(seed)}`)
  return fuzz(quick ? 5_000 : 100_000, seed)
}

function exported({ quick }: Options): Promise<Exporting> {
  const load = quick ? { rate: 50, warmUp: 1, seconds: 5 } : { rate: 200, warmUp: 3, seconds: 20 }
  return exporting(
    quick
      ? { amendments: 100, people: 50, writers: 20, load }
      : { amendments: 1_000, people: 200, writers: 100, load },
  )
}
