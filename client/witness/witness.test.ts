import { describe, expect, test } from 'vitest'
import { newSealKey, Seal } from '../../server/seal.ts'
import type { Sha256 } from '../../shared/ids.ts'
import { leafHash, Tree } from '../../shared/ledger.ts'
import { Witness } from './declarationWitness.ts'
import { recall, type Way } from './seen.ts'

const AT = '2009-10-12T09:00:00.000Z'
const leaves = (...words: readonly string[]): Sha256[] =>
  words.map((it) => leafHash(new TextEncoder().encode(it)))

/** A server that shows one history, and proves what can be proved of it. */
class Shown {
  private readonly tree: Tree
  private readonly seal: Seal
  constructor(seal: Seal, ...words: readonly string[]) {
    this.seal = seal
    this.tree = Tree.of(leaves(...words))
  }
  get means() {
    return {
      now: () => AT,
      askHead: async () => this.seal.seal('d', { size: this.tree.size, root: this.tree.root() }),
      askProof: async (from: number, to: number) => ({ from, to, path: this.tree.consistency(from, to) }),
    }
  }
}

/** The part of a browser that remembers. */
function shelf() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

const seal = new Seal(newSealKey(), 'https://paraph.example.org')
const three = new Shown(seal, 'laid', 'tabled', 'accepted')
const five = new Shown(seal, 'laid', 'tabled', 'accepted', 'withdrawn', 'closed')

test('[V3] a browser remembers what it saw, and a record that has grown agrees with it', async () => {
  const store = shelf()
  await new Witness('d', store).look(three.means)
  const witness = new Witness('d', store)
  await witness.look(five.means)
  expect(witness.get().finding).toMatchObject({
    is: 'agrees',
    before: { checkpoint: expect.stringContaining('\n3\n') },
  })
  expect(witness.get().memory.seen?.checkpoint).toContain('\n5\n')
  await witness.look(five.means)
  expect(witness.get().finding?.is).toBe('agrees')
})

test.each<[Way, string, Shown]>([
  ['rewritten', 'a word of an act was changed', new Shown(seal, 'laid', 'TABLED', 'accepted', 'closed')],
  ['rewritten', 'as many acts, and others', new Shown(seal, 'laid', 'tabled', 'rejected')],
  ['rewritten', 'two acts have changed places', new Shown(seal, 'tabled', 'laid', 'accepted', 'closed')],
  ['shorter', 'an act is gone', new Shown(seal, 'laid', 'tabled')],
  [
    'other key',
    'the key is another',
    new Shown(new Seal(newSealKey(), 'https://paraph.example.org'), 'laid'),
  ],
])('[V3] a browser warns: %s, where %s', async (way, _, shown) => {
  const store = shelf()
  await new Witness('d', store).look(three.means)
  const witness = new Witness('d', store)
  await witness.look(shown.means)
  expect(witness.get().memory.contradiction).toMatchObject({
    way,
    before: { checkpoint: expect.stringContaining('\n3\n') },
  })
  // What it saw first is what it goes on comparing with.
  expect(witness.get().memory.seen?.checkpoint).toContain('\n3\n')
})

test('[V3] a proof that proves nothing is a warning, and one that is missing is none yet', async () => {
  const store = shelf()
  await new Witness('d', store).look(three.means)
  const witness = new Witness('d', store)
  await witness.look({ ...five.means, askProof: async () => ({ refused: 'network', detail: '' }) })
  expect(witness.get().finding?.is).toBe('unproved')
  await witness.look({ ...five.means, askProof: async (from, to) => ({ from, to, path: [] }) })
  expect(witness.get().memory.contradiction?.way).toBe('rewritten')
})

