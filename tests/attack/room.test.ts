import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../../shared/protocol.ts'
import { newDeclarationDoc, recordRoot } from '../../shared/text.ts'
import { enters, repelled, typed } from '../support/attack.ts'
import { must } from '../support/chamber.ts'
import { type Guest, House, step2, updateFrame } from '../support/house.ts'

/** The declaration's room, which everybody reads. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

describe("the declaration's room is written by nobody", () => {
  const harms: { readonly [what: string]: (doc: Y.Doc) => void } = {
    'the stage': (doc) => recordRoot(doc).set('stage', 'final'),
    'an endorsement': (doc) => recordRoot(doc).set('endorsement/FRA', { state: 'FRA' }),
    'an amendment, accepted': (doc) => recordRoot(doc).set('amendment/FRA-1', { state: 'accepted' }),
    'a key that every object has': (doc) => recordRoot(doc).set('__proto__', { polluted: true }),
    'a clause deleted': (doc) => doc.getXmlFragment('text').delete(1, 1),
    'another root': (doc) => doc.getMap('elsewhere').set('a', 1),
  }
  test.each(Object.entries(harms))('%s', async (_, harm) => {
    const doc = newDeclarationDoc()
    Y.applyUpdate(doc, must(await house.chamber.sitting.look((_, { hall }) => Y.encodeStateAsUpdate(hall))))
    const before = Y.encodeStateVector(doc)
    harm(doc)
    for (const frame of [updateFrame, step2]) {
      const update = Y.encodeStateAsUpdate(doc, before)
      const end = await repelled(house, () => enters(house, france, frame(update)))
      expect(end).toEqual({ code: CLOSE.forbidden, refused: 'update/read-only' })
    }
  })

  test('nor by the secretariat, the chair, a minister or an observer', async () => {
    for (const who of ['SEC', 'CHR', 'SGP minister', 'OBS']) {
      const guest = await house.signIn(who)
      const update = await typed(house, 3)
      expect((await repelled(house, () => enters(house, guest, updateFrame(update)))).refused).toBe(
        'update/read-only',
      )
    }
  })
})
