import * as Y from 'yjs'
import {
  type Attacks,
  begins,
  block,
  EMOJI,
  emojiIn,
  expectRefused,
  known,
  within,
} from '../support/attacker.ts'
import {
  /** Updates that say wrongly what stands beside them. */
  blockAt,
  characterAt,
  collected,
  deleted,
  type Forged,
  forge,
  skipped,
  words,
} from '../support/forgery.ts'

const ATTACKS: Attacks = {
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
}

expectRefused(ATTACKS)
