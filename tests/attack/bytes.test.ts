import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLOSE } from '../../shared/protocol.ts'
import { enters, expectHonest, repelled } from '../support/attack.ts'
import { type Guest, House, presences, step1, updateFrame } from '../support/house.ts'

/** Messages that no client of ours would send, and more of them than a person would. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

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
    expect(await repelled(house, () => enters(house, france, frame))).toEqual({
      code: CLOSE.malformed,
      refused: 'request/malformed',
    })
  })

  test('a message that is too large is told so', async () => {
    const end = await repelled(house, () => enters(house, france, updateFrame(new Uint8Array(200_000))))
    expect(end).toEqual({ code: CLOSE.tooLarge, refused: 'request/too-large' })
  })

  test('a message that nobody would read to its end is cut off', async () => {
    expect((await repelled(house, () => enters(house, france, new Uint8Array(2_000_000)))).code).toBe(1009)
  })

  test('more messages than anybody types are too many', async () => {
    const flood = Array.from({ length: 1_000 }, () => presences([[1, 1, {}]]))
    expect((await repelled(house, () => enters(house, france, ...flood))).code).toBe(CLOSE.tooMany)
  })

  test('more questions than a client has are too many', async () => {
    const flood = Array.from({ length: 30 }, () => step1(new Uint8Array([1, 1, 0])))
    expect((await repelled(house, () => enters(house, france, ...flood))).code).toBe(CLOSE.tooMany)
  })

  test('who opens more sockets can say no more for it', async () => {
    const lines = Array.from({ length: 20 }, () => house.room(france))
    const flood = Array.from({ length: 200 }, () => presences([[1, 1, {}]]))
    await Promise.all(lines.map((line) => line.send(...flood)))
    const first = await Promise.race(lines.map((line) => line.closed))
    expect(first).toEqual({ code: CLOSE.tooMany, refused: 'request/too-many' })
    await expectHonest(house, await house.signIn('KEN'))
  })

  test('who opens more sockets can ask no more for it', async () => {
    const lines = Array.from({ length: 16 }, () => house.room(france))
    const flood = Array.from({ length: 18 }, () => step1(new Uint8Array([1, 9, 0])))
    await Promise.all(lines.map((line) => line.send(...flood)))
    const first = await Promise.race(lines.map((line) => line.closed))
    expect(first).toEqual({ code: CLOSE.tooMany, refused: 'request/too-many' })
    await expectHonest(house, await house.signIn('KEN'))
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
    await once(raw, 'close')
  })
})
