import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newBlock, textRoot } from '../../shared/text.ts'
import { replace } from '../support/chamber.ts'
import {
  binary,
  blockAt,
  blockWords,
  characterAt,
  collected,
  deleted,
  document,
  element,
  embedded,
  type Forged,
  forge,
  formatted,
  type Id,
  type Run,
  skipped,
  type,
  values,
  words,
  wordsAt,
} from '../support/forgery.ts'
import { Siege } from '../support/siege.ts'

/** Somebody who may write in the draft, and whose bytes are their own. */
interface Attacker {
  readonly siege: Siege
  readonly doc: Y.Doc
  /** An update of the tab's own pen. */
  writes(...structs: readonly Forged[]): Uint8Array
  /** The id of the n-th unit that the pen writes. */
  own(clock: number): Id
}

const attackerOf = (siege: Siege): Attacker => ({
  siege,
  doc: siege.doc,
  writes: (...structs) => forge([{ client: siege.pen, clock: 0, structs }]),
  own: (clock) => ({ client: siege.pen, clock }),
})

/** `Affirmant …` is block 1; its characters 0 and 1 are side by side. */
const begins = (doc: Y.Doc) => ({ origin: characterAt(doc, 1, 0), right: characterAt(doc, 1, 1) })
/** A block after the first clause, with its id and words. */
const block = (at: Attacker, id: readonly unknown[] = ['mine'], kind = 'clause'): Forged[] => [
  { origin: blockAt(at.doc, 1), right: blockAt(at.doc, 2), content: element(kind) },
  { parent: at.own(0), sub: 'id', content: values(...id) },
  { parent: at.own(0), content: blockWords },
  { parent: at.own(1 + id.length), content: words('New') },
]
const MOVE = { clause: 'c1', after: 'c2', turn: 1 }
/** A name for a move that the attacker's own pen may write. */
const own = ({ siege }: Attacker): string => `m${siege.pen}-1`
const inWords = (text: string) => (at: Attacker) => at.writes({ ...begins(at.doc), content: words(text) })
const within = (content: Forged['content']) => (at: Attacker) => at.writes({ ...begins(at.doc), content })

test('the forger can write: what is refused here is refused for what it does', async () => {
  const siege = await Siege.lay()
  const at = attackerOf(siege)
  expect(await siege.write(at.writes(...block(at), { ...begins(siege.doc), content: words('x') }))).toBeNull()
  const next = { client: siege.pen, clock: 7 }
  const moves = [
    { parent: 'moves', sub: own(at), content: values(MOVE) },
    { origin: next, content: values({ ...MOVE, after: null }) },
  ]
  expect(await siege.write(forge([{ ...next, structs: moves }]))).toBeNull()
  expect(await siege.fault()).toBeNull()
})

