import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '../shared/document.ts'
import { refuse } from '../shared/refusal.ts'
import { FRANCE, ORIGIN, refusalOf, TestApp } from '../tests/support/app.ts'
import { problemOf } from './routes/problem.ts'

let app: TestApp

beforeEach(async () => {
  app = await TestApp.listen()
})
afterEach(() => app.close())

describe('a request that can not be taken', () => {
  test('because its JSON is broken', async () => {
    expect(await refusalOf(app.post('/api/session', '{"code":'))).toBe('request/malformed')
  })

  test('because it is no JSON', async () => {
    const answer = app.post('/api/session', 'code=12345678', { 'content-type': 'text/plain' })
    expect(await refusalOf(answer)).toBe('request/malformed')
  })

  test('because it is too large', async () => {
    expect(await refusalOf(app.post('/api/session', { code: 'x'.repeat(70_000) }))).toBe('request/too-large')
  })

  test('because it says what is not allowed, and where', async () => {
    const answer = await app.post('/api/session', { code: 12345678 })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'request/invalid', about: { path: 'code' } })
  })

  test('because there is nothing at its address', async () => {
    expect(await refusalOf(fetch(`${app.base}/api/nothing`))).toBe('request/not-found')
    expect(await refusalOf(app.post('/api/nothing', {}))).toBe('request/not-found')
  })

  test('because its address is no address', async () => {
    expect(await refusalOf(fetch(`${app.base}/api/codes/%E0%A4%A`))).toBe('request/malformed')
  })

  test('because its address takes others, which are named', async () => {
    const answer = await fetch(`${app.base}/api/session`, { method: 'PUT' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, DELETE')
    expect(await answer.json()).toMatchObject({ code: 'request/method' })
  })

  test.each(['https://evil.example', 'null', 'http://paraph.example.org', 'http://localhost:1'])(
    'because it comes from a page of %s',
    async (origin) => {
      const { code } = await app.identity.accredit(FRANCE)
      expect(await refusalOf(app.post('/api/session', { code }, { origin }))).toBe('request/foreign-origin')
      expect((await app.post('/api/session', { code }, { origin: ORIGIN })).status).toBe(200)
    },
  )

  test('because the server is stopping', async () => {
    app.ready = false
    expect(await refusalOf(fetch(`${app.base}/api/conference`))).toBe('server/stopping')
    expect((await fetch(`${app.base}/readyz`)).status).toBe(503)
    expect((await fetch(`${app.base}/healthz`)).status).toBe(200)
  })

  test('is answered as a problem with a stable code', async () => {
    const answer = await fetch(`${app.base}/api/people`)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toEqual(problemOf(refuse('session/none')))
  })
})

test('An answer that nobody reads holds the server no longer than a silence', async () => {
  const patient = await TestApp.listen({ silence: 200 })
  const large = 64 * 1024 * 1024
  patient.publish('large.txt', new Uint8Array(large))
  const sent = patient.nextConnection()
  const reader = connect(Number(new URL(patient.base).port), '127.0.0.1').pause()
  reader.on('error', () => {}).write('GET /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n')
  expect(await sent).toBeLessThan(large)
  reader.destroy()
  patient.close()
})

describe('the interface', () => {
  test('describes itself, from the schemas that validate', async () => {
    const document = await (await fetch(`${app.base}/api/openapi.json`)).json()
    expect(document.openapi).toBe('3.1.0')
    const commands = document.paths['/api/declarations/{declaration}/commands'].post
    const { oneOf } = commands.requestBody.content['application/json'].schema
    expect(oneOf.map((it: { properties: { do: { const: string } } }) => it.properties.do.const)).toContain(
      'text.endorse',
    )
    const { get } = document.paths['/api/declarations/{declaration}/document']
    expect(get.responses['2XX'].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Document',
    })
    const kinds = document.components.schemas.Document.oneOf
    expect(kinds.map((it: { properties: { what: { const: string } } }) => it.properties.what.const)).toEqual(
      DOCUMENT_KINDS,
    )
  })

  test('lets no other site frame it, script it or learn its addresses', async () => {
    const { headers } = await fetch(app.base, { headers: { accept: 'text/html' } })
    const policy = headers.get('content-security-policy') ?? ''
    expect(headers.get('permissions-policy')).toContain('camera=()')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('is measured by route, so that no sign-in code is ever written down', async () => {
    const { code } = await app.identity.accredit(FRANCE)
    await (await fetch(`${app.base}/api/codes/${code}`)).text()
    const metrics = await (await fetch(`${app.base}/metrics`)).text()
    expect(metrics).toContain('route="/api/codes/:code"')
    expect(metrics).not.toContain(code)
  })

  test('lets browsers keep what never changes, and ask anew for the page itself', async () => {
    const asset = await fetch(`${app.base}/assets/index-1a2b3c.js`)
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const page = await fetch(`${app.base}/as/x/declarations`, { headers: { accept: 'text/html' } })
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect((await fetch(`${app.base}/assets/gone.js`)).status).toBe(404)
  })
})
