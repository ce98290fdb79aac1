import { expect, test } from 'vitest'
import { wordingInForce } from '../../../shared/amendment.ts'
import { Chamber, replace } from '../../../tests/support/chamber.ts'
import { pendingProposals } from '../proposals.ts'
import { type Concern, concernsOf } from './concerns.ts'

const CLAUSE = 2

/** What concerns the delegation in the chamber as it stands. */
async function concerns(chamber: Chamber, delegation: string): Promise<readonly Concern[]> {
  const record = await chamber.record()
  const words = await chamber.words()
  const ids = Object.keys(record.clauses).filter((id) => record.clauses[id]?.label)
  const texts = new Map(ids.map((id, index) => [id, words[index] ?? '']))
  return concernsOf({ record, proposals: pendingProposals({ record, effects: {} }), texts, delegation })
}

const second = async (chamber: Chamber): Promise<string> =>
  Object.entries((await chamber.record()).clauses).find(([, { label }]) => label === String(CLAUSE))?.[0] ??
  ''

const told = (all: readonly Concern[]) => all.map(({ is }) => is)

test('a rival of what the delegation proposed concerns it, and both sides', async () => {
  const chamber = await Chamber.open()
  const clause = await second(chamber)
  await chamber.as('FRA').proposes(clause, 'menace', 'danger')
  await chamber.as('BRA').proposes(clause, 'menace', 'crise')
  expect(told(await concerns(chamber, 'FRA'))).toEqual(['rival'])
  expect(told(await concerns(chamber, 'BRA'))).toEqual(['rival'])
  expect(told(await concerns(chamber, 'KEN'))).toEqual([])
})

test('a mention concerns the delegation until it has spoken, and a reply those who spoke before', async () => {
  const chamber = await Chamber.open()
  const clause = await second(chamber)
  const { thread = '' } = await chamber
    .as('FRA')
    .do({ do: 'comment.make', on: { clause }, words: '@BRA: d’accord ?' })
  expect(told(await concerns(chamber, 'BRA'))).toEqual(['mention'])
  await chamber.as('BRA').do({ do: 'comment.reply', thread, words: 'Presque.' })
  expect(told(await concerns(chamber, 'BRA'))).toEqual([])
  expect(told(await concerns(chamber, 'FRA'))).toEqual(['reply'])
  await chamber.as('FRA').do({ do: 'thread.resolve', thread, resolved: true })
  expect(told(await concerns(chamber, 'FRA'))).toEqual([])
})

test('a decision on what the delegation proposed concerns it', async () => {
  const chamber = await Chamber.open()
  const amendment = await chamber.as('FRA').proposes(await second(chamber), 'menace', 'danger')
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'reject' })
  expect(told(await concerns(chamber, 'FRA'))).toEqual(['decided'])
})

test('what would amend the delegation’s own amendment concerns it, until it has taken it in', async () => {
  const chamber = await Chamber.open()
  const clause = await second(chamber)
  const parent = await chamber.as('BRA').proposes(clause, 'la menace', 'le grave danger')
  const { draft = '' } = await chamber.as('FRA').do({ do: 'draft.open', amends: parent })
  const doc = await chamber.as('FRA').tab(draft)
  await chamber.as('FRA').write(draft, doc, () => replace(doc, clause, 'grave', 'vrai'))
  const { amendment = '' } = await chamber.as('FRA').do({ do: 'amendment.table', draft, reason: '' })
  expect(told(await concerns(chamber, 'BRA'))).toEqual(['amended'])
  expect(told(await concerns(chamber, 'KEN'))).toEqual([])
  const sub = (await chamber.record()).amendments[amendment]
  const wording = sub ? wordingInForce(sub).wording : ''
  await chamber.as('BRA').do({ do: 'amendment.incorporate', amendment, wording })
  expect(told(await concerns(chamber, 'BRA'))).toEqual([])
})

test('a text under a silence procedure concerns every delegation before all else, read or not', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes(await second(chamber), 'menace', 'danger')
  await chamber.as('SEC').do({ do: 'stage.move', to: 'consolidation' })
  await chamber.as('SEC').do({ do: 'silence.open' })
  await chamber.as('SEC').do({ do: 'comment.make', on: { amendment: 'FRA-1' }, words: '@FRA: d’accord ?' })
  expect(told(await concerns(chamber, 'FRA'))).toEqual(['silence unseen', 'mention'])
  await chamber.as('FRA').do({ do: 'silence.see', version: 0 })
  expect(told(await concerns(chamber, 'FRA'))).toEqual(['silence', 'mention'])
  await chamber.as('KEN').do({ do: 'silence.break', version: 0, reason: 'Trop tôt.' })
  expect(told(await concerns(chamber, 'FRA'))).toEqual(['silence broken', 'mention'])
  expect(told(await concerns(chamber, 'KEN'))).toEqual([])
})

test('another wording of what the delegation amends concerns it: to confirm what followed, to redo what lost its place', async () => {
  const chamber = await Chamber.open()
  const clause = await second(chamber)
  const parent = await chamber.as('BRA').proposes(clause, 'la menace', 'le grave danger')
  const amends = async (who: string, was: string, by: string) => {
    const { draft = '' } = await chamber.as(who).do({ do: 'draft.open', amends: parent })
    const doc = await chamber.as(who).tab(draft)
    await chamber.as(who).write(draft, doc, () => replace(doc, clause, was, by))
    await chamber.as(who).do({ do: 'amendment.table', draft, reason: '' })
  }
  await amends('FRA', 'danger', 'risque')
  await amends('KEN', 'grave', 'vrai')
  const { draft = '' } = await chamber.as('BRA').do({ do: 'draft.open', revises: parent })
  const doc = await chamber.as('BRA').tab(draft)
  await chamber.as('BRA').write(draft, doc, () => replace(doc, clause, 'grave', 'terrible'))
  await chamber.as('BRA').do({ do: 'amendment.table', draft, reason: '' })
  expect(told(await concerns(chamber, 'FRA'))).toEqual(['new wording'])
  expect(told(await concerns(chamber, 'KEN'))).toEqual(['replaced'])
})
