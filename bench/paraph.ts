import { cpSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as Y from 'yjs'
import { readMirror } from '../shared/mirror.ts'
import { newDeclarationDoc, recordRoot } from '../shared/text.ts'
import { Conference, type Person } from './conference.ts'
import { DECLARATION } from './declaration.ts'
import { inGroups } from './join.ts'
import { countTyped } from './marks.ts'
import { freePort, type Running, removeFolder, run, temporaryFolder } from './process.ts'
import type { Address, Desk, Subject } from './subject.ts'
import { Typist } from './typist.ts'
import { PLAIN } from './wire.ts'

/**
 * Paraph, whole: sign-in, policy, checks, a journal that is flushed before anything is shown. Each writer is the
 * delegate of a State who types in that State's own draft; everybody sees it in the declaration's room.
 */
export const paraph: Subject = {
  name: 'Paraph',
  durable: 'before visible',
  async open(setup) {
    const { people } = await meetingOf(setup.people)
    const { running, close } = await openMeeting(setup.people, setup.nodeArgs)
    const conference = new Conference(running.port)
    if (setup.comments) await comment(conference, people, setup.comments)
    const drafts = new Map<number, Promise<Desk>>()
    return {
      pid: running.pid,
      port: running.port,
      wire: PLAIN,
      seat: (person) => addressOf(people, person, `/sync/${DECLARATION.id}`),
      desk(person) {
        const desk = drafts.get(person) ?? openDesk(conference, people, person)
        drafts.set(person, desk)
        return desk
      },
      typedIn,
      output: running.output,
      close,
    }
  },
}

/** A meeting that was set up through the product's own interface, to be copied for each start. */
export interface Meeting {
  readonly folder: string
  readonly people: readonly Person[]
  readonly secretariat: Person
}

let meeting: Promise<Meeting> | null = null
let invited = 0

/** A meeting of at least so many delegates: one of each State, then a second of each, and so on. */
export function meetingOf(people: number): Promise<Meeting> {
  if (!meeting || invited < people) {
    invited = people
    meeting = setUp(people)
  }
  return meeting
}

async function setUp(count: number): Promise<Meeting> {
  const folder = temporaryFolder()
  const running = await start(folder)
  const conference = new Conference(running.port)
  const link = /^secretariat\t.*\t(http\S+)$/m.exec(running.output())?.[1] ?? ''
  const secretariat = await conference.enter(link, '10.0.0.1')
  await conference.lay(secretariat)
  const people = await inGroups(count, 32, async (nth) => {
    const state = STATES[nth % STATES.length] ?? ''
    const url = await conference.accredit(secretariat, state, `Delegate ${nth + 1} of ${state}`)
    return conference.enter(url, `10.1.${nth >> 8}.${nth & 0xff}`)
  })
  await running.stop()
  return { folder, people, secretariat }
}

export interface OpenMeeting {
  readonly running: Running
  close(): Promise<void>
}

/** The real server on a copy of the meeting. */
export async function openMeeting(people: number, nodeArgs: readonly string[] = []): Promise<OpenMeeting> {
  const { folder } = await meetingOf(people)
  const data = temporaryFolder()
  cpSync(folder, data, { recursive: true })
  const running = await start(data, nodeArgs)
  return {
    running,
    async close() {
      await running.stop()
      removeFolder(data)
    },
  }
}

const statesFile = resolve(import.meta.dirname, '../fixtures/states.json')
/** All that were invited to the meeting of 2009. */
export const STATES: readonly string[] = (JSON.parse(readFileSync(statesFile, 'utf8')) as StateEntry[])
  .filter(({ member2009 }) => member2009)
  .map(({ alpha3 }) => alpha3)

interface StateEntry {
  readonly alpha3: string
  readonly member2009: boolean
}

/** As `npm start` starts it for a meeting, flushing as ever. */
async function start(data: string, nodeArgs: readonly string[] = []): Promise<Running> {
  const port = await freePort()
  const env = {
    PORT: String(port),
    HOST: '127.0.0.1',
    PARAPH_DATA: data,
    PARAPH_ORIGIN: `http://localhost:${port}`,
    PARAPH_DEMO: '0',
  }
  return run({
    args: [...nodeArgs, '--max-semi-space-size=64', '--import', 'tsx', 'server/main.ts'],
    port,
    env,
  })
}

function addressOf(people: readonly Person[], nth: number, path: string): Address {
  const person = people[nth % people.length]
  return { path: `${path}?as=${person?.capacity}`, headers: { Cookie: person?.cookie ?? '' } }
}

/** Opens the State's draft, and takes a pen for this tab. */
async function openDesk(conference: Conference, people: readonly Person[], nth: number): Promise<Desk> {
  const person = people[nth]
  if (!person) throw new Error(`nobody was invited as number ${nth}`)
  const { draft = '' } = await conference.perform(person, { do: 'draft.open' })
  const pen = await conference.pen(person, draft)
  return {
    address: addressOf(people, nth, `/sync/${DECLARATION.id}/drafts/${draft}`),
    typist: (places) => new Typist(pen, places, nth),
  }
}

const COMMENT = 'It is proposed to keep the words as they stand, for the reasons given at the last meeting. '

/** Fills the room with what people say about its clauses. */
async function comment(conference: Conference, people: readonly Person[], bytes: number): Promise<void> {
  const words = COMMENT.repeat(22).trim()
  await inGroups(Math.ceil(bytes / words.length), 32, async (nth) => {
    const person = people[nth % people.length]
    const clause = `c${(nth % DECLARATION.clauses.length) + 1}`
    if (person) await conference.perform(person, { do: 'comment.make', on: { clause }, words })
  })
}

function typedIn(state: Uint8Array, updates: readonly Uint8Array[]): number {
  const doc = newDeclarationDoc()
  doc.transact(() => {
    for (const update of [state, ...updates]) Y.applyUpdate(doc, update)
  })
  const live = Object.values(readMirror(recordRoot(doc))?.live ?? {})
  return live.reduce(
    (sum, { hunks }) => sum + hunks.reduce((words, { insert }) => words + countTyped(insert), 0),
    0,
  )
}
