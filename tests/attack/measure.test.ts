import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusedCommand } from '../support/attack.ts'
import { type Guest, House } from '../support/house.ts'

/** Somebody who asks for a great deal, or too slowly. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

describe('more than anybody asks for', () => {
  test('a person who commands too fast is told so, and the others are served', async () => {
    const comment = { do: 'comment.make', on: { clause: 'c1' }, words: 'x' }
    const answers = await Promise.all(Array.from({ length: 200 }, () => house.command(france, comment)))
    expect(answers.filter((it) => it === 'request/too-many').length).toBeGreaterThan(50)
    expect(await house.command(await house.signIn('BRA'), comment)).toBeTypeOf('object')
  })

  test('a delegation has fifty drafts open at most', async () => {
    for (let n = 0; n < 50; n++) await house.command(france, { do: 'draft.open', another: true })
    expect(await refusedCommand(house, france, { do: 'draft.open', another: true })).toBe('draft/too-many')
    expect(await house.command(france, { do: 'draft.open' })).toMatchObject({ draft: 'd50' })
  })

  test('headers without end are refused', async () => {
    const answer = await house.ask(france, '/api/session', { headers: { 'x-long': 'x'.repeat(20_000) } })
    expect(answer.status).toBe(431)
  })

  test('a request that comes drop by drop is given up', async () => {
    const raw = connect(house.port, '127.0.0.1')
    const givenUp = once(raw, 'close')
    raw.on('error', () => {})
    raw.resume()
    raw.write('GET /api/session HTTP/1.1\r\nHost: x\r\n')
    const drops = setInterval(() => raw.write('X-A: b\r\n'), 1_000)
    await givenUp
    clearInterval(drops)
  })
})
