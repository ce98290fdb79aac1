import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import type { Roll, VersionAnswer } from '../../shared/api.ts'
import { Command } from '../../shared/command.ts'
import type { Instrument } from '../../shared/endorsement.ts'
import { replace } from '../support/chamber.ts'
import { codeOf, type Guest, House } from '../support/house.ts'
import { UNSIGNED } from '../support/instrument.ts'

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

/** The code with which it is refused; everything is as it was. */
async function refused(ask: () => Promise<Response>): Promise<string> {
  const before = await house.state()
  const answer = await ask()
  const code = answer.ok ? `taken, ${answer.status}` : await codeOf(answer)
  expect(await house.state()).toEqual(before)
  return code
}
const refusedCommand = (guest: Guest, command: unknown) =>
  refused(() => house.post(guest, `${DECLARATION}/commands`, command))

/** France's amendment of the second clause, tabled. */
async function proposal(): Promise<string> {
  const { id } = await house.draft(france)
  const voice = house.chamber.as('FRA')
  const actor = { ...voice.actor, capacity: france.as }
  const { pen } = (await house.chamber.sitting.givePen(id, actor)) as { pen: number }
  const tab = await voice.tab(id)
  tab.clientID = pen
  const before = Y.encodeStateVector(tab)
  replace(tab, 'c2', 'la menace', 'le danger <b>')
  await house.chamber.sitting.write(id, Y.encodeStateAsUpdate(tab, before), actor)
  const tabled = await house.command(france, { do: 'amendment.table', draft: id, reason: '<i>why</i>' })
  return (tabled as { amendment: string }).amendment
}

const final = async (): Promise<VersionAnswer['head']> => {
  for (const to of ['consolidation', 'final']) await house.command(secretariat, { do: 'stage.move', to })
  const answer = await house.ask(france, `${DECLARATION}/roll?as=${france.as}`)
  const { version } = (await answer.json()) as Roll
  if (!version) throw new Error('no final version')
  return version
}

/** As much of a JSON schema as is read here. */
interface Schema {
  readonly type?: string
  readonly pattern?: string
  readonly enum?: unknown
  readonly const?: unknown
  readonly properties?: Readonly<{ [name: string]: Schema }>
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

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
      expect([path, await refused(ask)]).toEqual([path, 'request/foreign-origin'])
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
        expect([path, await refused(ask)]).toEqual([path, 'request/malformed'])
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
    expect(await refusedCommand(france, { do: 'draft.open', [field]: value })).toBe('request/invalid')
  })

  test('the prototype is refused, and no object has learned anything', async () => {
    expect(await refusedCommand(france, '{"do":"draft.open","__proto__":{"role":"secretariat"}}')).toBe(
      'request/invalid',
    )
    expect(await refusedCommand(france, '{"do":"draft.open","constructor":{"prototype":{"role":1}}}')).toBe(
      'request/invalid',
    )
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
      expect(await refused(() => house.post(secretariat, '/api/people', { ...person, ...more }))).toBe(
        'request/invalid',
      )
    }
    for (const delegation of ['SEC', 'CHR', 'XXX']) {
      const ask = () => house.post(secretariat, '/api/people', { ...person, delegation })
      expect(await refused(ask)).toBe('delegation/unknown')
    }
    expect(await refused(() => house.post(france, '/api/people', person))).toBe('policy/role')
  })

  test("somebody else's capacity is refused, however it is asked for", async () => {
    for (const as of [secretariat.as, '__proto__', 'constructor', '', `${france.as}&as=${secretariat.as}`]) {
      const path = `${DECLARATION}/commands?as=${as}`
      const code = await refused(() => house.post(france, path, { do: 'stage.move', to: 'consolidation' }))
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
    expect(await refused(ask)).toBe('request/invalid')
  })

  test('delegations that are not at the meeting are neither asked in nor awaited', async () => {
    const { id } = await house.draft(france)
    const share = { do: 'draft.share', draft: id, sharing: 'live', members: ['BRA', 'ZZZ'] }
    expect(await refusedCommand(france, share)).toBe('delegation/unknown')
    const mark = { do: 'clause.mark', clause: 'c1', ladder: 'ad referendum', awaiting: ['ZZZ'] }
    expect(await refusedCommand(secretariat, mark)).toBe('delegation/unknown')
  })
})