describe('[V3] a server that shows a later record and never proves that it holds what was seen', () => {
  const at = (minute: number) => () => new Date(Date.parse(AT) + minute * 60_000).toISOString()
  const failing = { refused: 'server/fault', detail: '' } as const
  const owing = { ...five.means, askProof: async () => failing }
  const seen = async () => {
    const store = shelf()
    await new Witness('d', store).look(three.means)
    return store
  }
  const wayIn = (store: ReturnType<typeof shelf>) => recall(store, 'd').contradiction?.way

  test('is said, at the third time and after five minutes, over loadings of the page', async () => {
    const store = await seen()
    for (const minute of [0, 1, 4]) await new Witness('d', store).look({ ...owing, now: at(minute) })
    expect(wayIn(store)).toBeUndefined()
    await new Witness('d', store).look({ ...owing, now: at(5) })
    expect(recall(store, 'd')).toMatchObject({
      contradiction: { way: 'unproved', shown: { checkpoint: expect.stringContaining('\n5\n') } },
      seen: { checkpoint: expect.stringContaining('\n3\n') },
    })
  })

  test('is said no more once it does', async () => {
    const store = await seen()
    const witness = new Witness('d', store)
    for (const minute of [0, 3, 6]) await witness.look({ ...owing, now: at(minute) })
    expect(wayIn(store)).toBe('unproved')
    await witness.look({ ...five.means, now: at(7) })
    expect(witness.get().memory).toEqual({
      contradiction: null,
      seen: expect.objectContaining({ checkpoint: expect.stringContaining('\n5\n') }),
    })
  })

  test('is told as what it is, once a proof comes that proves nothing', async () => {
    const store = await seen()
    const witness = new Witness('d', store)
    for (const minute of [0, 3, 6]) await witness.look({ ...owing, now: at(minute) })
    await witness.look({ ...five.means, askProof: async (from, to) => ({ from, to, path: [] }) })
    expect(wayIn(store)).toBe('rewritten')
  })

  test('is not what a server does that can not be reached at all', async () => {
    const store = await seen()
    const away = { ...five.means, askHead: async () => ({ refused: 'network', detail: '' }) as const }
    for (const minute of [0, 3, 6, 60]) await new Witness('d', store).look({ ...away, now: at(minute) })
    expect(recall(store, 'd')).toEqual({ seen: expect.anything(), contradiction: null })
  })
})

test.each([
  ['has no signature', (note: string) => note.split('\n\n')[0] ?? ''],
  [
    'has another signature',
    (note: string) => note.replace(/(.)(.{8}=+\n)$/, (_, one, rest) => (one === 'A' ? 'B' : 'A') + rest),
  ],
  ['has another size', (note: string) => note.replace('\n3\n', '\n4\n')],
  ['is no base64', (note: string) => note.replace(/[^ ]{9}\n$/, '===\n')],
  ['is of another declaration', (note: string) => note.replaceAll('declarations/d', 'declarations/e')],
])('[V3] a browser warns where the checkpoint %s', async (_, change) => {
  const witness = new Witness('d', shelf())
  const { checkpoint, key } = await three.means.askHead()
  await witness.look({ ...three.means, askHead: async () => ({ checkpoint: change(checkpoint), key }) })
  expect(witness.get().memory.contradiction).toMatchObject({ way: 'unsigned', before: null })
})

test('[V3] the same key under another name of the server goes on, and the history is still compared', async () => {
  const pem = newSealKey()
  const [old, renamed] = ['https://old.example.org', 'https://new.example.org'].map((it) => new Seal(pem, it))
  if (!old || !renamed) throw new Error('no seals')
  const store = shelf()
  await new Witness('d', store).look(new Shown(old, 'laid', 'tabled').means)
  const witness = new Witness('d', store)
  await witness.look(new Shown(renamed, 'laid', 'tabled', 'accepted').means)
  expect(witness.get().finding?.is).toBe('agrees')
  await witness.look(new Shown(renamed, 'laid', 'rejected', 'accepted', 'closed').means)
  expect(witness.get().memory.contradiction?.way).toBe('rewritten')
})

test('a warning stays, whatever is shown later, until the person takes the record as a new beginning', async () => {
  const store = shelf()
  const witness = new Witness('d', store)
  await witness.look(five.means)
  await witness.look(three.means)
  await witness.look(five.means)
  expect(recall(store, 'd').contradiction?.way).toBe('shorter')
  witness.goOn()
  expect(witness.get().memory).toMatchObject({
    contradiction: null,
    seen: { checkpoint: expect.stringContaining('\n3\n') },
  })
  await witness.look(five.means)
  expect(witness.get().memory.contradiction).toBeNull()
})

test('an answer that comes late doesn’t contradict what another tab has seen meanwhile', async () => {
  const store = shelf()
  const late = new Witness('d', store)
  await late.look({
    ...three.means,
    askHead: async () => {
      const head = await three.means.askHead()
      await new Witness('d', store).look(five.means)
      return head
    },
  })
  expect(late.get().memory).toMatchObject({
    contradiction: null,
    seen: { checkpoint: expect.stringContaining('\n5\n') },
  })
})

test('a browser that keeps nothing, or nonsense, sees everything for the first time', async () => {
  const store = shelf()
  for (const nonsense of ['', '{', '{}', '{"seen":{"checkpoint":1},"contradiction":null}']) {
    store.kept.set('paraph/ledger/d', nonsense)
    const witness = new Witness('d', store)
    await witness.look(three.means)
    expect(witness.get().finding).toMatchObject({ is: 'agrees', before: null })
  }
})
