import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refused, refusedCommand } from '../support/attack.ts'
import { type Guest, House } from '../support/house.ts'

/** Commands that say more than whoever sends them may. */

let house: House
let france: Guest
let secretariat: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
  secretariat = await house.signIn('SEC')
})
afterEach(() => house.close())

const DECLARATION = '/api/declarations/declaration'

describe('a command that says more than it may', () => {
  const smuggled: { readonly [field: string]: unknown } = {
    by: { capacity: 'x', name: 'Secretariat', role: 'secretariat', delegation: null },
    at: '2000-01-01T00:00:00.000Z',
    act: 0,
    role: 'secretariat',
    delegation: 'USA',
    sponsor: 'USA',
    pen: 1,
    state: 'accepted',
    edits: { hunks: [], added: [] },
    engrossed: 'AAA=',
    capacity: 'x',
    '__proto__ ': {},
  }
  test.each(Object.entries(smuggled))('%s is refused', async (field, value) => {
    expect(await refusedCommand(house, france, { do: 'draft.open', [field]: value })).toBe('request/invalid')
  })

  test('the prototype is refused, and no object has learned anything', async () => {
    expect(
      await refusedCommand(house, france, '{"do":"draft.open","__proto__":{"role":"secretariat"}}'),
    ).toBe('request/invalid')
    expect(
      await refusedCommand(house, france, '{"do":"draft.open","constructor":{"prototype":{"role":1}}}'),
    ).toBe('request/invalid')
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  test('a person is accredited with nothing but what the secretariat may say', async () => {
    const person = { role: 'delegate', delegation: 'KEN', name: 'x' }
    for (const more of [
      { id: 'x' },
      { revoked: null },
      { accredited: 'x' },
      { by: 'x' },
      { lastSeen: null },
    ]) {
      expect(await refused(house, () => house.post(secretariat, '/api/people', { ...person, ...more }))).toBe(
        'request/invalid',
      )
    }
    for (const delegation of ['SEC', 'CHR', 'XXX']) {
      const ask = () => house.post(secretariat, '/api/people', { ...person, delegation })
      expect(await refused(house, ask)).toBe('delegation/unknown')
    }
    expect(await refused(house, () => house.post(france, '/api/people', person))).toBe('policy/role')
  })

  test("somebody else's capacity is refused, however it is asked for", async () => {
    for (const as of [secretariat.as, '__proto__', 'constructor', '', `${france.as}&as=${secretariat.as}`]) {
      const path = `${DECLARATION}/commands?as=${as}`
      const code = await refused(house, () =>
        house.post(france, path, { do: 'stage.move', to: 'consolidation' }),
      )
      expect(['session/capacity-not-held', 'request/invalid']).toContain(code)
    }
  })

  test('in no capacity at all nothing is done', async () => {
    const ask = () =>
      house.ask(france, `${DECLARATION}/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"do":"draft.open"}',
      })
    expect(await refused(house, ask)).toBe('request/invalid')
  })

  test('delegations that are not at the meeting are neither asked in nor awaited', async () => {
    const { id } = await house.draft(france)
    const share = { do: 'draft.share', draft: id, sharing: 'live', members: ['BRA', 'ZZZ'] }
    expect(await refusedCommand(house, france, share)).toBe('delegation/unknown')
    const mark = { do: 'clause.mark', clause: 'c1', ladder: 'ad referendum', awaiting: ['ZZZ'] }
    expect(await refusedCommand(house, secretariat, mark)).toBe('delegation/unknown')
  })
})
