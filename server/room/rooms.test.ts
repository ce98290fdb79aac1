import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { readMirror } from '../../shared/mirror.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { recordRoot, TEXT_ROOT } from '../../shared/text.ts'
import { must, replace } from '../../tests/support/chamber.ts'
import { closing, Ether, until } from '../../tests/support/ether.ts'

let ether: Ether
beforeEach(async () => {
  ether = await Ether.open()
})
afterEach(() => ether.close())

const shown = (doc: Y.Doc) => doc.getXmlFragment(TEXT_ROOT).toString()
const synced = (provider: { synced: boolean }) => until('the client is in step', () => provider.synced)

/** France's tab on its own draft, with the pen that the server gave it. */
async function franceWrites() {
  const france = ether.chamber.as('FRA')
  const { draft = '' } = await france.do({ do: 'draft.open' })
  const { pen } = must(await france.sitting.givePen(draft, france.actor))
  const doc = new Y.Doc({ gc: false })
  doc.clientID = pen
  const provider = ether.sit(draft, 'FRA', doc)
  await synced(provider)
  return { draft, doc, provider }
}

describe('the room', () => {
  test('the stock provider gets the text and the record', async () => {
    const provider = ether.enter('KEN')
    await synced(provider)
    expect(shown(provider.doc)).toContain('Soulignant la menace')
    expect(readMirror(recordRoot(provider.doc))?.record.stage).toBe('drafting')
  })

  test("words that France types are seen by Brazil as France's proposal", async () => {
    const brazil = ether.enter('BRA')
    const { draft, doc } = await franceWrites()
    replace(doc, 'c2', 'la menace', 'le danger')
    const live = () => readMirror(recordRoot(brazil.doc))?.live[draft]?.hunks ?? []
    await until('Brazil sees the words', () => live().length > 0)
    expect(live()).toMatchObject([{ clause: 'c2', was: 'la menace', insert: 'le danger' }])
    expect(shown(brazil.doc)).toContain('la menace')
  })

  test("[P1] nobody's socket writes the text or the record", async () => {
    for (const harm of [
      (doc: Y.Doc) => recordRoot(doc).set('stage', 'final'),
      (doc: Y.Doc) => doc.getXmlFragment(TEXT_ROOT).delete(0, 1),
    ]) {
      const provider = ether.enter('FRA')
      await synced(provider)
      const closed = closing(provider)
      harm(provider.doc)
      expect(await closed).toEqual({ code: CLOSE.forbidden, refused: 'update/read-only' })
    }
    const fresh = ether.enter('KEN')
    await synced(fresh)
    expect(shown(fresh.doc)).toContain('Soulignant la menace')
    expect(readMirror(recordRoot(fresh.doc))?.record.stage).toBe('drafting')
  })

  test("[P1] nobody sits at another delegation's table", async () => {
    const { draft } = await franceWrites()
    expect(await closing(ether.sit(draft, 'BRA'))).toMatchObject({ code: CLOSE.forbidden })
  })

  test('without a session, or for a place that does not exist, the socket is told why', async () => {
    expect(await closing(ether.enter('NIL'))).toEqual({ code: CLOSE.noSession, refused: 'session/none' })
    expect(await closing(ether.sit('d99', 'FRA'))).toMatchObject({ code: CLOSE.draftClosed })
  })

  test('[P4] presence says who somebody is, whatever the client claims', async () => {
    const brazil = ether.enter('BRA')
    const france = ether.enter('FRA')
    france.awareness.setLocalState({ user: { name: 'Secretary-General', role: 'secretariat' }, clause: 'c2' })
    const others = () =>
      [...brazil.awareness.getStates()].filter(([id]) => id !== brazil.doc.clientID).map(([, it]) => it)
    await until('Brazil sees France', () => others().length > 0)
    expect(others()).toMatchObject([{ clause: 'c2', user: { delegation: 'FRA', role: 'delegate' } }])
  })

  test('a revoked capacity is shown out at once', async () => {
    const provider = ether.enter('FRA')
    await synced(provider)
    const closed = closing(provider)
    ether.revoke('FRA')
    expect(await closed).toEqual({ code: CLOSE.noSession, refused: 'capacity/revoked' })
  })

  test('bytes that are no message close the socket', async () => {
    const socket = new WebSocket(`${ether.base}/declaration?as=FRA`)
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    socket.on('open', () => socket.send(new Uint8Array([77, 1, 2, 3])))
    expect(await closed).toBe(CLOSE.malformed)
  })

  test('a page of another origin gets no socket', async () => {
    const socket = new WebSocket(`${ether.base}/declaration?as=FRA`, { origin: 'https://elsewhere.example' })
    const answer = await new Promise<string>((resolve) =>
      socket.on('error', (error) => resolve(error.message)),
    )
    expect(answer).toContain('403')
  })
})

describe('a draft that is written by several', () => {
  test('two tabs of one delegation write it together', async () => {
    const one = await franceWrites()
    const other = await franceWrites()
    replace(one.doc, 'c2', 'la menace', 'le danger')
    replace(other.doc, 'c1', 'central', 'majeur')
    await until('both have both', () =>
      [one, other].every(({ doc }) => /danger/.test(shown(doc)) && /majeur/.test(shown(doc))),
    )
  })

  test('the number of messages on disk is told, so that “saved” is true', async () => {
    const { doc, provider } = await franceWrites()
    let saved = 0
    provider.messageHandlers[4] = (_encoder, decoder) => {
      saved = decoder.arr[decoder.pos] ?? 0
    }
    const before = saved
    replace(doc, 'c2', 'la menace', 'le danger')
    await until('the words are on disk', () => saved > before)
    expect((await ether.chamber.record()).drafts).not.toEqual({})
  })

  test('once it is tabled its table is closed, and the text underneath an open one moves with decisions', async () => {
    const { draft, doc, provider } = await franceWrites()
    const brazil = ether.chamber.as('BRA')
    const id = await brazil.proposes('c1', 'central', 'essentiel')
    await ether.chamber.as('SEC').do({ do: 'amendment.decide', amendment: id, decision: 'accept' })
    await until('the draft follows the text', () => shown(doc).includes('essentiel'))
    replace(doc, 'c2', 'la menace', 'le danger')
    const closed = closing(provider)
    await until('the words have come', () => !provider.doc.store.pendingStructs)
    await ether.chamber.as('FRA').do({ do: 'draft.discard', draft })
    expect((await closed).code).toBe(CLOSE.draftClosed)
  })
})
