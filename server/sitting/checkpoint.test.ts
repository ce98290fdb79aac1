import { decode, encode } from 'cborg'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readText } from '../../shared/text.ts'
import { stateOfText } from '../../shared/version.ts'
import { Chamber } from '../../tests/support/chamber.ts'
import { MemoryArchive } from '../../tests/support/memory-archive.ts'
import { moves } from '../../tests/support/negotiation.ts'
import { holdsInTurn } from '../../tests/support/property.ts'
import type { Entry } from '../archive/contract.ts'
import { stateFrom, toCheckpoint } from './checkpoint.ts'
import { State } from './state.ts'

describe('[J5] a checkpoint of a declaration', () => {
  test('with what follows it says the same as everything from the beginning, wherever it was kept', async () => {
    await holdsInTurn('checkpoint', [moves(6)], async (steps) => {
      const entries = await entriesOf(steps)
      const whole = folded(new State(), entries)
      const cut = (steps[0]?.[3] ?? 0) % (entries.length + 1)
      const kept = through(toCheckpoint(folded(new State(), entries.slice(0, cut))))
      const resumed = folded(stateFrom(kept), entries.slice(cut))
      expect(seen(resumed)).toEqual(seen(whole))
    })
  })

  test('is of the moment at which it was asked for, whatever was done before it was written', async () => {
    await holdsInTurn('checkpoint later', [moves(6)], async (steps) => {
      const entries = await entriesOf(steps)
      const cut = (steps[0]?.[3] ?? 0) % (entries.length + 1)
      const state = folded(new State(), entries.slice(0, cut))
      const then = structuredClone(seen(state))
      const kept = toCheckpoint(state)
      folded(state, entries.slice(cut))
      expect(seen(stateFrom(through(kept)))).toEqual(then)
    })
  })

  test('[V1] with a version that is not what its hash says is refused', async () => {
    const state = folded(new State(), await entriesOf([]))
    const spoilt = [...toCheckpoint(state)].map((part) =>
      part.part === 'version' ? { ...part, words: `${part.words} ` } : part,
    )
    expect(() => stateFrom(spoilt)).toThrow('version 0 is not what its hash says')
  })

  test('of another format is refused, and so is one without its head', () => {
    const [head, ...rest] = toCheckpoint(new State())
    expect(() => stateFrom([{ ...head, format: 'paraph-sitting/0' }, ...rest])).toThrow()
    expect(() => stateFrom([{ format: 'paraph-sitting/2' }])).toThrow()
    expect(() => stateFrom(rest)).toThrow('begins with its one head')
    expect(() => stateFrom([])).toThrow('has a head')
  })
})

describe('a sitting', () => {
  test('opens from its last checkpoint, and reads only what follows it', async () => {
    const archive = new MemoryArchive()
    archive.patience = 5
    const chamber = await Chamber.open(archive)
    for (let n = 0; n < 12; n++) await chamber.as('FRA').type('c1', '', ` mot${n}`)
    const again = await Chamber.open(archive.copy())
    expect(again.archive.replayed).toBeLessThanOrEqual(6)
    expect(await again.bytes()).toEqual(await chamber.bytes())
    await again.as('FRA').type('c1', 'mot11', 'le dernier')
    expect(await again.as('FRA').table()).toBe('FRA-1')
  })

  test('keeps one when it closes in order, and then reads nothing', async () => {
    const archive = new MemoryArchive()
    const chamber = await Chamber.open(archive)
    await chamber.as('KEN').proposes('c2', 'la menace', 'le danger')
    await chamber.sittings.close()
    const again = await Chamber.open(archive.copy())
    expect(again.archive.replayed).toBe(0)
    expect(await again.record()).toEqual(await chamber.record())
  })

  test('[J1] goes on when a checkpoint can not be kept', async () => {
    const archive = new MemoryArchive()
    archive.patience = 1
    archive.keepsNothing = true
    const chamber = await Chamber.open(archive)
    await chamber.as('KEN').proposes('c2', 'la menace', 'le danger')
    const again = await Chamber.open(archive.copy())
    expect(Object.keys((await again.record()).amendments)).toEqual(['KEN-1'])
  })

  test('reads everything when its checkpoint is of another release', async () => {
    const archive = new MemoryArchive()
    const chamber = await Chamber.open(archive)
    await chamber.as('KEN').proposes('c2', 'la menace', 'le danger')
    const journal = await archive.journal('declaration')
    await journal.keep([{ format: 'paraph-sitting/0' }])
    const again = await Chamber.open(archive.copy())
    expect(again.archive.replayed).toBeGreaterThan(2)
    expect(Object.keys((await again.record()).amendments)).toEqual(['KEN-1'])
  })
})

const through = (parts: Iterable<unknown>): unknown[] => [...parts].map((part) => decode(encode(part)))

function folded(state: State, entries: readonly Entry[]): State {
  for (const entry of entries) state.replay(entry)
  return state
}

/** All that anybody can learn of a declaration, and all that its next step rests on. */
function seen(state: State) {
  const { record, acts, text, hall, drafts, engrossed, earlier, versions, pens } = state
  return {
    record,
    acts,
    engrossed: [...engrossed],
    earlier: [...earlier],
    versions: [...versions],
    pens: [...pens.values()],
    next: [state.pens.next(), state.nextDraft()],
    text: [stateOfText(text, {}), Y.encodeStateAsUpdate(text)],
    hall: [vectorOf(hall), hall.getMap('record').toJSON(), readText(hall)],
    drafts: [...drafts].map(([id, draft]) => [id, vectorOf(draft), readText(draft), state.draftEdits(id)]),
    pending: Object.values(record?.amendments ?? {})
      .filter((amendment) => amendment.state === 'pending')
      .map((amendment) => state.effectOf(amendment)),
  }
}

const vectorOf = (doc: Y.Doc) =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort((a, b) => a[0] - b[0])

/** What a meeting of random steps writes to its journal. */
async function entriesOf(steps: readonly (readonly [number, number, number, number])[]): Promise<Entry[]> {
  const memory = new MemoryArchive()
  const entries: Entry[] = []
  memory.onAppend = (entry) => void entries.push(structuredClone(entry))
  const chamber = await Chamber.open(memory)
  for (const [kind, a, b] of steps) await anything(chamber, kind, a, b)
  await chamber.sittings.close()
  return entries
}

async function anything(chamber: Chamber, kind: number, a: number, b: number): Promise<void> {
  const voice = chamber.as(['FRA', 'BRA', 'KEN'][a % 3] ?? 'FRA')
  const desk = chamber.as('SEC')
  const clause = `c${(b % 3) + 1}`
  const first = Object.values((await chamber.record()).amendments).find(({ state }) => state === 'pending')
  switch (kind % 7) {
    case 0:
    case 1:
      return void (await voice.type(clause, '', ` mot${kind}`))
    case 2:
      return void (await voice.addClause(clause, `n${kind}${a}${b}`, 'Invitant'))
    case 3:
      return void (await voice.try({ do: 'amendment.table', draft: (await voice.draft()).id, reason: '' }))
    case 4:
      return void (await voice.do({ do: 'comment.make', on: { clause }, words: 'Pourquoi ?' }))
    case 5:
      if (first) await desk.try({ do: 'amendment.decide', amendment: first.id, decision: 'accept' })
      return
    default:
      return void (await desk.try({ do: 'version.issue', symbol: `Rev.${kind}` }))
  }
}