describe('what is no such thing', () => {
  const NAMES = [
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    '../../x',
    'd0',
    'FRA-0',
    ' ',
    'a'.repeat(99),
  ]

  test.each(NAMES)('%s names nothing', async (name) => {
    for (const command of [
      { do: 'draft.discard', draft: name },
      { do: 'amendment.withdraw', amendment: name },
      { do: 'comment.make', on: { clause: name }, words: 'x' },
      { do: 'comment.make', on: { amendment: name }, words: 'x' },
      { do: 'comment.reply', thread: name, words: 'x' },
      { do: 'draft.open', from: [name] },
      { do: 'draft.open', revises: name },
    ]) {
      expect(await refusedCommand(france, command)).toMatch(/^request\/invalid$|\/unknown$/)
    }
    for (const path of [
      `/api/declarations/${encodeURIComponent(name)}/text`,
      `${DECLARATION}/versions/${encodeURIComponent(name)}`,
    ]) {
      expect(await refused(() => house.ask(france, path))).toMatch(/unknown$/)
    }
    expect(await refused(() => house.ask(null, `/api/codes/${encodeURIComponent(name)}`))).toBe(
      'code/unknown',
    )
    const gone = () =>
      house.ask(secretariat, `/api/people/${encodeURIComponent(name)}?as=${secretariat.as}`, {
        method: 'DELETE',
      })
    expect(await refused(gone)).toBe('request/not-found')
  })

  test('numbers without measure', async () => {
    for (const number of ['9'.repeat(400), '1e999', '-1', '0x10', 'NaN'])
      expect(await refused(() => house.ask(france, `${DECLARATION}/versions/${number}`))).toBe(
        'version/unknown',
      )
    expect(await refused(() => house.ask(france, `${DECLARATION}/text?version=${'9'.repeat(400)}`))).toBe(
      'request/invalid',
    )
    expect(await refusedCommand(france, '{"do":"comment.reply","thread":1e400,"words":"x"}')).toBe(
      'request/invalid',
    )
  })

  test('JSON without end', async () => {
    for (const deep of [
      '['.repeat(30_000) + ']'.repeat(30_000),
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
    ])
      expect(await refusedCommand(france, `{"do":${deep}}`)).toBe('request/invalid')
    expect(await refusedCommand(france, 'null')).toBe('request/invalid')
    expect(
      await refusedCommand(france, { do: 'comment.make', on: { clause: 'c1' }, words: 'x'.repeat(70_000) }),
    ).toBe('request/too-large')
    expect(await refusedCommand(france, { do: 'draft.open', from: Array(21).fill('FRA-1') })).toBe(
      'request/invalid',
    )
  })
})

