import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { CLOSE } from '../../shared/protocol.ts'
import { newDeclarationDoc, newTextDoc, recordRoot } from '../../shared/text.ts'
import { must } from '../support/chamber.ts'
import { Line as HonestLine } from '../support/delegate.ts'
import { until } from '../support/ether.ts'
import { characterAt, forge, words } from '../support/forgery.ts'
import {
  codeOf,
  type Guest,
  House,
  type Line,
  presenceFrame,
  presences,
  step1,
  step2,
  updateFrame,
} from '../support/house.ts'

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

/** What the attack ended with; everything is as it was, and an honest client comes in and is in step. */
async function repelled(attack: () => Promise<Line>): Promise<{ code: number; refused: string }> {
  const before = await house.state()
  const line = await attack()
  const end = await line.closed
  expect(await house.state()).toEqual(before)
  await expectHonest(await house.signIn('KEN'))
  return end
}

async function expectHonest({ cookie, as }: Guest): Promise<void> {
  const honest = new HonestLine(house.port, 'declaration', newDeclarationDoc(), cookie, as)
  expect(await honest.opened).toBe(true)
  honest.close()
}

const room = async (guest: Guest, ...frames: readonly (Uint8Array | string)[]) => {
  const line = house.room(guest)
  await line.send(...frames)
  return line
}

/** An update of the first clause, with a pen. */
async function typed(pen: number, clock = 0): Promise<Uint8Array> {
  const doc = must(await house.chamber.sitting.look((_, { text }) => text))
  const origin = characterAt(doc, 1, 3)
  return forge([
    { client: pen, clock, structs: [{ origin, right: characterAt(doc, 1, 4), content: words('x') }] },
  ])
}

