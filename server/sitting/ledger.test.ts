import { describe, expect, test } from 'vitest'
import { includes, isContinued, leafOf } from '../../shared/ledger.ts'
import { stateOfText } from '../../shared/version.ts'
import { Chamber, must } from '../../tests/support/chamber.ts'
import { MemoryArchive } from '../../tests/support/memory-archive.ts'
import { type Move, moves } from '../../tests/support/negotiation.ts'
import { Plenary } from '../../tests/support/plenary.ts'
import { holds, holdsInTurn } from '../../tests/support/property.ts'
import type { Entry } from '../archive/contract.ts'
import { ledgerOf } from './ledger.ts'
import { State } from './state.ts'

/** Everything that the rules promise of a position: text, record, versions, and what the ledger signs. */
const seen = (state: State) => ({
  text: stateOfText(state.text, {}),
  record: JSON.stringify(state.record),
  versions: [...state.versions],
  size: state.ledger().size,
  root: state.ledger().root(),
})

describe('[V1][V2] replaying a journal', () => {
  test('gives the text, the record and the root that the live server had, at every position', async () => {
    await holdsInTurn('replay', [moves(8)], async (steps) => {
      const live: { entry: Entry; seen: ReturnType<typeof seen> }[] = []
      const archive = new MemoryArchive()
      const chamber = await Chamber.open(archive)
      const [laid] = await entriesOf(archive)
      const state = must(await chamber.sitting.look((_, it) => it))
      archive.onAppend = (entry) => void live.push({ entry: structuredClone(entry), seen: seen(state) })
      for (const step of steps) await anything(chamber, step)
      await chamber.sitting.close()

      const replayed = new State()
      if (laid) replayed.replay(laid)
      for (const [position, { entry, seen: was }] of live.entries()) {
        replayed.replay(entry)
        expect([position, seen(replayed)]).toEqual([position, was])
      }
    })
  })

  test('gives each act the root of all before it, whatever a meeting decides', () => {
    holds('roots', [moves(20)], (steps: readonly Move[]) => {
      const plenary = new Plenary()
      const roots = [plenary.state.ledger().root()]
      for (const step of steps) {
        plenary.move(step)
        // Internal acts leave no trace in it.
        const { size } = plenary.state.ledger()
        while (roots.length < size) roots.push(plenary.state.ledger().root(roots.length + 1))
      }
      const file = ledgerOf(plenary.record, plenary.state).file()
      expect(file.acts.slice(1).map(({ before }) => before)).toEqual(roots.slice(0, -1))
      expect(file.acts.map(({ act }) => act)).toEqual(plenary.state.acts)
    })
  })
})

describe('[V3] what a ledger proves', () => {
  test('every public act stands in it, and every head holds the earlier ones', async () => {
    const chamber = await meeting()
    const { head, proofs, bridges, acts } = must(
      await chamber.sitting.look((record, state) => {
        const ledger = ledgerOf(record, state)
        return {
          head: ledger.head(),
          acts: [...state.acts],
          proofs: state.acts.map(({ act }) => must(ledger.proof(act))),
          bridges: state.acts.map((_, from) => ({
            from: { size: from, root: state.ledger().root(from) },
            ...{ path: must(ledger.consistency(from, null)).path },
          })),
        }
      }),
    )
    for (const [index, { path, leaf }] of proofs.entries()) {
      const act = acts[index]
      expect(act && leafOf(act)).toBe(leaf)
      expect(includes({ index, size: head.size, leaf, path, root: head.root })).toBe(true)
    }
    for (const bridge of bridges) expect(isContinued({ ...bridge, to: head })).toBe(true)
  })

  test('nothing of a private draft is in it, neither words nor hashes', async () => {
    const chamber = await meeting()
    const before = must(await chamber.sitting.ledger((it) => it.head()))
    const draft = await chamber.as('BRA').type('c1', 'central', 'confidentiel')
    await chamber.as('BRA').do({ do: 'draft.share', draft, sharing: 'private', members: [] })
    await chamber.as('BRA').do({ do: 'note.make', on: { clause: 'c1' }, words: 'confidentiel' })
    const file = must(await chamber.sitting.ledger((it) => it.file()))
    expect(must(await chamber.sitting.ledger((it) => it.head()))).toEqual(before)
    expect(JSON.stringify(file)).not.toContain('confidentiel')
    const internal = await chamber.record()
    expect(
      must(await chamber.sitting.ledger((it) => ({ of: it.proof(internal.acts - 1) }))).of,
    ).toMatchObject({
      refused: 'act/unknown',
    })
  })

  test('sizes that it never had are refused', async () => {
    const chamber = await meeting()
    for (const [from, to] of [
      [0, 99],
      [3, 2],
      [99, null],
    ] as const) {
      const answer = await chamber.sitting.ledger((it) => it.consistency(from, to))
      expect(answer).toMatchObject({ refused: 'ledger/size' })
    }
  })
})

async function meeting(): Promise<Chamber> {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('KEN').do({ do: 'comment.make', on: { clause: 'c1' }, words: 'Pourquoi ?' })
  await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
  await chamber.as('SEC').do({ do: 'version.issue', symbol: 'Rev.1' })
  return chamber
}

async function entriesOf(archive: MemoryArchive): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of (await archive.copy().journal('declaration')).entries()) entries.push(entry)
  return entries
}

async function anything(chamber: Chamber, [kind, a, b]: Move): Promise<void> {
  const voice = chamber.as(['FRA', 'BRA', 'KEN'][a % 3] ?? 'FRA')
  const desk = chamber.as('SEC')
  const clause = `c${(b % 3) + 1}`
  const pending = Object.values((await chamber.record()).amendments).find(({ state }) => state === 'pending')
  switch (kind % 8) {
    case 0:
      return void (await voice.type(clause, '', ` mot${kind}`))
    case 1:
      return void (await voice.addClause(clause, `n${kind}${a}${b}`, 'Invitant'))
    case 2:
    case 3:
      return void (await voice.try({ do: 'amendment.table', draft: (await voice.draft()).id, reason: '' }))
    case 4:
      return void (await voice.do({ do: 'comment.make', on: { clause }, words: 'Pourquoi ?' }))
    case 5:
    case 6:
      if (pending) await desk.try({ do: 'amendment.decide', amendment: pending.id, decision: 'accept' })
      return
    default:
      return void (await desk.try({ do: 'version.issue', symbol: `Rev.${kind}` }))
  }
}
