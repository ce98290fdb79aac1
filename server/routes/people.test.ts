import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DESK, FRANCE, refusalOf, TestApp } from '../../tests/support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await TestApp.listen()
})
afterEach(() => app.close())

describe('the list of people', () => {
  test('is kept by the secretariat alone', async () => {
    const { cookie, as } = await app.signedIn(FRANCE)
    expect(await refusalOf(fetch(`${app.base}/api/people?as=${as}`, { headers: { cookie } }))).toBe(
      'policy/role',
    )
    expect(await refusalOf(app.post(`/api/people?as=${as}`, FRANCE, { cookie }))).toBe('policy/role')
  })

  test('takes in a person, whose link signs them in until they are revoked', async () => {
    const { cookie, as } = await app.signedIn(DESK)
    const accredited = await (await app.post(`/api/people?as=${as}`, FRANCE, { cookie })).json()
    expect(accredited.url).toMatch(/^https:\/\/paraph\.example\.org\/enter\/[\w-]{27}$/)
    const person = await app.enter(accredited.url.split('/').at(-1))
    const revoking = await fetch(`${app.base}/api/people/${person.as}?as=${as}`, {
      method: 'DELETE',
      headers: { cookie },
    })
    expect(revoking.status).toBe(204)
    const answer = fetch(`${app.base}/api/declarations?as=${person.as}`, {
      headers: { cookie: person.cookie },
    })
    expect(await refusalOf(answer)).toBe('capacity/revoked')
  })

  test('knows only delegations of this meeting', async () => {
    const { cookie, as } = await app.signedIn(DESK)
    const answer = app.post(`/api/people?as=${as}`, { ...FRANCE, delegation: 'XYZ' }, { cookie })
    expect(await refusalOf(answer)).toBe('delegation/unknown')
  })

  test('counts on the roll the States that are accredited', async () => {
    const { cookie, as } = await app.signedIn(FRANCE)
    const roll = await fetch(`${app.base}/api/declarations/one/roll?as=${as}`, { headers: { cookie } })
    expect(await roll.json()).toMatchObject({ invited: 2, accredited: ['FRA'], present: ['KEN'] })
  })
})