describe('who may open a socket', () => {
  test.each([
    'https://elsewhere.example',
    'null',
    'http://paraph.example.org',
    'http://127.0.0.1:1',
    'file://',
  ])('not a page of %s', async (origin) => {
    const before = await house.state()
    const line = house.line(france, '/sync/declaration', { origin })
    expect(await line.opened).toBe(false)
    expect(await house.state()).toEqual(before)
    expect(house.refused.map(({ code }) => code)).toEqual(['request/foreign-origin'])
    await expectHonest(france)
  })

  test('a page of our own may', async () => {
    expect(
      await house.line(france, '/sync/declaration', { origin: 'https://paraph.example.org' }).opened,
    ).toBe(true)
  })

  test.each([
    '/sync/../../etc/passwd',
    '/sync/%2e%2e%2fregister.json',
    '/sync/declaration%00',
    '/sync/declaration/',
    '/sync/declaration/drafts/../../other',
    '/sync/declaration/drafts/d1/x',
    '/sync/declaration/drafts/__proto__',
    '/sync/declaration/drafts/constructor',
    '/sync/__proto__',
    '/sync/constructor',
    '/sync/DECLARATION',
    '/sync',
    '/sync//',
    `/sync/${'a'.repeat(500)}`,
    '/elsewhere',
  ])('nobody under %s', async (path) => {
    const { code } = await repelled(async () => house.line(france, path))
    expect([CLOSE.unknown, CLOSE.draftClosed]).toContain(code)
  })

  test('nobody without a session, or with a cookie that was made up', async () => {
    for (const cookie of [
      '',
      'paraph_session=',
      `paraph_session=${'A'.repeat(43)}`,
      'paraph_session=__proto__',
    ]) {
      const stolen = { cookie, as: france.as }
      expect(await repelled(() => room(stolen))).toEqual({ code: CLOSE.noSession, refused: 'session/none' })
    }
  })

  test('nobody with a session that has ended', async () => {
    house.pass(31 * 24 * 60 * 60 * 1_000)
    expect((await repelled(() => room(france))).refused).toBe('session/none')
    const ask = () => house.command(france, { do: 'draft.open' })
    const before = await house.state()
    expect(await ask()).toBe('session/none')
    expect(await house.state()).toEqual(before)
  })

  test('nobody with a cookie from before the last capacity was added', async () => {
    const code = await house.accredit('FRA minister')
    await house.identity.enter(code, france.cookie)
    expect((await repelled(() => room(france))).refused).toBe('session/none')
  })

  test("nobody in a capacity of somebody else's", async () => {
    const brazil = await house.signIn('BRA')
    const end = await repelled(() => room({ cookie: france.cookie, as: brazil.as }))
    expect(end).toEqual({ code: CLOSE.forbidden, refused: 'session/capacity-not-held' })
    for (const as of ['__proto__', 'constructor', ''])
      expect((await house.room({ ...france, as }).closed).refused).toBe('session/capacity-not-held')
  })

  test('nobody in a capacity before its time, and nobody after it', async () => {
    const until = '2009-10-12T12:00:00.000Z'
    const guest = await house.signIn('BRA', { until })
    house.pass(24 * 60 * 60 * 1_000)
    expect((await house.room(guest).closed).refused).toBe('capacity/expired')
  })

  test('[P7] whoever is revoked is out within a second, and refused at every door', async () => {
    const line = await room(france)
    await until('France is in', () => line.heard.length > 0)
    const started = Date.now()
    await house.identity.revoke(france.as)
    expect(await line.closed).toEqual({ code: CLOSE.noSession, refused: 'capacity/revoked' })
    expect(Date.now() - started).toBeLessThan(1_000)
    const before = await house.state()
    expect((await house.room(france).closed).refused).toBe('capacity/revoked')
    expect(await house.command(france, { do: 'draft.open' })).toBe('capacity/revoked')
    expect(await house.state()).toEqual(before)
  })

  test('nor does it help to be at the door when that happens', async () => {
    const resume = house.archive.stall()
    const writing = house.command(france, { do: 'draft.open' })
    await until('the disk works', () => true)
    const line = house.line(france, '/sync/declaration/drafts/d1')
    await line.opened
    await house.identity.revoke(france.as)
    resume()
    await writing
    expect((await line.closed).refused).toBe('capacity/revoked')
  })

  test('whoever signs out everywhere is out everywhere', async () => {
    const lines = [await room(france), await room(france)]
    await Promise.all(lines.map((line) => until('it is in', () => line.heard.length > 0)))
    await house.ask(france, '/api/session', { method: 'DELETE' })
    for (const line of lines) expect((await line.closed).code).toBe(CLOSE.noSession)
  })

  test('nobody with more tabs than anybody has', async () => {
    const lines = Array.from({ length: 62 }, () => house.room(france))
    await Promise.all(lines.map((line) => line.opened))
    const ends = await Promise.race([Promise.all(lines.slice(60).map((line) => line.closed)), wait(3_000)])
    expect(ends).toMatchObject([{ code: CLOSE.tooMany }, { code: CLOSE.tooMany }])
    await expectHonest(await house.signIn('KEN'))
  })

  test('strangers that never leave take no place of those who are signed in', async () => {
    const knock = () => {
      const raw = connect(house.port, '127.0.0.1')
      raw.on('error', () => {})
      raw.write(HANDSHAKE)
      return raw
    }
    const crowd = Array.from({ length: 500 }, knock)
    await Promise.all(crowd.map((raw) => new Promise((resolve) => raw.once('data', resolve))))
    const late = knock()
    const told = await new Promise<string>((resolve) => late.once('data', (data) => resolve(String(data))))
    expect(told).toContain('503')
    await expectHonest(france)
    for (const raw of [...crowd, late]) raw.destroy()
  })

  test('a line that is cut off in the handshake harms nobody', async () => {
    for (let n = 0; n < 20; n++) {
      const raw = connect(house.port, '127.0.0.1')
      raw.on('error', () => {})
      raw.write(
        'GET /sync/declaration HTTP/1.1\r\nHost: x\r\nOrigin: https://elsewhere.example\r\n' +
          'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
        () => raw.resetAndDestroy(),
      )
      await new Promise((resolve) => raw.once('close', resolve))
    }
    await expectHonest(france)
  })
})

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
      const end = await repelled(() => room(france, frame(update)))
      expect(end).toEqual({ code: CLOSE.forbidden, refused: 'update/read-only' })
    }
  })

  test('nor by the secretariat, the chair, a minister or an observer', async () => {
    for (const who of ['SEC', 'CHR', 'SGP minister', 'OBS']) {
      const guest = await house.signIn(who)
      const update = await typed(3)
      expect((await repelled(() => room(guest, updateFrame(update)))).refused).toBe('update/read-only')
    }
  })
})

