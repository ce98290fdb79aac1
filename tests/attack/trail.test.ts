import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { typed } from '../support/attack.ts'
import { type Guest, House, updateFrame } from '../support/house.ts'

/** What the secretariat reads of those who were refused, and what nobody ever reads. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

describe('the trail of refusals', () => {
  test('says who tried what and where, once a minute, and nothing of the words', async () => {
    const { id, pen } = await house.draft(france)
    for (let n = 0; n < 3; n++) {
      const line = house.table(france, id)
      await line.send(updateFrame(await typed(house, pen + 1_000)))
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
    await line.send(updateFrame(await typed(house, pen + 1_000)))
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

test('no secret is ever in the log: not a code, not a cookie, not the words of a draft', async () => {
  const code = await house.accredit('KEN')
  const entered = await house.post(null, '/api/session', { code })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]?.split('=')[1] ?? ''
  await house.post(null, '/api/session', { code })
  await house.post(null, '/api/session', `{"code":"${code}",`)
  await house.ask(null, `/api/codes/${code}`)
  await house.ask(null, `/enter/${code}`, { headers: { accept: 'text/html' } })
  await house.ask(null, `/enter/${code}/%E0%A4%A`)
  const guest = { cookie: `paraph_session=${cookie}`, as: 'x' }
  await house.line(guest, `/sync/${code}`).closed
  await house.command(france, { do: 'comment.make', on: { clause: 'c1' }, words: 'the secret words' })
  expect(cookie).toHaveLength(43)
  expect(house.logged).toContain('/api/session')
  for (const secret of [code, cookie, 'the secret words', france.cookie.split('=')[1] ?? ''])
    expect(house.logged.includes(secret) || JSON.stringify(house.refused).includes(secret)).toBe(false)
})
