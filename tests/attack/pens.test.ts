import * as Y from 'yjs'
import { type Attacks, expectRefused, run, signed } from '../support/attacker.ts'
import { forge } from '../support/forgery.ts'

/** Updates under pens that were not given. */

const ATTACKS: Attacks = {
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
}

expectRefused(ATTACKS)
