import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Accredited } from '../../shared/api.ts'
import { BUILT_SERVER } from '../support/built-server.ts'
import { Delegate, type Line } from '../support/delegate.ts'
import { Heap, WEIGHED } from '../support/heap.ts'
import { startServer } from '../support/server.ts'

/**
 * An hour of negotiation in a minute: the real server, thirty delegations on real sockets. What is over must leave
 * nothing in memory; what stays on the record must cost the same at the end as at the beginning.
 */

const DECLARATION = 'high-level-declaration-fr'
const KB = 1024
const DELEGATIONS = 30
/** Equal parts, so that one can be held against the other. */
const ROUNDS = 5
const TABLED_IN_ROUND = 200
const DECIDED_IN_ROUND = 60
const GONE_IN_ROUND = 200
const ACCEPTED_IN_ROUND = 20

let heap: Heap
let desk: Delegate
let floor: readonly Delegate[]
let observer: Line | null
/** Pending, oldest first. */
const pending: string[] = []
let words = 0
let decisions = 0

beforeAll(async () => {
  // Every provider listens for the end of its process: of ours, which is all thirty delegations.
  process.setMaxListeners(0)
  const server = await startServer({ program: [WEIGHED, BUILT_SERVER] })
  desk = await Delegate.signIn(server, 'Secretariat', DECLARATION)
  floor = await Promise.all(
    states().map(async (delegation) => {
      const person = { role: 'delegate', delegation, name: `Delegate of ${delegation}` }
      const accredited = await desk.ask<Accredited>('people', person)
      return Delegate.enter(server, accredited?.url ?? '', DECLARATION)
    }),
  )
  observer = await (await Delegate.signIn(server, 'Observer', DECLARATION)).room()
  heap = await Heap.of(server)
  // What is compiled, cached and learned once is no leak.
  await eachOf(GONE_IN_ROUND, gone)
  await eachOf(DELEGATIONS, visit)
  await eachOf(DELEGATIONS, table)
})
afterAll(() => {
  observer?.close()
  heap?.close()
})

test('drafts that were opened, written in and thrown away leave nothing in memory, nor do visitors', async () => {
  const weights = [await heap.weigh()]
  for (let round = 0; round < 3; round++) {
    await eachOf(GONE_IN_ROUND, gone)
    await eachOf(GONE_IN_ROUND, visit)
    weights.push(await heap.weigh())
  }
  const grown = growths(weights).map((bytes) => bytes / GONE_IN_ROUND)
  console.info(`soak: a draft that is gone and a visit leave ${grown.map(Math.round)} bytes`)
  // Its pens and the tombs of its keys in the record stay, by design: about 1 KB. A draft that stayed is fifty.
  expect(Math.max(...grown)).toBeLessThan(8 * KB)
})

test('a thousand amendments cost no more each at the end than at the beginning, decided or not', async () => {
  const weights = [await heap.weigh()]
  for (let round = 0; round < ROUNDS; round++) {
    await eachOf(TABLED_IN_ROUND, table)
    for (const amendment of pending.splice(0, DECIDED_IN_ROUND)) await decide(amendment)
    weights.push(await heap.weigh())
  }
  const grown = growths(weights).map((bytes) => bytes / TABLED_IN_ROUND)
  console.info(`soak: an amendment stays with ${grown.map((it) => Math.round(it / KB))} KB`)
  expect(Math.max(...grown)).toBeLessThan(32 * KB)
})

test('a decision among seven hundred that wait costs what it says, however many of them it touches', async () => {
  const weights = [await heap.weigh()]
  for (let round = 0; round < 3; round++) {
    for (const amendment of pending.splice(0, ACCEPTED_IN_ROUND)) await decide(amendment, 'accept')
    weights.push(await heap.weigh())
  }
  const grown = growths(weights).map((bytes) => bytes / ACCEPTED_IN_ROUND)
  console.info(
    `soak: an acceptance among ${pending.length} leaves ${grown.map((it) => Math.round(it / KB))} KB`,
  )
  // Five clauses of seven move with each: were anything kept of all that touch those, it would be a hundred.
  expect(Math.max(...grown)).toBeLessThan(32 * KB)
})

/** Opens a draft and types in five clauses; resolves when the server has it on disk. */
async function write(who: Delegate): Promise<string> {
  const draft = (await who.do({ do: 'draft.open' }))?.draft
  const tab = draft ? await who.tab(draft) : null
  if (!draft || !tab) throw new Error('a delegate may write')
  for (let count = 0; count < 5; count++) tab.type(1 + (words % 7), `word${++words}`)
  await tab.allSaved()
  tab.close()
  return draft
}

async function gone(who: Delegate): Promise<void> {
  const draft = await write(who)
  if (!(await who.do({ do: 'draft.discard', draft }))) throw new Error(`${draft} was not thrown away`)
}

async function table(who: Delegate): Promise<void> {
  const draft = await write(who)
  const tabled = await who.do({ do: 'amendment.table', draft, reason: 'Precision.' })
  if (!tabled?.amendment) throw new Error(`${draft} was not tabled`)
  pending.push(tabled.amendment)
}

async function visit(who: Delegate): Promise<void> {
  const room = await who.room()
  room?.close()
}

async function decide(
  amendment: string,
  decision: 'accept' | 'reject' = ++decisions % 3 === 0 ? 'reject' : 'accept',
): Promise<void> {
  if (!(await desk.do({ do: 'amendment.decide', amendment, decision }))) throw new Error(`${amendment} stays`)
}

/** So many times, delegation by delegation; each does one thing after the other. */
async function eachOf(times: number, what: (who: Delegate) => Promise<void>): Promise<void> {
  await Promise.all(
    floor.map(async (who, index) => {
      for (let count = index; count < times; count += floor.length) await what(who)
    }),
  )
}

const growths = (weights: readonly number[]): number[] =>
  weights.slice(1).map((weight, index) => weight - (weights[index] ?? 0))

function states(): string[] {
  const all: { alpha3: string; member2009: boolean }[] = JSON.parse(
    readFileSync('fixtures/states.json', 'utf8'),
  )
  return all
    .filter(({ member2009 }) => member2009)
    .slice(0, DELEGATIONS)
    .map(({ alpha3 }) => alpha3)
}
