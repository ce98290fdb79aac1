import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refused } from '../support/attack.ts'
import { type Guest, House } from '../support/house.ts'

/** Requests from the pages of others. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

describe('a request of another site', () => {
  const doors = async () => {
    const document = (await (await house.ask(null, '/api/openapi.json')).json()) as {
      paths: { [path: string]: { [method: string]: { security?: unknown } } }
    }
    return Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => method === 'post' || method === 'delete')
        .map((method) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'declaration')] as const),
    )
  }

  test.each([
    'https://elsewhere.example',
    'null',
    'https://paraph.example.org.evil.example',
    'http://localhost:1',
  ])('of %s is refused at every door that changes something', async (origin) => {
    expect((await doors()).length).toBeGreaterThan(8)
    for (const [method, path] of await doors()) {
      const headers = { origin, 'content-type': 'application/json' }
      const ask = () => house.ask(france, `${path}?as=${france.as}`, { method, headers, body: '{}' })
      expect([path, await refused(house, ask)]).toEqual([path, 'request/foreign-origin'])
    }
  })

  test('can not be sent as a form, which needs no leave of ours', async () => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      for (const [method, path] of await doors()) {
        const ask = () =>
          house.ask(france, `${path}?as=${france.as}`, {
            method,
            headers: { 'content-type': type },
            body: '{"do":"draft.open"}',
          })
        expect([path, await refused(house, ask)]).toEqual([path, 'request/malformed'])
      }
    }
  })

  test('is answered with nothing that lets the other site read it', async () => {
    const answer = await house.ask(france, '/api/session', {
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('nobody who is not signed in gets anything but the meeting and this interface', async () => {
    const open = ['/api/conference', '/api/openapi.json', '/api/session']
    const document = (await (await house.ask(null, '/api/openapi.json')).json()) as { paths: object }
    for (const path of Object.keys(document.paths)) {
      if (open.includes(path) || path.startsWith('/api/codes')) continue
      const answer = await house.ask(null, path.replaceAll(/\{\w+\}/g, 'declaration'))
      // What a secretariat may publish: of what isn't, nobody hears whether it exists (rule P8).
      const unseen = path.startsWith('/api/public/') ? 404 : 401
      expect([path, answer.status]).toEqual([path, answer.status === 405 ? 405 : unseen])
    }
  })
})
