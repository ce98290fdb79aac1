import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Accreditation, Problem, TextAnswer } from '../shared/api.ts'
import type { Command } from '../shared/command.ts'
import type { Actor } from '../shared/record.ts'
import { REFUSALS, refuse } from '../shared/refusal.ts'
import { createApp } from './app.ts'
import { conferenceOf } from './conference.ts'
import type { Identity } from './identity/contract.ts'
import { RegisterIdentity } from './identity/identity.ts'
import { Register } from './identity/register.ts'
import { problemOf } from './routes/problem.ts'
import type { Session, Sittings } from './sitting/contract.ts'

const ORIGIN = 'https://paraph.example.org'

let folder: string
let server: Server
let base: string
let identity: Identity
let performed: { readonly command: Command; readonly by: Actor }[]
let ready: boolean

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paraph-app-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Paraph</title>')
  performed = []
  ready = true
  const store = { load: async () => null, save: async () => undefined }
  const register = await Register.open(store)
  identity = new RegisterIdentity({ register, random: randomBytes, now: () => new Date() })
  server = createApp({
    identity,
    sittings: stubSittings(),
    conference: conferenceOf(STATES, true),
    origin: ORIGIN,
    client: folder,
    isReady: () => ready,
    log: { info: () => undefined, error: () => undefined },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

describe('signing in', () => {
  test('gives a cookie that no script can read and no other site can use', async () => {
    const { code } = await identity.accredit(FRANCE)
    const answer = await post('/api/session', { code })
    expect(answer.status).toBe(200)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^paraph_session=[\w-]{43}; Max-Age=2592000; Path=\/;/)
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(`; ${flag}`)
  })

  test('is not done by opening the link, as mail scanners do', async () => {
    const { code } = await identity.accredit(FRANCE)
    const page = await fetch(`${base}/enter/${code}`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('<title>Paraph</title>')
    expect(page.headers.get('set-cookie')).toBeNull()
    expect((await fetch(`${base}/api/codes/${code}`)).status).toBe(200)
    expect((await post('/api/session', { code })).status).toBe(200)
  })

  test('tells whom a link is for', async () => {
    const { code, capacity } = await identity.accredit(FRANCE)
    expect(await (await fetch(`${base}/api/codes/${code}`)).json()).toEqual(capacity)
  })

  test('ends by signing out', async () => {
    const { cookie } = await signedIn(FRANCE)
    const left = await fetch(`${base}/api/session`, { method: 'DELETE', headers: { cookie } })
    expect(left.status).toBe(204)
    expect(await (await fetch(`${base}/api/session`, { headers: { cookie } })).json()).toEqual({
      capacities: [],
    })
  })

  test('can not be guessed at', async () => {
    const tries = await Promise.all(
      Array.from({ length: 130 }, () => fetch(`${base}/api/codes/guessed-code`)),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual([
      ...Array(120).fill(404),
      ...Array(10).fill(429),
    ])
  })
})

describe('a command', () => {
  test('is performed in the name of the capacity that was asked for', async () => {
    const { cookie, as } = await signedIn(FRANCE)
    const answer = await post(`/api/declarations/one/commands?as=${as}`, WITHDRAW, { cookie })
    expect(await answer.json()).toEqual({ act: 7 })
    expect(performed).toMatchObject([
      { command: WITHDRAW, by: { capacity: as, role: 'delegate', delegation: 'FRA' } },
    ])
  })

  test('needs somebody who is signed in', async () => {
    expect(await refusalOf(post('/api/declarations/one/commands?as=x', WITHDRAW))).toBe('session/none')
  })

  test('is never performed in a capacity that was not named', async () => {
    const { cookie } = await signedIn(FRANCE)
    const answer = post('/api/declarations/one/commands', WITHDRAW, { cookie })
    expect(await refusalOf(answer)).toBe('request/invalid')
  })

  test("is never performed in another person's capacity", async () => {
    const { cookie } = await signedIn(FRANCE)
    const { capacity } = await identity.accredit({ ...FRANCE, delegation: 'KEN' })
    const answer = post(`/api/declarations/one/commands?as=${capacity.id}`, WITHDRAW, { cookie })
    expect(await refusalOf(answer)).toBe('session/capacity-not-held')
  })

  test('[P5] that a role may never give does not reach the declaration', async () => {
    const { cookie, as } = await signedIn({ ...FRANCE, role: 'observer', delegation: null })
    const answer = post(`/api/declarations/one/commands?as=${as}`, WITHDRAW, { cookie })
    expect(await refusalOf(answer)).toBe('policy/role')
    expect(performed).toEqual([])
  })

  test('that is refused says so with the status of its code', async () => {
    const { cookie, as } = await signedIn(FRANCE)
    const answer = await post(`/api/declarations/none/commands?as=${as}`, WITHDRAW, { cookie })
    expect(answer.status).toBe(REFUSALS['declaration/unknown'])
  })
})

describe('a request that can not be taken', () => {
  test('because its JSON is broken', async () => {
    expect(await refusalOf(post('/api/session', '{"code":'))).toBe('request/malformed')
  })

  test('because it is no JSON', async () => {
    const answer = post('/api/session', 'code=12345678', { 'content-type': 'text/plain' })
    expect(await refusalOf(answer)).toBe('request/malformed')
  })

  test('because it is too large', async () => {
    expect(await refusalOf(post('/api/session', { code: 'x'.repeat(70_000) }))).toBe('request/too-large')
  })

  test('because it says what is not allowed, and where', async () => {
    const answer = await post('/api/session', { code: 12345678 })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'request/invalid', about: { path: 'code' } })
  })

  test('because there is nothing at its address', async () => {
    expect(await refusalOf(fetch(`${base}/api/nothing`))).toBe('request/not-found')
    expect(await refusalOf(post('/api/nothing', {}))).toBe('request/not-found')
  })

  test('because its address is no address', async () => {
    expect(await refusalOf(fetch(`${base}/api/codes/%E0%A4%A`))).toBe('request/malformed')
  })

  test('because its address takes others, which are named', async () => {
    const answer = await fetch(`${base}/api/session`, { method: 'PUT' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST, DELETE')
    expect(await answer.json()).toMatchObject({ code: 'request/method' })
  })

  test.each(['https://evil.example', 'null', 'http://paraph.example.org', 'http://localhost:1'])(
    'because it comes from a page of %s',
    async (origin) => {
      const { code } = await identity.accredit(FRANCE)
      expect(await refusalOf(post('/api/session', { code }, { origin }))).toBe('request/foreign-origin')
      expect((await post('/api/session', { code }, { origin: ORIGIN })).status).toBe(200)
    },
  )

  test('because the server is stopping', async () => {
    ready = false
    expect(await refusalOf(fetch(`${base}/api/conference`))).toBe('server/stopping')
    expect((await fetch(`${base}/readyz`)).status).toBe(503)
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
  })

  test('is answered as a problem with a stable code', async () => {
    const answer = await fetch(`${base}/api/people`)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toEqual(problemOf(refuse('session/none')))
  })
})

describe('the text', () => {
  test('reads as plain text, one line a clause', async () => {
    expect(await text('text/plain')).toBe('Declaration\n\n1. Affirming <peace>;\n2. Recalling.\n')
  })

  test('reads as a page in its language, with no word taken for markup', async () => {
    const page = await text('text/html')
    expect(page).toContain('<html lang="fr" dir="ltr">')
    expect(page).toContain('<p>1. Affirming &#60;peace&#62;;</p>')
  })

  test('reads as data', async () => {
    expect(JSON.parse(await text('application/json'))).toEqual(TEXT)
  })

  test('is for those who are signed in', async () => {
    expect(await refusalOf(fetch(`${base}/api/declarations/one/text`))).toBe('session/none')
  })

  test('has no view but those that are known', async () => {
    const { cookie } = await signedIn(FRANCE)
    const answer = fetch(`${base}/api/declarations/one/text?as=upside-down`, { headers: { cookie } })
    expect(await refusalOf(answer)).toBe('request/invalid')
  })
})

describe('the list of people', () => {
  test('is kept by the secretariat alone', async () => {
    const { cookie, as } = await signedIn(FRANCE)
    expect(await refusalOf(fetch(`${base}/api/people?as=${as}`, { headers: { cookie } }))).toBe('policy/role')
    expect(await refusalOf(post(`/api/people?as=${as}`, FRANCE, { cookie }))).toBe('policy/role')
  })

  test('takes in a person, whose link signs them in until they are revoked', async () => {
    const { cookie, as } = await signedIn(DESK)
    const accredited = await (await post(`/api/people?as=${as}`, FRANCE, { cookie })).json()
    expect(accredited.url).toMatch(/^https:\/\/paraph\.example\.org\/enter\/[\w-]{27}$/)
    const person = await enter(accredited.url.split('/').at(-1))
    const revoking = await fetch(`${base}/api/people/${person.as}?as=${as}`, {
      method: 'DELETE',
      headers: { cookie },
    })
    expect(revoking.status).toBe(204)
    const answer = fetch(`${base}/api/declarations?as=${person.as}`, { headers: { cookie: person.cookie } })
    expect(await refusalOf(answer)).toBe('capacity/revoked')
  })

  test('knows only delegations of this meeting', async () => {
    const { cookie, as } = await signedIn(DESK)
    const answer = post(`/api/people?as=${as}`, { ...FRANCE, delegation: 'XYZ' }, { cookie })
    expect(await refusalOf(answer)).toBe('delegation/unknown')
  })

  test('counts on the roll the States that are accredited', async () => {
    const { cookie, as } = await signedIn(FRANCE)
    const roll = await fetch(`${base}/api/declarations/one/roll?as=${as}`, { headers: { cookie } })
    expect(await roll.json()).toMatchObject({ invited: 2, accredited: ['FRA'], present: ['KEN'] })
  })
})

describe('the interface', () => {
  test('describes itself, from the schemas that validate', async () => {
    const document = await (await fetch(`${base}/api/openapi.json`)).json()
    expect(document.openapi).toBe('3.1.0')
    const commands = document.paths['/api/declarations/{declaration}/commands'].post
    const { oneOf } = commands.requestBody.content['application/json'].schema
    expect(oneOf.map((it: { properties: { do: { const: string } } }) => it.properties.do.const)).toContain(
      'text.endorse',
    )
  })

  test('lets no other site frame it, script it or learn its addresses', async () => {
    const { headers } = await fetch(base, { headers: { accept: 'text/html' } })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('is measured by route, so that no sign-in code is ever written down', async () => {
    const { code } = await identity.accredit(FRANCE)
    await (await fetch(`${base}/api/codes/${code}`)).text()
    const metrics = await (await fetch(`${base}/metrics`)).text()
    expect(metrics).toContain('route="/api/codes/:code"')
    expect(metrics).not.toContain(code)
  })
})

const FRANCE: Accreditation = { role: 'delegate', delegation: 'FRA', name: 'Delegate of France', title: '' }
const DESK: Accreditation = { role: 'secretariat', delegation: null, name: 'Secretariat', title: '' }
const WITHDRAW = { do: 'amendment.withdraw', amendment: 'FRA-1' }
const STATES = [
  { alpha2: 'FR', alpha3: 'FRA', names: { en: 'France' }, member2009: true },
  { alpha2: 'KE', alpha3: 'KEN', names: { en: 'Kenya' }, member2009: true },
  { alpha2: 'SS', alpha3: 'SSD', names: { en: 'South Sudan' }, member2009: false },
]
const TEXT: TextAnswer = {
  declaration: 'one',
  view: 'clean',
  symbol: 'L.1',
  stage: 'drafting',
  version: null,
  hash: null,
  blocks: [
    { id: 'title', kind: 'title', label: '', end: '', spans: [], plain: 'Declaration' },
    { id: 'c1', kind: 'clause', label: '1', end: ';', spans: [], plain: 'Affirming <peace>;' },
    { id: 'c2', kind: 'clause', label: '2', end: '.', spans: [], plain: 'Recalling.' },
    { id: 'c3', kind: 'clause', label: '3', end: '', spans: [], plain: '' },
  ],
}

function stubSittings(): Sittings {
  const session: Session = {
    perform: async (command, by) => {
      performed.push({ command, by })
      return { act: 7 }
    },
    givePen: async () => ({ pen: 9 }),
    text: async () => TEXT,
    version: async () => refuse('version/unknown'),
    acts: async () => [],
    roll: async () => ({ present: ['KEN'], endorsements: [], version: null }),
  }
  const summary = {
    id: 'one',
    symbol: 'L.1',
    title: 'Declaration',
    language: 'fr',
    stage: 'drafting',
  } as const
  const counts = { clauses: 2, pending: 0, versions: 1, endorsements: 0, changed: '2009-10-12T09:00:00.000Z' }
  return {
    summaries: async () => [{ ...summary, ...counts }],
    lay: async () => ({ act: 0 }),
    open: async (id) => (id === 'one' ? session : refuse('declaration/unknown')),
  }
}

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

async function refusalOf(asked: Promise<Response>): Promise<string> {
  const answer = await asked
  const problem = (await answer.json()) as Problem
  expect(problem.status).toBe(answer.status)
  return problem.code
}

const signedIn = async (person: Accreditation) => enter((await identity.accredit(person)).code)

async function enter(code: string | undefined) {
  const answer = await post('/api/session', { code })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const as: string = (await answer.json()).added
  return { cookie, as }
}

async function text(accept: string): Promise<string> {
  const { cookie } = await signedIn(FRANCE)
  const answer = await fetch(`${base}/api/declarations/one/text`, { headers: { accept, cookie } })
  expect(answer.headers.get('content-type')).toContain(accept)
  return answer.text()
}
