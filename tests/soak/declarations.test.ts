import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Archive } from '../../server/archive/contract.ts'
import { openFileArchive } from '../../server/archive/file/archive.ts'
import { type OpenSittings, openSittings } from '../../server/sitting/sittings.ts'
import { Chamber, DECLARATION, must, Voice } from '../support/chamber.ts'
import { weighHere } from '../support/heap.ts'

/** Declarations that come into memory and leave it, over and over, as meetings begin and end. */

const DECLARATIONS = 10
const AMENDMENTS = 20
const ROUNDS = 24
const KB = 1024

const folder = mkdtempSync(join(tmpdir(), 'paraph-'))
let archive: Archive
let sittings: OpenSittings

const ids = Array.from({ length: DECLARATIONS }, (_, nth) => `declaration-${nth}`)

beforeAll(async () => {
  archive = await openFileArchive(folder, { warn: () => {} })
  const log = { error: () => {}, info: () => {} }
  sittings = openSittings({ archive, now: () => new Date().toISOString(), log, present: () => [] })
  const chamber = await Chamber.open()
  const [desk, delegate] = [chamber.as('SEC').actor, chamber.as('FRA').actor]
  for (const id of ids) {
    must(await sittings.lay({ ...DECLARATION, id }, desk))
    const voice = new Voice(must(await sittings.open(id)), delegate, chamber.aside)
    for (let nth = 0; nth < AMENDMENTS; nth++) await voice.proposes(`c${1 + (nth % 3)}`, '', ` word${nth}`)
  }
})
afterAll(async () => {
  await sittings.close()
  await archive.close()
  rmSync(folder, { recursive: true })
})

test('declarations that were opened and are closed again leave nothing in memory, however often', async () => {
  // The first round is no measure: what is compiled and learned once is no leak.
  await openAll()
  await sittings.closeIdle(0)
  const before = weighHere()
  await openAll()
  const open = weighHere() - before
  const closed: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await sittings.closeIdle(0)
    closed.push(weighHere() - before)
    await openAll()
  }
  // What the engine compiles and forgets rises and falls by half a megabyte; what leaks never falls.
  const left = Math.min(...closed.slice(ROUNDS / 2))
  console.info(`soak: open they weigh ${Math.round(open / KB)} KB, closed ${Math.round(left / KB)} KB`)
  expect(open).toBeGreaterThan(100 * KB * DECLARATIONS)
  // All rounds together leave less than half of what one has open: not one of them can have left it all.
  expect(left).toBeLessThan(open / 2)
})

async function openAll(): Promise<void> {
  for (const id of ids) {
    const sitting = must(await sittings.open(id))
    expect(must(await sitting.look(({ amendments }) => Object.keys(amendments).length))).toBe(AMENDMENTS)
  }
}
