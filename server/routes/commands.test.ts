import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { REFUSALS } from '../../shared/refusal.ts'
import { FRANCE, refusalOf, TestApp } from '../../tests/support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await TestApp.listen()
})
afterEach(() => app.close())

describe('a command', () => {
  test('is performed in the name of the capacity that was asked for', async () => {
    const { cookie, as } = await app.signedIn(FRANCE)
    const answer = await app.post(`/api/declarations/one/commands?as=${as}`, WITHDRAW, { cookie })
    expect(await answer.json()).toEqual({ act: 7 })
    expect(app.performed).toMatchObject([
      { command: WITHDRAW, by: { capacity: as, role: 'delegate', delegation: 'FRA' } },
    ])
  })

  test('needs somebody who is signed in', async () => {
    expect(await refusalOf(app.post('/api/declarations/one/commands?as=x', WITHDRAW))).toBe('session/none')
  })

  test('is never performed in a capacity that was not named', async () => {
    const { cookie } = await app.signedIn(FRANCE)
    const answer = app.post('/api/declarations/one/commands', WITHDRAW, { cookie })
    expect(await refusalOf(answer)).toBe('request/invalid')
  })

  test("is never performed in another person's capacity", async () => {
    const { cookie } = await app.signedIn(FRANCE)
    const { capacity } = await app.identity.accredit({ ...FRANCE, delegation: 'KEN' })
    const answer = app.post(`/api/declarations/one/commands?as=${capacity.id}`, WITHDRAW, { cookie })
    expect(await refusalOf(answer)).toBe('session/capacity-not-held')
  })

  test('[P5] that a role may never give does not reach the declaration', async () => {
    const { cookie, as } = await app.signedIn({ ...FRANCE, role: 'observer', delegation: null })
    const answer = app.post(`/api/declarations/one/commands?as=${as}`, WITHDRAW, { cookie })
    expect(await refusalOf(answer)).toBe('policy/role')
    expect(app.performed).toEqual([])
  })

  test('that is refused says so with the status of its code', async () => {
    const { cookie, as } = await app.signedIn(FRANCE)
    const answer = await app.post(`/api/declarations/none/commands?as=${as}`, WITHDRAW, { cookie })
    expect(answer.status).toBe(REFUSALS['declaration/unknown'])
  })
})

const WITHDRAW = { do: 'amendment.withdraw', amendment: 'FRA-1' }
