import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCRIPT, TestApp } from '../../tests/support/app.ts'
import { compressed } from './compressed.ts'

const LONG = 'Affirmant le rôle central que doit jouer la police. '.repeat(200)

const encodingOf = ({ headers }: Response): string | null => headers.get('content-encoding')

/** As a browser asks whether what it has is still good; a script's own `no-cache` would forbid the answer. */
const asKept = (etag: string | null) => ({ 'if-none-match': etag ?? '', 'cache-control': 'max-age=0' })

describe('what goes over the network', () => {
  let app: TestApp
  let server: Server
  beforeAll(async () => {
    app = await TestApp.listen()
    const routes = express()
      .use(compressed())
      .all('/long', (_, response) => void response.json(LONG))
      .all('/short', (_, response) => void response.json('Affirmant'))
    server = routes.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => {
    app.close()
    server.close()
  })

  const ask = (path: string, method = 'GET') => {
    const { port } = server.address() as AddressInfo
    return fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { 'accept-encoding': 'br, gzip' } })
  }
  const script = (encoding: string, more = {}) =>
    fetch(`${app.base}/assets/index-1a2b3c.js`, { headers: { 'accept-encoding': encoding, ...more } })

  test('is a script in the form that the browser takes, told apart from the others', async () => {
    const forms = await Promise.all(['gzip, deflate, br', 'gzip', 'identity'].map((it) => script(it)))
    expect(forms.map(encodingOf)).toEqual(['br', 'gzip', null])
    for (const form of forms) {
      expect(await form.text()).toBe(SCRIPT)
      expect(form.headers.get('vary')).toBe('Accept-Encoding')
      expect(form.headers.get('content-type')).toMatch(/^text\/javascript; charset=utf-8$/i)
    }
    expect(new Set(forms.map(({ headers }) => headers.get('etag'))).size).toBe(3)
  })

  test('is a script once: whoever has it is told so', async () => {
    const etag = (await script('br')).headers.get('etag') ?? ''
    expect((await script('br', asKept(etag))).status).toBe(304)
  })

  test('is a long answer compressed, a short one as it is', async () => {
    const [long, short] = [await ask('/long'), await ask('/short')]
    expect([encodingOf(long), encodingOf(short)]).toEqual(['br', null])
    expect(await long.json()).toBe(LONG)
    expect(long.headers.get('vary')).toContain('Accept-Encoding')
  })

  test('is never compressed where something was done: a sign-in link could be guessed from the length', async () => {
    expect(encodingOf(await ask('/long', 'POST'))).toBeNull()
  })

  test('names the States in one language where one is asked for, and is not sent again', async () => {
    const ask = (headers = {}) => fetch(`${app.base}/api/conference?in=fr`, { headers })
    const answer = await ask()
    const { delegations } = (await answer.json()) as { delegations: { code: string; names: object }[] }
    expect(delegations.find(({ code }) => code === 'KEN')?.names).toEqual({ en: 'Kenya' })
    expect(delegations.find(({ code }) => code === 'FRA')?.names).toEqual({ fr: 'France' })
    const again = await ask(asKept(answer.headers.get('etag')))
    expect(again.status).toBe(304)
  })
})