describe('a draft is written by its members', () => {
  test("nobody sits down at another delegation's table", async () => {
    const { id } = await house.draft(france)
    for (const who of ['BRA', 'SEC', 'CHR', 'OBS', 'BRA minister']) {
      const guest = await house.signIn(who)
      const end = await repelled(async () => house.table(guest, id))
      expect(end).toEqual({ code: CLOSE.forbidden, refused: 'draft/not-a-member' })
    }
  })

  test('the minister of the same State may read it, and not write', async () => {
    const { id } = await house.draft(france)
    const minister = await house.signIn('FRA minister')
    const given = await house.post(minister, `/api/declarations/declaration/drafts/${id}/pens`, {})
    expect(await codeOf(given)).toBe('policy/role')
    const update = await typed(9)
    const end = await repelled(async () => {
      const line = house.table(minister, id)
      await line.send(updateFrame(update))
      return line
    })
    expect(end).toEqual({ code: CLOSE.forbidden, refused: 'policy/role' })
  })

  test('whoever is not asked into a private one is told that there is none', async () => {
    const { id } = await house.draft(france)
    await house.command(france, { do: 'draft.share', draft: id, sharing: 'private', members: [] })
    const brazil = await house.signIn('BRA')
    expect(await house.table(brazil, id).closed).toEqual(await house.table(brazil, 'd99').closed)
  })

  test('whoever is shown out again can neither write nor hear', async () => {
    const { id } = await house.draft(france)
    const brazil = await house.signIn('BRA')
    await house.command(france, { do: 'draft.share', draft: id, sharing: 'private', members: ['BRA'] })
    const line = house.table(brazil, id)
    await line.send(step1(new Uint8Array([0])))
    await until('Brazil reads', () => line.heard.length > 1)
    await house.command(france, { do: 'draft.share', draft: id, sharing: 'private', members: [] })
    expect((await line.closed).code).toBe(CLOSE.forbidden)
  })

  test("no pen but one's own writes, not even of the same delegation", async () => {
    const { id, pen } = await house.draft(france)
    const colleague = await house.signIn('FRA')
    const before = await house.state()
    const line = house.table(colleague, id)
    await line.send(updateFrame(await typed(pen)))
    expect((await line.closed).refused).toBe('update/foreign-pen')
    expect(await house.state()).toEqual(before)
  })

  test('once it is tabled or discarded nothing more comes in', async () => {
    for (const end of ['amendment.table', 'draft.discard']) {
      const { id, pen } = await house.draft(france, { do: 'draft.open', another: true })
      const line = house.table(france, id)
      await line.send(updateFrame(await typed(pen)))
      await until('the words are saved', () => line.heard.some((frame) => frame[0] === 4))
      const reason = end === 'amendment.table' ? { reason: '' } : {}
      expect(await house.command(france, { do: end, draft: id, ...reason })).toBeTypeOf('object')
      expect((await line.closed).code).toBe(CLOSE.draftClosed)
      const update = await typed(pen, 1)
      const { code } = await repelled(async () => {
        const late = house.table(france, id)
        await late.send(updateFrame(update))
        return late
      })
      expect(code).toBe(CLOSE.draftClosed)
    }
  })

  test('in a stage that allows no drafts nothing comes in', async () => {
    const { id, pen } = await house.draft(france)
    const secretariat = await house.signIn('SEC')
    await house.command(secretariat, { do: 'stage.move', to: 'consolidation' })
    const update = await typed(pen)
    const early = await repelled(async () => {
      const line = house.table(france, id)
      await line.send(updateFrame(update))
      return line
    })
    expect(early.refused).toBe('policy/stage')
    await house.command(secretariat, { do: 'stage.move', to: 'final' })
    expect((await repelled(async () => house.table(france, id))).code).toBe(CLOSE.draftClosed)
  })

  test('what the stock provider sends before it was asked, and leaves a gap, is passed over until it answers', async () => {
    const { id, pen } = await house.draft(france)
    const line = house.table(france, id)
    await line.send(updateFrame(await typed(pen, 1)), step2(await typed(pen, 0)))
    await until('the answer is saved', () => line.heard.some((frame) => frame[0] === 4))
    await line.send(updateFrame(await typed(pen, 5)))
    expect((await line.closed).refused).toBe('update/pending')
  })
})

