import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conference } from '../../shared/api.ts'
import { codeOf, type Guest, House } from '../../tests/support/house.ts'

let house: House
let secretariat: Guest
let france: Guest

beforeAll(async () => {
  house = await House.open()
  secretariat = await house.signIn('SEC')
  france = await house.signIn('FRA')
})
afterAll(() => house.close())

const group = (more = {}) => ({
  code: 'G3',
  names: { en: 'Group of Three' },
  members: ['KEN', 'FRA'],
  ...more,
})
const make = (guest: Guest, body: object) => house.post(guest, '/api/groups', body)

describe('groups', () => {
  test('are made by the secretariat alone', async () => {
    expect(await codeOf(await make(france, group()))).toBe('policy/role')
    expect((await make(secretariat, group())).status).toBe(201)
    const conference = (await (await house.ask(null, '/api/conference')).json()) as Conference
    expect(conference.groups).toEqual([
      { code: 'G3', alpha2: null, names: { en: 'Group of Three' }, members: ['FRA', 'KEN'] },
    ])
  })

  test('take no code of a State or of the desk, and no members that are none', async () => {
    expect(await codeOf(await make(secretariat, group({ code: 'FRA' })))).toBe('group/code-taken')
    expect(await codeOf(await make(secretariat, group({ code: 'SEC' })))).toBe('group/code-taken')
    expect(await codeOf(await make(secretariat, group({ members: ['XXX'] })))).toBe('delegation/unknown')
    expect(await codeOf(await make(secretariat, group({ members: ['SEC'] })))).toBe('delegation/unknown')
  })

  test('have delegates, but no ministers, and are no States on the roll', async () => {
    const person = { role: 'delegate', delegation: 'G3', name: 'Delegate of the Three', title: '' }
    expect((await house.post(secretariat, '/api/people', person)).status).toBe(201)
    const minister = await house.post(secretariat, '/api/people', { ...person, role: 'signatory' })
    expect(await codeOf(minister)).toBe('delegation/unknown')
    const roll = await house.ask(france, `/api/declarations/declaration/roll?as=${france.as}`)
    expect(((await roll.json()) as { accredited: string[] }).accredited).not.toContain('G3')
  })
})
