import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conference } from '../../shared/api.ts'
import { talliesOf } from '../../shared/positions.ts'
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

  test('[A8] are dissolved by the secretariat: their delegates are out, and their positions lapse', async () => {
    const person = { role: 'delegate', delegation: 'G3', name: 'Another of the Three', title: '' }
    const made = (await (await house.post(secretariat, '/api/people', person)).json()) as { url: string }
    const entered = await house.identity.enter(made.url.split('/').at(-1) ?? '', undefined)
    if ('refused' in entered) throw new Error(entered.refused)
    const three: Guest = { cookie: `paraph_session=${entered.cookie}`, as: entered.me.added ?? '' }
    const { chamber } = house
    const amendment = await chamber.as('BRA').proposes('c2', 'menace', 'crainte')
    await house.command(three, { do: 'amendment.position', amendment, stand: 'support' })
    const counted = async () => {
      const { amendments, groups } = await chamber.record()
      const found = amendments[amendment]
      return found ? talliesOf(found, groups)[0]?.count : undefined
    }
    expect(await counted()).toBe(2)
    const dissolve = (guest: Guest, code = 'G3') =>
      house.ask(guest, `/api/groups/${code}?as=${guest.as}`, { method: 'DELETE' })
    expect(await codeOf(await dissolve(france))).toBe('policy/role')
    expect(await codeOf(await dissolve(secretariat, 'G9'))).toBe('group/unknown')
    expect(await (await dissolve(secretariat)).json()).toMatchObject({
      code: 'G3',
      dissolved: expect.any(String),
    })
    expect(await counted()).toBe(0)
    expect(await house.command(three, { do: 'amendment.position', amendment, stand: 'oppose' })).toBe(
      'capacity/revoked',
    )
    expect(await codeOf(await house.post(secretariat, '/api/people', person))).toBe('delegation/unknown')
    const conference = (await (await house.ask(null, '/api/conference')).json()) as Conference
    expect(conference.groups[0]?.names['en']).toBe('Group of Three')
    const acts = (await chamber.sitting.acts()) as readonly { readonly kind: string }[]
    expect(acts.at(-1)).toMatchObject({ kind: 'group dissolved', group: 'G3' })
    // Once more, nothing is left to do.
    expect((await dissolve(secretariat)).status).toBe(200)
    expect(((await chamber.sitting.acts()) as readonly unknown[]).length).toBe(acts.length)
  })
})