describe('[P4] presence', () => {
  const told = (line: Line) =>
    new TextDecoder().decode(Buffer.concat(line.heard.filter(([type]) => type === 1)))

  test('can be no other State, no other role and no markup', async () => {
    const watcher = await room(await house.signIn('KEN'))
    const posing = {
      user: { name: 'Secretary-General', delegation: 'USA', role: 'secretariat' },
      admin: true,
    }
    await room(france, presences([[5, 1, { ...posing, clause: 'c1', cursor: { html: '<script>' } }]]))
    await until('Kenya sees somebody', () => told(watcher).includes('"FRA"'))
    expect(told(watcher)).not.toMatch(/Secretary-General|USA|"secretariat"|admin/)
  })

  test("can't speak for somebody else, or send them away", async () => {
    const watcher = await room(await house.signIn('KEN'))
    await room(await house.signIn('BRA'), presences([[7, 1, { clause: 'c1' }]]))
    await until('Kenya sees Brazil', () => told(watcher).includes('"BRA"'))
    await room(
      france,
      presences([[8, 1, { clause: 'c2' }]]),
      presences([[7, 99, null]]),
      presences([[7, 100, {}]]),
    )
    await until('Kenya sees France', () => told(watcher).includes('"FRA"'))
    const late = await room(await house.signIn('SGP'))
    await until('Singapore hears who is there', () => told(late).includes('"FRA"'))
    expect(told(late)).toContain('"BRA"')
  })

  test('of ten thousand ghosts is the presence of one', async () => {
    const watcher = await room(await house.signIn('KEN'))
    const ghosts = (from: number) =>
      presences(Array.from({ length: 1_000 }, (_, n) => [from + n, 1, { clause: 'c1' }] as const))
    await room(france, ...Array.from({ length: 10 }, (_, n) => ghosts(n * 1_000)))
    await until('Kenya sees France', () => told(watcher).includes('"FRA"'))
    const late = await room(await house.signIn('SGP'))
    await until('Singapore hears who is there', () => told(late).includes('"FRA"'))
    const [first] = late.heard.filter(([type]) => type === 1)
    expect(new TextDecoder().decode(first).match(/"delegation":"FRA"/g)).toHaveLength(1)
  })

  test('that says nothing, or too much, is passed over', async () => {
    const deep = `{"cursor":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const line = await room(
      france,
      presences([[1, 1, deep]]),
      presences([[1, 1, { cursor: 'x'.repeat(10_000) }]]),
      presences([[1, 1, '{"__proto__":{"clause":"c1"}}']]),
      presences([[1, 1, 'not json']]),
      presenceFrame(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f])),
    )
    await line.send(step1(new Uint8Array([0])))
    await until('France is in step', () => line.heard.some((frame) => frame[0] === 0))
    expect(told(line)).not.toContain('FRA')
  })

  test('counts an observer and does not name one', async () => {
    const watcher = await room(france)
    await room(await house.signIn('OBS'), presences([[9, 1, { clause: 'c1' }]]))
    await until('France sees an observer', () => told(watcher).includes('"observer"'))
    expect(told(watcher)).not.toContain('OBS')
  })

  test('names an observer who wishes it, by the name of the accreditation, and no longer than that', async () => {
    const watcher = await room(france)
    const line = await room(
      await house.signIn('OBS'),
      presences([[9, 1, { clause: 'c1', named: true, name: 'The King' }]]),
    )
    await until('France reads the name', () => told(watcher).includes('"OBS"'))
    expect(told(watcher)).not.toContain('King')
    watcher.heard.length = 0
    await line.send(presences([[9, 2, { clause: 'c2', named: false }]]))
    await until('France hears of the observer', () => told(watcher).includes('"c2"'))
    expect(told(watcher)).not.toContain('"OBS"')
  })

  test('of a delegate is never without a name', async () => {
    const watcher = await room(await house.signIn('KEN'))
    await room(france, presences([[5, 1, { clause: 'c1', named: false }]]))
    await until('Kenya sees France', () => told(watcher).includes('"FRA"'))
    expect(told(watcher)).toContain('"name":"FRA"')
  })
})

describe('bytes that are none of ours', () => {
  const frames: { readonly [what: string]: Uint8Array | string } = {
    'a message of no kind': new Uint8Array([77, 1, 2, 3]),
    'an empty message': new Uint8Array(),
    'a text message': 'hello',
    'a message that is cut off': new Uint8Array([0, 2, 200]),
    'a kind of sync that there is not': new Uint8Array([0, 9, 0]),
    'a number without end': new Uint8Array(20).fill(0xff),
    'a vector that is none': step1(new Uint8Array([5, 1])),
    'a vector of more clients than there can be': step1(new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f])),
    "the server's own answer": new Uint8Array([4, 9]),
    "the server's own refusal": new Uint8Array([2, 0, 2, 123, 125]),
  }
  test.each(Object.entries(frames))('%s: closed for good', async (_, frame) => {
    expect(await repelled(() => room(france, frame))).toEqual({
      code: CLOSE.malformed,
      refused: 'request/malformed',
    })
  })

  test('a message that is too large is told so', async () => {
    const end = await repelled(() => room(france, updateFrame(new Uint8Array(200_000))))
    expect(end).toEqual({ code: CLOSE.tooLarge, refused: 'request/too-large' })
  })

  test('a message that nobody would read to its end is cut off', async () => {
    expect((await repelled(() => room(france, new Uint8Array(2_000_000)))).code).toBe(1009)
  })

  test('more messages than anybody types are too many', async () => {
    const flood = Array.from({ length: 1_000 }, () => presences([[1, 1, {}]]))
    expect((await repelled(() => room(france, ...flood))).code).toBe(CLOSE.tooMany)
  })

  test('more questions than a client has are too many', async () => {
    const flood = Array.from({ length: 30 }, () => step1(new Uint8Array([1, 1, 0])))
    expect((await repelled(() => room(france, ...flood))).code).toBe(CLOSE.tooMany)
  })

  test('who opens more sockets can say no more for it', async () => {
    const lines = Array.from({ length: 20 }, () => house.room(france))
    const flood = Array.from({ length: 200 }, () => presences([[1, 1, {}]]))
    await Promise.all(lines.map((line) => line.send(...flood)))
    const first = await Promise.race(lines.map((line) => line.closed))
    expect(first).toEqual({ code: CLOSE.tooMany, refused: 'request/too-many' })
    await expectHonest(await house.signIn('KEN'))
  })

  test('who opens more sockets can ask no more for it', async () => {
    const lines = Array.from({ length: 16 }, () => house.room(france))
    const flood = Array.from({ length: 18 }, () => step1(new Uint8Array([1, 9, 0])))
    await Promise.all(lines.map((line) => line.send(...flood)))
    const first = await Promise.race(lines.map((line) => line.closed))
    expect(first).toEqual({ code: CLOSE.tooMany, refused: 'request/too-many' })
    await expectHonest(await house.signIn('KEN'))
  })

  test('whoever does not answer the farewell is cut off', async () => {
    const raw = connect(house.port, '127.0.0.1')
    raw.on('error', () => {})
    raw.write(
      `GET /sync/nowhere?as=${france.as} HTTP/1.1\r\nHost: x\r\nCookie: ${france.cookie}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    raw.resume()
    const gone = new Promise<string>((resolve) => raw.once('close', () => resolve('cut')))
    expect(await Promise.race([gone, wait(4_000)])).toBe('cut')
  })
})

