import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FRANCE, TestApp } from '../../tests/support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await TestApp.listen()
})
afterEach(() => app.close())

describe('signing in', () => {
  test('gives a cookie that no script can read and no other site can use', async () => {
    const { code } = await app.identity.accredit(FRANCE)
    const answer = await app.post('/api/session', { code })
    expect(answer.status).toBe(200)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^paraph_session=[\w-]{43}; Max-Age=2592000; Path=\/;/)
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(`; ${flag}`)
  })

  test('is not done by opening the link, as mail scanners do', async () => {
    const { code } = await app.identity.accredit(FRANCE)
    const page = await fetch(`${app.base}/enter/${code}`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('<title>Paraph</title>')
    expect(page.headers.get('set-cookie')).toBeNull()
    expect((await fetch(`${app.base}/api/codes/${code}`)).status).toBe(200)
    expect((await app.post('/api/session', { code })).status).toBe(200)
  })

  test('tells whom a link is for', async () => {
    const { code, capacity } = await app.identity.accredit(FRANCE)
    expect(await (await fetch(`${app.base}/api/codes/${code}`)).json()).toEqual(capacity)
  })

  test('ends by signing out', async () => {
    const { cookie } = await app.signedIn(FRANCE)
    const left = await fetch(`${app.base}/api/session`, { method: 'DELETE', headers: { cookie } })
    expect(left.status).toBe(204)
    expect(await (await fetch(`${app.base}/api/session`, { headers: { cookie } })).json()).toEqual({
      capacities: [],
    })
  })

  test('can not be guessed at', async () => {
    const tries = await Promise.all(
      Array.from({ length: 130 }, () => fetch(`${app.base}/api/codes/guessed-code`)),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual([
      ...Array(120).fill(404),
      ...Array(10).fill(429),
    ])
  })
})
