import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newSealKey, Seal } from '../../server/seal.ts'
import { ledgerOf } from '../../server/sitting/ledger.ts'
import type { Performed } from '../../shared/command.ts'
import { movesOf } from '../../shared/edits.ts'
import type { RecordFile } from '../../shared/record-file.ts'
import { newBlock, readText, textRoot } from '../../shared/text.ts'
import { type Forged, resign, verifiedIn } from '../support/forged-record.ts'
import { moves } from '../support/negotiation.ts'
import { Plenary } from '../support/plenary.ts'
import { howToRepeat, seedOf } from '../support/seed.ts'

/** Records of negotiations in which clauses are moved, and who moves them afterwards. */

let folder: string
const seal = new Seal(newSealKey(), 'https://paraph.example.org')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-moves-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function recordOf(plenary: Plenary): RecordFile {
  plenary.command('SEC', { do: 'version.issue', symbol: 'Rev.1' })
  const ledger = ledgerOf(plenary.record, plenary.state)
  const file = ledger.file()
  return { ...file, ...seal.seal(file.declaration, ledger.head()) }
}

const COUNT = Math.max(25, Number(process.env['RUNS'] ?? 0) / 20)

test('[V4] the record of any negotiation is found in order, moves and new clauses included', () => {
  const seed = seedOf('records')
  console.info(`records: ${COUNT}, ${howToRepeat(seed)}`)
  let moved = 0
  for (const steps of fc.sample(moves(40), { numRuns: COUNT, seed })) {
    const plenary = new Plenary()
    const middle = Math.floor(steps.length / 2)
    for (const step of steps.slice(0, middle)) plenary.move(step)
    // Random steps seldom come to a move that is accepted: one stands in the middle of each.
    const moving = plenary.moves('FRA', 'c3', 'title')
    // Where it stands there already, there is nothing to table.
    if (moving) plenary.command('SEC', { do: 'amendment.decide', amendment: moving, decision: 'accept' })
    for (const step of steps.slice(middle)) plenary.move(step)
    moved += Object.values(plenary.record.amendments).filter(
      ({ state, revisions }) => state === 'accepted' && revisions.some((it) => movesOf(it.edits).length > 0),
    ).length
    expect(verifiedIn(folder, recordOf(plenary))).toContain('All is well')
  }
  expect(moved).toBeGreaterThan(0)
})

test('[V4] new clauses at one place are found in order, though one of them was moved since', () => {
  const plenary = new Plenary()
  const adds = (who: string): string => {
    const { draft = '' } = plenary.command(who, { do: 'draft.open', another: true }) as Performed
    plenary.write(draft, (doc) =>
      textRoot(doc).insert(2, [newBlock({ id: 'n1', kind: 'clause', text: `Noting ${who}` })]),
    )
    const tabled = plenary.command(who, { do: 'amendment.table', draft, reason: '' }) as Performed
    return tabled.amendment ?? ''
  }
  const accept = (amendment: string) =>
    plenary.command('SEC', { do: 'amendment.decide', amendment, decision: 'accept' })
  const [first, second] = [adds('FRA'), adds('KEN')]
  accept(first)
  const [, , own = ''] = readText(plenary.state.text).map(({ id }) => id)
  accept(plenary.moves('BRA', 'c1', own))
  accept(second)
  accept(plenary.moves('FRA', own, 'c1'))
  const words = readText(plenary.state.text).map(({ text }) => text)
  expect(words.slice(2, 4)).toEqual(['Noting FRA', 'Noting KEN'])
  expect(verifiedIn(folder, recordOf(plenary))).toContain('All is well')
})

test('[V4] a move that was tabled otherwise, left out or made up is found', () => {
  const plenary = new Plenary()
  const moving = plenary.moves('FRA', 'c3', 'title')
  plenary.command('SEC', { do: 'amendment.decide', amendment: moving, decision: 'accept' })
  const honest = recordOf(plenary)
  expect(verifiedIn(folder, honest)).toContain('All is well')
  const tampered = (change: (edits: { moved: { [field: string]: unknown }[] }) => void): string => {
    const record = structuredClone(honest) as unknown as Forged
    for (const { act } of record.acts) if (act.kind === 'amendment tabled') change(act.edits as never)
    resign(record, seal)
    return verifiedIn(folder, record)
  }
  expect(tampered(({ moved }) => Object.assign(moved[0] ?? {}, { after: 'c1' }))).toMatch(
    /other words than the hash/,
  )
  expect(tampered((edits) => Object.assign(edits, { moved: undefined }))).toMatch(/other words than the hash/)
  expect(tampered(({ moved }) => Object.assign(moved[0] ?? {}, { come: [] }))).toMatch(/another order/)
})