describe('the trail of refusals', () => {
  test('says who tried what and where, once a minute, and nothing of the words', async () => {
    const { id, pen } = await house.draft(france)
    for (let n = 0; n < 3; n++) {
      const line = house.table(france, id)
      await line.send(updateFrame(await typed(pen + 1_000)))
      await line.closed
    }
    expect(house.refused).toMatchObject([
      {
        by: { capacity: france.as, role: 'delegate', delegation: 'FRA' },
        door: 'socket',
        place: `declaration/${id}`,
        code: 'update/foreign-pen',
        times: 1,
      },
    ])
    house.pass(61_000)
    const line = house.table(france, id)
    await line.send(updateFrame(await typed(pen + 1_000)))
    await line.closed
    expect(house.refused.at(-1)?.times).toBe(3)
  })

  test('names whoever was shown out, and tries it again', async () => {
    await house.identity.revoke(france.as)
    await house.command(france, { do: 'draft.open' })
    await house.room(france).closed
    const by = { capacity: france.as, role: 'delegate', delegation: 'FRA' }
    expect(house.refused).toMatchObject([
      { by, code: 'capacity/revoked', place: 'declaration' },
      { by, code: 'capacity/revoked', door: 'socket' },
    ])
  })

  test('is read by the secretariat alone', async () => {
    await house.command(france, { do: 'stage.move', to: 'final' })
    const secretariat = await house.signIn('SEC')
    const read = await (await house.ask(secretariat, `/api/refusals?as=${secretariat.as}`)).json()
    expect(read).toMatchObject([
      { code: 'policy/role', door: expect.stringContaining('POST'), place: 'declaration' },
    ])
    expect((await house.ask(france, `/api/refusals?as=${france.as}`)).status).toBe(403)
  })
})

test('an honest client is served as before, after all of it', async () => {
  const { id, pen } = await house.draft(france)
  const doc = newTextDoc()
  doc.clientID = pen
  const honest = new HonestLine(house.port, `declaration/drafts/${id}`, doc, france.cookie, france.as)
  expect(await honest.opened).toBe(true)
  honest.type(1, 'paix')
  await until('the word is saved', () => honest.acknowledged().includes('paix'))
  honest.close()
})

/** Of somebody who is signed in nowhere. */
const HANDSHAKE =
  'GET /sync/declaration HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

const wait = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), milliseconds))