const ATTACKS: { readonly [kind: string]: { readonly [what: string]: (at: Attacker) => Uint8Array } } = {
  '[P2] ids that were not given': {
    'a pen that nobody was given': ({ doc }) => signed(4_242, doc),
    'the pen of the text as laid': ({ doc }) => signed(1, doc, Y.getState(doc.store, 1)),
    'the pen of the server': ({ doc }) => signed(2, doc),
    'pen 0': ({ doc }) => signed(0, doc),
    'the highest number there is': ({ doc }) => signed(Number.MAX_SAFE_INTEGER, doc),
    'a gap in the clock': ({ siege, doc }) => signed(siege.pen, doc, 1),
    'a clock beyond any text': ({ siege, doc }) => signed(siege.pen, doc, 2 ** 40),
    'a second run of the same pen that leaves a gap': ({ siege, doc }) =>
      forge([run(siege.pen, 0, doc), run(siege.pen, 9, doc)]),
    'two runs of the same pen that follow each other': ({ siege, doc }) =>
      forge([run(siege.pen, 0, doc), run(siege.pen, 1, doc)]),
    'a run of nothing at all': ({ siege }) => forge([{ client: siege.pen, clock: 0, structs: [] }]),
    "one's own pen beside a foreign one": ({ siege, doc }) =>
      forge([run(siege.pen, 0, doc), run(99, 0, doc)]),
  },
  '[P3] what would wait for something': {
    'a neighbour that nobody has written': ({ doc, ...at }) =>
      at.writes({ origin: { client: 1, clock: Y.getState(doc.store, 1) }, content: words('x') }),
    'a neighbour of a pen that nobody has': (at) =>
      at.writes({ right: { client: 77, clock: 0 }, content: words('x') }),
    'itself as its neighbour': (at) => at.writes({ origin: at.own(0), content: words('x') }),
    'a parent that comes later': (at) => at.writes({ parent: at.own(1), content: words('x') }),
    'a thousand that wait for each other': (at) =>
      at.writes(...Array.from({ length: 1_000 }, (_, n) => ({ origin: at.own(n + 1), content: words('x') }))),
    'what everybody has already, beside what nobody has written': () =>
      known({ origin: { client: 77, clock: 0 }, content: words('D') }),
    'what everybody has already, before what nobody has written': () =>
      known({ right: { client: 77, clock: 0 }, content: words('D') }),
    'what everybody has already, in what nobody has written': () =>
      known({ parent: { client: 77, clock: 0 }, content: words('D') }),
    'what everybody has already, after what the same pen has yet to write': () =>
      known({ origin: { client: 1, clock: 100_000 }, content: words('D') }),
    'new words behind known ones that wait': (at) =>
      forge([
        { client: 1, clock: 0, structs: [{ origin: { client: 77, clock: 0 }, content: words('D') }] },
        { client: at.siege.pen, clock: 0, structs: [{ ...begins(at.doc), content: words('x') }] },
      ]),
    "a delete of what one's own pen will write": ({ siege }) => forge([], [[siege.pen, [[0, 1]]]]),
    'a delete of what another will write': () => forge([], [[3, [[0, 50]]]]),
    'a delete that goes on after the end': ({ doc }) => forge([], [[1, [[Y.getState(doc.store, 1) - 1, 2]]]]),
    'a delete of all that will ever be': () => forge([], [[1, [[0, Number.MAX_SAFE_INTEGER]]]]),
  },
  '[P3] other places': {
    'the record': (at) => at.writes({ parent: 'record', sub: 'stage', content: values('final') }),
    'another root': (at) => at.writes({ parent: 'elsewhere', content: words('x') }),
    'a root of a name that every object has': (at) =>
      at.writes({ parent: '__proto__', sub: 'id', content: values('x') }),
    'the text outside of any block': (at) => at.writes({ parent: 'text', content: words('x') }),
    'an attribute of the text': (at) => at.writes({ parent: 'text', sub: 'id', content: values('x') }),
    'words in words': (at) =>
      at.writes({ ...begins(at.doc), content: words('a') }, { parent: at.own(0), content: words('b') }),
    'words in a character of the text': (at) =>
      at.writes({ parent: characterAt(at.doc, 1, 0), content: words('x') }),
    'words beside a block': (at) => at.writes({ origin: blockAt(at.doc, 1), content: words('x') }),
    'words beside the words of a block': (at) =>
      at.writes({ origin: wordsAt(at.doc, 1), content: words('x') }),
    "words beside a block's id": (at) => at.writes({ origin: idAt(at.doc, 1), content: words('x') }),
    "words in the place of a block's id": (at) =>
      at.writes({ parent: blockAt(at.doc, 1), sub: 'id', content: words('c9') }),
  },
  '[P3] moves': {
    'one under a name that is none': (at) => at.writes({ parent: 'moves', sub: 'c1', content: values(MOVE) }),
    'one under a name that every object has': (at) =>
      at.writes({ parent: 'moves', sub: '__proto__', content: values(MOVE) }),
    'one under the pen of another': (at) =>
      at.writes({ parent: 'moves', sub: 'm1-1', content: values(MOVE) }),
    'one without a name': (at) => at.writes({ parent: 'moves', content: values(MOVE) }),
    'two at once': (at) => at.writes({ parent: 'moves', sub: own(at), content: values(MOVE, MOVE) }),
    'words for one': (at) => at.writes({ parent: 'moves', sub: own(at), content: words('c1') }),
    'a block for one': (at) => at.writes({ parent: 'moves', sub: own(at), content: element('clause') }),
    'one of a name that is none': (at) =>
      at.writes({ parent: 'moves', sub: own(at), content: values({ ...MOVE, clause: '__proto__' }) }),
    'one that never comes to its turn': (at) =>
      at.writes({
        parent: 'moves',
        sub: own(at),
        content: values({ ...MOVE, turn: Number.MAX_SAFE_INTEGER }),
      }),
    'words beside one': (at) =>
      at.writes(
        { parent: 'moves', sub: own(at), content: values(MOVE) },
        { origin: at.own(0), content: words('x') },
      ),
    'one in the place of words': (at) => at.writes({ parent: 'text', sub: own(at), content: values(MOVE) }),
    'one in a block': (at) => at.writes({ parent: blockAt(at.doc, 1), sub: own(at), content: values(MOVE) }),
    'one before another': (at) =>
      at.writes(
        { parent: 'moves', sub: own(at), content: values(MOVE) },
        { right: at.own(0), content: values(MOVE) },
      ),
  },
  '[P3] other things': {
    'a block in a block': (at) => at.writes({ origin: wordsAt(at.doc, 1), content: element('clause') }),
    'a block in words': within(element('clause')),
    'a map in words': within(type(1)),
    'a list in words': within(type(0)),
    'a text in words': within(type(2)),
    'a hook in words': within(type(5, 'hook')),
    'a document in words': within(document('guid')),
    'an unknown kind of block': (at) => at.writes(...block(at, ['mine'], 'script')),
    'a second title': (at) => at.writes(...block(at, ['mine'], 'title')),
    'a kind that every object has': (at) => at.writes(...block(at, ['mine'], 'constructor')),
    'an unknown attribute': (at) =>
      at.writes({ parent: blockAt(at.doc, 1), sub: 'label', content: values('9') }),
    'an attribute of words': (at) =>
      at.writes({ parent: wordsAt(at.doc, 1), sub: 'lang', content: values('fr') }),
    'an attribute that every object has': (at) =>
      at.writes({ parent: blockAt(at.doc, 1), sub: '__proto__', content: values('x') }),
    'an embedded object': within(embedded({ image: 'x' })),
    'bold words': within(formatted('strong', {})),
    'an identity mark': within(formatted('ychange', { user: 'SEC' })),
    bytes: within(binary(1, 2, 3)),
    'a value': within(values('x')),
    'values without end': within(values(...Array<string>(500).fill('x'))),
    'content of a kind that there is not': within({ ...binary(), ref: 31 }),
  },
  '[P3] blocks of the text': {
    'one deleted': ({ doc }) => forge([], [[1, [[blockAt(doc, 1).clock, 1]]]]),
    'one retyped': (at) =>
      forge(
        [{ client: at.siege.pen, clock: 0, structs: block(at, ['c1'], 'title') }],
        [[1, [[blockAt(at.doc, 1).clock, 1]]]],
      ),
    'one put in another of its name': (at) =>
      forge(
        [{ client: at.siege.pen, clock: 0, structs: block(at, ['c1']) }],
        [[1, [[blockAt(at.doc, 1).clock, 1]]]],
      ),
    'all deleted': ({ doc }) => forge([], [[1, [[0, Y.getState(doc.store, 1)]]]]),
    'its words deleted as a whole': ({ doc }) => forge([], [[1, [[wordsAt(doc, 1).clock, 1]]]]),
    'its id deleted': ({ doc }) => forge([], [[1, [[idAt(doc, 1).clock, 1]]]]),
    'its id written anew': (at) =>
      at.writes({ parent: blockAt(at.doc, 1), sub: 'id', content: values('c1') }),
    'its words replaced': (at) =>
      forge(
        [
          {
            client: at.siege.pen,
            clock: 0,
            structs: [
              { right: wordsAt(at.doc, 1), content: blockWords },
              { parent: at.own(0), content: words('Other words') },
            ],
          },
        ],
        [[1, [[wordsAt(at.doc, 1).clock, 1]]]],
      ),
    'other words hidden before its own': (at) =>
      forge(
        [
          {
            client: at.siege.pen,
            clock: 0,
            structs: [
              { right: wordsAt(at.doc, 1), content: blockWords },
              { parent: at.own(0), content: words('zz') },
            ],
          },
        ],
        [[at.siege.pen, [[0, 3]]]],
      ),
    'a copy of one with its id': (at) => at.writes(...block(at, ['c1'])),
    'an id of two values, of which one is taken': (at) => at.writes(...block(at, ['c1', 'mine'])),
    'an id that is an object': (at) => at.writes(...block(at, [{ toString: 'c1' }])),
    'an id that is a number': (at) => at.writes(...block(at, [7])),
    'an id that every object has': (at) => at.writes(...block(at, ['constructor'])),
    'an id that is the prototype': (at) => at.writes(...block(at, ['__proto__'])),
    'no id': (at) =>
      at.writes(
        { origin: blockAt(at.doc, 1), right: blockAt(at.doc, 2), content: element('clause') },
        { parent: at.own(0), content: blockWords },
      ),
    'no words': (at) =>
      at.writes(
        { origin: blockAt(at.doc, 1), right: blockAt(at.doc, 2), content: element('clause') },
        { parent: at.own(0), sub: 'id', content: values('mine') },
      ),
  },
  '[P3] crafted neighbours': {
    'neighbours in two clauses': (at) =>
      at.writes({
        origin: characterAt(at.doc, 1, 0),
        right: characterAt(at.doc, 2, 1),
        content: words('x'),
      }),
    'neighbours in the wrong order': (at) =>
      at.writes({
        origin: characterAt(at.doc, 1, 9),
        right: characterAt(at.doc, 1, 3),
        content: words('x'),
      }),
    'blocks in the wrong order': (at) => {
      const [first, ...rest] = block(at)
      const swapped = { ...first, origin: blockAt(at.doc, 2), right: blockAt(at.doc, 1) } as Forged
      return at.writes(swapped, ...rest)
    },
    'inside of an emoji': (at) =>
      at.writes({
        origin: characterAt(at.doc, 1, EMOJI),
        right: characterAt(at.doc, 1, EMOJI + 1),
        content: words('x'),
      }),
    'inside of an emoji that the same update deletes': (at) =>
      forge(
        [
          {
            client: at.siege.pen,
            clock: 0,
            structs: [{ right: characterAt(at.doc, 1, EMOJI + 1), content: words('x') }],
          },
        ],
        [emojiIn(at.doc, 2)],
      ),
    'inside of an emoji, for what everybody has already': ({ doc }) =>
      known({ origin: characterAt(doc, 1, EMOJI), content: words('D') }),
    'before half an emoji, for what everybody has already': ({ doc }) =>
      known({ right: characterAt(doc, 1, EMOJI + 1), content: words('D') }),
    'inside of an emoji of its own': (at) =>
      at.writes({ ...begins(at.doc), content: words('😀') }, { origin: at.own(0), content: words('x') }),
    'a delete of half an emoji': ({ doc }) => forge([], [emojiIn(doc, 1)]),
    'a delete of an emoji in two halves': ({ doc }) => {
      const { client, clock } = characterAt(doc, 1, EMOJI)
      return forge(
        [],
        [
          [
            client,
            [
              [clock, 1],
              [clock + 1, 1],
            ],
          ],
        ],
      )
    },
    'a struct of no length': within(words('')),
    'deleted words of no length': within(deleted(0)),
    'a struct that was collected': ({ siege }) =>
      forge([{ client: siege.pen, clock: 0, structs: [{ content: collected(3) }] }]),
    'a struct that skips': ({ siege, doc }) =>
      forge([
        {
          client: siege.pen,
          clock: 0,
          structs: [{ content: skipped(3) }, { ...begins(doc), content: words('x') }],
        },
      ]),
    'an empty delete': () => forge([], [[1, [[3, 0]]]]),
    'deletes that overlap': () =>
      forge(
        [],
        [
          [
            1,
            [
              [20, 9],
              [24, 9],
            ],
          ],
        ],
      ),
    'deletes in no order': () =>
      forge(
        [],
        [
          [
            1,
            [
              [30, 2],
              [20, 2],
            ],
          ],
        ],
      ),
    'deletes of one client said twice': () =>
      forge(
        [],
        [
          [1, [[20, 9]]],
          [1, [[20, 9]]],
        ],
      ),
  },
  '[P3] words that are none': {
    'a null character': inWords('a\u0000b'),
    'an escape': inWords('\u001b[31m'),
    'a tab': inWords('a\tb'),
    'a carriage return': inWords('a\rb'),
    'a line separator': inWords('a\u2028b'),
    'a control character of the second row': inWords('a\u0085b'),
    'a right-to-left override': inWords('\u202egnp'),
    'an isolate': inWords('a\u2066b'),
    'a character that could not be read': inWords('a\ufffdb'),
    'a character that no XML can hold': inWords('a\ufffeb'),
  },
  '[P3] too much': {
    'more bytes than an update may have': inWords('x'.repeat(19_999).repeat(4)),
    'a struct that is too long': inWords('x'.repeat(20_001)),
    'too many structs': (at) =>
      at.writes(
        ...Array.from({ length: 1_001 }, (_, n) => ({
          origin: n === 0 ? characterAt(at.doc, 1, 0) : at.own(n - 1),
          content: deleted(1),
        })),
      ),
    'a thousand words that all claim one place': (at) =>
      at.writes(
        ...Array.from({ length: 1_000 }, (_, n) => ({
          origin: characterAt(at.doc, 1, 0),
          right: characterAt(at.doc, 1, 1 + (n % 2)),
          content: words('x'),
        })),
      ),
    'thirty million structs in seven bytes': () => new Uint8Array([1, 0xff, 0xff, 0xff, 0x7f, 1, 0]),
    'more clients than there can be': () => new Uint8Array([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]),
    'more blocks than a declaration has': ({ doc, siege }) => {
      const copy = new Y.Doc({ gc: false })
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      copy.clientID = siege.pen
      const blocks = Array.from({ length: 200 }, (_, n) =>
        newBlock({ id: `n${n}`, kind: 'clause', text: '' }),
      )
      textRoot(copy).insert(2, blocks)
      return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc))
    },
  },
}

