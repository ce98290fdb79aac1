import * as Y from 'yjs'
import { type Attacks, block, expectRefused, idAt } from '../support/attacker.ts'
import { blockAt, blockWords, element, forge, values, words, wordsAt } from '../support/forgery.ts'

/** Updates that touch the blocks of the text. */

const ATTACKS: Attacks = {
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
}

expectRefused(ATTACKS)