describe('characters by which a text reads otherwise than it is', () => {
  const BAD = [
    '\u0000',
    '\u001b[2J',
    '\u007f',
    '\u0085',
    '\u202e',
    '\u202b',
    '\u2066',
    '\u2028',
    '\ufff9',
    '\ufffd',
    '\uffff',
  ]
  const signed = (instead: Partial<Instrument>) => ({
    do: 'text.endorse',
    signed: { ...UNSIGNED, instrument: { ...UNSIGNED.instrument, ...instead } },
  })
  const PAPER = { do: 'paper.record', capacity: 'x', hash: 'a'.repeat(64), name: 'x', title: 'x', note: 'x' }
  const COMMANDS: readonly (readonly [string, (bad: string) => object])[] = [
    ['a reason', (bad) => ({ do: 'amendment.table', draft: 'd1', reason: `a${bad}b` })],
    ['why', (bad) => ({ do: 'amendment.position', amendment: 'FRA-1', stand: 'oppose', why: `a${bad}b` })],
    [
      'a note on a decision',
      (bad) => ({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'reject', note: `a${bad}b` }),
    ],
    ['a comment', (bad) => ({ do: 'comment.make', on: { clause: 'c1' }, words: `a${bad}b` })],
    ['a quote', (bad) => ({ do: 'comment.make', on: { clause: 'c1', quote: `a${bad}b` }, words: 'x' })],
    ['a reply', (bad) => ({ do: 'comment.reply', thread: 't1', words: `a${bad}b` })],
    ['a note on what is adopted', (bad) => ({ do: 'consolidation.adopt', draft: 'd1', note: `a${bad}b` })],
    ['a symbol', (bad) => ({ do: 'version.issue', symbol: `a${bad}b` })],
    ['a note on a version', (bad) => ({ do: 'version.issue', symbol: 'x', note: `a${bad}b` })],
    ['a signatory', (bad) => signed({ signatory: { name: `a${bad}b`, title: 'x' } })],
    ['an office', (bad) => signed({ signatory: { name: 'x', title: `a${bad}b` } })],
    ['a reservation', (bad) => signed({ remarks: [{ kind: 'reservation', words: `a${bad}b` }] })],
    ['a signatory on paper', (bad) => ({ ...PAPER, name: `a${bad}b` })],
    ['where a paper is kept', (bad) => ({ ...PAPER, note: `a${bad}b` })],
  ]
  test.each(COMMANDS)('are refused in %s', async (_, command) => {
    for (const bad of BAD) expect(await refusedCommand(secretariat, command(bad))).toBe('request/invalid')
  })

  test('are refused in every field of every command that takes words', () => {
    const schema = z.toJSONSchema(Command, { io: 'input', unrepresentable: 'any' }) as Schema
    const fields = (schema.oneOf ?? schema.anyOf ?? []).flatMap(({ properties = {} }) =>
      Object.entries(properties)
        .filter(([, it]) => it.type === 'string' && !it.pattern && !it.enum && it.const === undefined)
        .map(([field]) => ({ do: properties['do']?.const, field })),
    )
    expect(fields.length).toBeGreaterThan(8)
    const isTaken = (of: (typeof fields)[number], words: string): boolean => {
      const parsed = Command.safeParse({ do: of.do, [of.field]: words })
      return parsed.success || !parsed.error.issues.some(({ path }) => path[0] === of.field)
    }
    for (const field of fields) {
      expect({ ...field, taken: isTaken(field, 'a b') }).toEqual({ ...field, taken: true })
      for (const bad of BAD)
        expect({ ...field, taken: isTaken(field, `a${bad}b`) }).toEqual({ ...field, taken: false })
    }
  })

  test('are refused in a name and in a title of a person', async () => {
    for (const bad of [...BAD, '\n', '\t'])
      for (const field of ['name', 'title']) {
        const person = { role: 'delegate', delegation: 'KEN', name: 'x', [field]: `a${bad}b` }
        expect(await refused(() => house.post(secretariat, '/api/people', person))).toBe('request/invalid')
      }
  })

  test('are refused in everything of a declaration that is laid', async () => {
    const punctuation = { between: ';', beforeLast: '; and', last: '.' }
    const sound = { id: 'other', symbol: 'A/2', language: 'en', title: 'x', punctuation, clauses: ['Urging'] }
    for (const bad of BAD) {
      for (const field of ['symbol', 'title', 'id', 'language']) {
        const ask = () => house.post(secretariat, '/api/declarations', { ...sound, [field]: `a${bad}b` })
        expect(await refused(ask)).toBe('request/invalid')
      }
      for (const clauses of [[`a${bad}b`], ['x', `b${bad}b`]])
        expect(await refused(() => house.post(secretariat, '/api/declarations', { ...sound, clauses }))).toBe(
          'request/invalid',
        )
      const wrong = { ...punctuation, last: `a${bad}` }
      expect(
        await refused(() => house.post(secretariat, '/api/declarations', { ...sound, punctuation: wrong })),
      ).toBe('request/invalid')
    }
  })

  test('are none of those with which Arabic, Persian or Hindi is written', async () => {
    const words = 'نحن الوزراء\u200f؛ می\u200cخواهیم؛ क्\u200dष — « naïve »\nline\ttab 👩\u200d👧'
    const answer = await house.command(france, { do: 'comment.make', on: { clause: 'c1' }, words })
    expect(answer).toMatchObject({ thread: 't1' })
  })
})

