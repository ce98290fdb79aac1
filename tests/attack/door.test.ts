import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLOSE } from '../../shared/protocol.ts'
import { enters, expectHonest, repelled } from '../support/attack.ts'
import { until } from '../support/ether.ts'
import { type Guest, House } from '../support/house.ts'

/** Who may open a socket, and who is shown out. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

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
    await expectHonest(house, france)
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
    const { code } = await repelled(house, async () => house.line(france, path))
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
      expect(await repelled(house, () => enters(house, stolen))).toEqual({
        code: CLOSE.noSession,
        refused: 'session/none',
      })
    }
  })

  test('nobody with a session that has ended', async () => {
    house.pass(31 * 24 * 60 * 60 * 1_000)
    expect((await repelled(house, () => enters(house, france))).refused).toBe('session/none')
    const ask = () => house.command(france, { do: 'draft.open' })
    const before = await house.state()
    expect(await ask()).toBe('session/none')
    expect(await house.state()).toEqual(before)
  })

  test('nobody with a cookie from before the last capacity was added', async () => {
    const code = await house.accredit('FRA minister')
    await house.identity.enter(code, france.cookie)
    expect((await repelled(house, () => enters(house, france))).refused).toBe('session/none')
  })

  test("nobody in a capacity of somebody else's", async () => {
    const brazil = await house.signIn('BRA')
    const end = await repelled(house, () => enters(house, { cookie: france.cookie, as: brazil.as }))
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

  test('[P7] whoever is revoked is out, and refused at every door', async () => {
    const line = await enters(house, france)
    await until('France is in', () => line.heard.length > 0)
    await house.identity.revoke(france.as)
    expect(await line.closed).toEqual({ code: CLOSE.noSession, refused: 'capacity/revoked' })
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
    const lines = [await enters(house, france), await enters(house, france)]
    await Promise.all(lines.map((line) => until('it is in', () => line.heard.length > 0)))
    await house.ask(france, '/api/session', { method: 'DELETE' })
    for (const line of lines) expect((await line.closed).code).toBe(CLOSE.noSession)
  })

  test('nobody with more tabs than anybody has', async () => {
    const lines = Array.from({ length: 62 }, () => house.room(france))
    await Promise.all(lines.map((line) => line.opened))
    const ends = await Promise.all(lines.slice(60).map((line) => line.closed))
    expect(ends).toMatchObject([{ code: CLOSE.tooMany }, { code: CLOSE.tooMany }])
    await expectHonest(house, await house.signIn('KEN'))
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
    await expectHonest(house, france)
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
    await expectHonest(house, france)
  })
})

/** Of somebody who is signed in nowhere. */
const HANDSHAKE =
  'GET /sync/declaration HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