for (const [kind, attacks] of Object.entries(ATTACKS)) {
  describe(`${kind} are refused whole, and everything is as it was:`, () => {
    test.each(Object.entries(attacks))('%s', async (_, attack) => {
      const siege = await withEmoji()
      const update = attack(attackerOf(siege))
      expect(await siege.refuses(() => siege.write(update))).toMatch(/^update\//)
    })
  })
}

describe('[P3] an honest update that was damaged on its way', () => {
  const honest = async () => {
    const siege = await withEmoji()
    const before = Y.encodeStateVector(siege.doc)
    siege.doc.transact(() => {
      replace(siege.doc, 'c2', 'la menace', 'le danger 😀')
      textRoot(siege.doc).insert(2, [newBlock({ id: 'mine', kind: 'clause', text: 'Notant' })])
    })
    return { siege, update: Y.encodeStateAsUpdate(siege.doc, before) }
  }

  test('is refused wherever it was cut off', async () => {
    const { siege, update } = await honest()
    for (let length = 0; length < update.length; length++) {
      const cut = update.slice(0, length)
      expect(await siege.refuses(() => siege.write(cut)), `cut at ${length}`).toMatch(/^update\//)
    }
    expect(await siege.write(update)).toBeNull()
  })

  test('is refused, or leaves a draft of this text, whichever bit was turned', async () => {
    const { update } = await honest()
    for (let bit = 0; bit < update.length * 8; bit++) {
      const turned = update.slice()
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const siege = await withEmoji()
      const before = await siege.state()
      if (await siege.write(turned)) expect(await siege.state()).toEqual(before)
      else expect(await siege.fault(), `bit ${bit}`).toBeNull()
    }
  })

  test('changes nothing when it comes twice', async () => {
    const { siege, update } = await honest()
    await siege.write(update)
    expect(await siege.refuses(() => siege.write(update))).toBe('admitted')
  })
})

/** Where the emoji stands in the first clause, in UTF-16 units. */
const EMOJI = 'Affirmant le rôle central que doit jouer la police'.length

/** The first clause ends with an emoji that is the text's own. */
const withEmoji = (): Promise<Siege> =>
  Siege.lay(async (chamber) => {
    const amendment = await chamber.as('BRA').proposes('c1', '', '😀')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
  })

const run = (client: number, clock: number, doc: Y.Doc): Run => ({
  client,
  clock,
  structs: [{ ...begins(doc), content: words('x') }],
})
/** Under the id of the first thing of the text as laid. */
const known = (struct: Forged) => forge([{ client: 1, clock: 0, structs: [struct] }])
const signed = (client: number, doc: Y.Doc, clock = 0) => forge([run(client, clock, doc)])

const emojiIn = (doc: Y.Doc, length: number) => {
  const { client, clock } = characterAt(doc, 1, EMOJI)
  return [client, [[clock, length]]] as const
}

/** The item of a block's id. */
function idAt(doc: Y.Doc, index: number): Id {
  const item = (textRoot(doc).get(index) as Y.XmlElement)._map.get('id')
  if (!item) throw new Error(`block ${index} has no id`)
  return item.id
}