describe('markup', () => {
  test('is kept as it was written in a comment, a reason and a name, and never becomes part of a page', async () => {
    const words = '<img src=x onerror=alert(1)>&amp;'
    await house.command(france, { do: 'comment.make', on: { clause: 'c1' }, words })
    await proposal()
    const person = { role: 'delegate', delegation: 'KEN', name: words, title: words }
    const accredited = await house.post(secretariat, '/api/people', person)
    expect(await accredited.json()).toMatchObject({ capacity: { name: words, title: words } })
    const record = JSON.stringify((await house.state()).record)
    expect(record).toContain(JSON.stringify(JSON.stringify(words)).slice(3, -3))
    const page = await house.ask(france, `${DECLARATION}/text`, { headers: { accept: 'text/html' } })
    expect(await page.text()).not.toContain('onerror')
  })

  test('is words: it is kept as it was written, and shown as it was written', async () => {
    const amendment = await proposal()
    await house.command(secretariat, { do: 'amendment.decide', amendment, decision: 'accept' })
    const script = '<script>alert(1)</script>'
    await house.command(secretariat, { do: 'version.issue', symbol: `${script}/Rev.1` })
    for (const query of ['as=clean', 'as=compilation', `as=amended&with=${amendment}`, 'version=1']) {
      const page = await house.ask(france, `${DECLARATION}/text?${query}`, {
        headers: { accept: 'text/html' },
      })
      const html = await page.text()
      expect(html).toContain('le danger &#60;b&#62;')
      expect(html).not.toMatch(/<script|<b>|<i>/)
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    }
  })
})

describe('the same again', () => {
  test('a sign-in link opens once', async () => {
    const code = await house.accredit('KEN')
    expect((await house.post(null, '/api/session', { code })).status).toBe(200)
    expect(await refused(() => house.post(null, '/api/session', { code }))).toBe('code/used')
  })

  test('what was decided or withdrawn is not decided or withdrawn again', async () => {
    const amendment = await proposal()
    const decide = { do: 'amendment.decide', amendment, decision: 'accept' }
    expect(await house.command(secretariat, decide)).toBeTypeOf('object')
    expect(await refusedCommand(secretariat, decide)).toBe('amendment/not-pending')
    expect(await refusedCommand(secretariat, { ...decide, decision: 'reject' })).toBe('amendment/not-pending')
    expect(await refusedCommand(france, { do: 'amendment.withdraw', amendment })).toBe(
      'amendment/not-pending',
    )
  })

  test('a draft is tabled once, and its pens are no more', async () => {
    const amendment = await proposal()
    const table = { do: 'amendment.table', draft: 'd1', reason: '' }
    expect(await refusedCommand(france, table)).toBe('draft/unknown')
    expect(await refusedCommand(france, { do: 'draft.discard', draft: 'd1' })).toBe('draft/unknown')
    expect(await refused(() => house.post(france, `${DECLARATION}/drafts/d1/pens`, {}))).toBe('draft/unknown')
    expect(amendment).toBe('FRA-1')
  })

  test('a stage is entered once, and a symbol names one version', async () => {
    await final()
    for (const to of ['drafting', 'consolidation', 'final'])
      expect(await refusedCommand(secretariat, { do: 'stage.move', to })).toBe('stage/not-next')
    expect(await refusedCommand(secretariat, { do: 'version.issue', symbol: 'A/CONF.2009/1' })).toBe(
      'policy/stage',
    )
  })

  test("somebody else's amendment is not withdrawn, nor co-sponsored in other words than it has", async () => {
    const amendment = await proposal()
    const brazil = await house.signIn('BRA')
    expect(await refusedCommand(brazil, { do: 'amendment.withdraw', amendment })).toBe('amendment/not-yours')
    expect(await refusedCommand(brazil, { do: 'draft.open', revises: amendment })).toBe('amendment/not-yours')
    const cosponsor = { do: 'amendment.cosponsor', amendment, wording: 'a'.repeat(64), confirm: true }
    expect(await refusedCommand(brazil, cosponsor)).toBe('amendment/other-wording')
    expect(await refusedCommand(france, { do: 'amendment.position', amendment, stand: 'oppose' })).toBe(
      'amendment/own',
    )
  })
})

