import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newBlock, textRoot } from '../../shared/text.ts'
import {
  type Attacks,
  attackerOf,
  begins,
  block,
  expectRefused,
  idAt,
  inWords,
  MOVE,
  own,
  within,
} from '../support/attacker.ts'
import {
  binary,
  blockAt,
  characterAt,
  deleted,
  document,
  element,
  embedded,
  forge,
  formatted,
  type,
  values,
  words,
  wordsAt,
} from '../support/forgery.ts'
import { Siege } from '../support/siege.ts'

/** Updates that bring what no draft holds. */

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

const ATTACKS: Attacks = {
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

expectRefused(ATTACKS)