describe('more than anybody asks for', () => {
  test('a person who commands too fast is told so, and the others are served', async () => {
    const comment = { do: 'comment.make', on: { clause: 'c1' }, words: 'x' }
    const answers = await Promise.all(Array.from({ length: 200 }, () => house.command(france, comment)))
    expect(answers.filter((it) => it === 'request/too-many').length).toBeGreaterThan(50)
    expect(await house.command(await house.signIn('BRA'), comment)).toBeTypeOf('object')
  })

  test('a delegation has fifty drafts open at most', async () => {
    for (let n = 0; n < 50; n++) await house.command(france, { do: 'draft.open', another: true })
    expect(await refusedCommand(france, { do: 'draft.open', another: true })).toBe('draft/too-many')
    expect(await house.command(france, { do: 'draft.open' })).toMatchObject({ draft: 'd50' })
  })

  test('headers without end are refused', async () => {
    const answer = await house.ask(france, '/api/session', { headers: { 'x-long': 'x'.repeat(20_000) } })
    expect(answer.status).toBe(431)
  })

  test('a request that comes drop by drop is given up', async () => {
    const raw = connect(house.port, '127.0.0.1')
    const closed = new Promise<string>((resolve) => raw.once('close', () => resolve('given up')))
    raw.on('error', () => {})
    raw.resume()
    raw.write('GET /api/session HTTP/1.1\r\nHost: x\r\n')
    const drops = setInterval(() => raw.write('X-A: b\r\n'), 1_000)
    const late = new Promise<string>((resolve) => setTimeout(() => resolve('still there'), 20_000).unref())
    expect(await Promise.race([closed, late])).toBe('given up')
    clearInterval(drops)
  })
})

test('no secret is ever in the log: not a code, not a cookie, not the words of a draft', async () => {
  const code = await house.accredit('KEN')
  const entered = await house.post(null, '/api/session', { code })
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]?.split('=')[1] ?? ''
  await house.post(null, '/api/session', { code })
  await house.post(null, '/api/session', `{"code":"${code}",`)
  await house.ask(null, `/api/codes/${code}`)
  await house.ask(null, `/enter/${code}`, { headers: { accept: 'text/html' } })
  await house.ask(null, `/enter/${code}/%E0%A4%A`)
  const guest = { cookie: `paraph_session=${cookie}`, as: 'x' }
  await house.line(guest, `/sync/${code}`).closed
  await house.command(france, { do: 'comment.make', on: { clause: 'c1' }, words: 'the secret words' })
  expect(cookie).toHaveLength(43)
  expect(house.logged).toContain('/api/session')
  for (const secret of [code, cookie, 'the secret words', france.cookie.split('=')[1] ?? ''])
    expect(house.logged.includes(secret) || JSON.stringify(house.refused).includes(secret)).toBe(false)
})
