import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Found } from '../../shared/found.ts'
import { DECLARATION, must } from '../support/chamber.ts'
import { codeOf, type Guest, House } from '../support/house.ts'
import { IssuedFile } from '../support/issued-file.ts'
import { deleted, inserted, said, wordFile, written } from '../support/word-file.ts'

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

const DOOR = `/api/declarations/${DECLARATION.id}/file`
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const send = (
  guest: Guest | null,
  file: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> =>
  house.ask(guest, guest ? `${DOOR}?as=${guest.as}` : DOOR, {
    method: 'POST',
    headers: { 'content-type': WORD, ...headers },
    body: Uint8Array.from(file),
  })

/** As issued, with one word of the first clause replaced and one clause more. */
async function edited(): Promise<Uint8Array> {
  const issued = await IssuedFile.of(house.chamber)
  const words = said('1. Affirmant le rôle ') + deleted('central') + inserted('majeur')
  const end = written(inserted('Notant que tout va bien ;'))
  return issued
    .with(
      'c1',
      written(`${words}${said(' que doit jouer la police ;')}`, { ...issued.mark('c1'), end: 'ins' }),
      end,
    )
    .file()
}

const edits = async () => must(await house.chamber.sitting.look((_, state) => state.draftEdits('d1')))

describe('the door for files', () => {
  test('[D3] a file that is sent changes nothing; what is confirmed of it is a draft like any other', async () => {
    const file = await edited()
    const before = await house.state()
    const answer = await send(france, file)
    expect(answer.status).toBe(200)
    const { changes } = (await answer.json()) as Found
    expect(await house.state()).toEqual(before)

    const brings = {
      hunks: changes.flatMap(({ brought }) => brought.hunks),
      added: changes.flatMap(({ brought }) => brought.added),
    }
    expect(await house.command(france, { do: 'draft.open', brings, sharing: 'private' })).toMatchObject({
      draft: 'd1',
    })
    expect(await edits()).toMatchObject({
      hunks: [{ clause: 'c1', was: 'central', insert: 'majeur' }],
      added: [{ after: 'c1', text: 'Notant que tout va bien' }],
    })
    const { record } = await house.state()
    expect(JSON.parse(record)).toMatchObject({ drafts: { d1: { sharing: 'private', delegation: 'FRA' } } })
    const tabled = await house.command(france, { do: 'amendment.table', draft: 'd1', reason: '' })
    expect(tabled).toMatchObject({ amendment: 'FRA-1' })
  })

  test('[D3] words that only come in are not put elsewhere, where the clause has changed since they were shown', async () => {
    const issued = await IssuedFile.of(house.chamber)
    const words = `${said('1. Affirmant le rôle central')}${inserted(' et éminent')}`
    const file = issued
      .with('c1', written(`${words}${said(' que doit jouer la police ;')}`, issued.mark('c1')))
      .file()
    const { changes } = (await (await send(france, file)).json()) as Found
    expect(changes).toMatchObject([{ brought: { hunks: [{ was: '', insert: ' et éminent' }] } }])
    const kenya = await house.signIn('KEN')
    const moved = { clause: 'c1', from: 0, to: 9, was: 'Affirmant', insert: 'Nous' }
    await house.command(kenya, { do: 'draft.open', brings: { hunks: [moved] } })
    await house.command(kenya, { do: 'amendment.table', draft: 'd1', reason: '' })
    const desk = await house.signIn('SEC')
    const decided = { do: 'amendment.decide', amendment: 'KEN-1', decision: 'accept' }
    expect(await house.command(desk, decided)).toMatchObject({ act: expect.any(Number) })
    const before = await house.state()
    const confirmed = { do: 'draft.open', brings: changes[0]?.brought }
    expect(await house.command(france, confirmed)).toBe('clause/other-words')
    expect(await house.state()).toEqual(before)

    // Read once more, it has its place.
    const again = ((await (await send(france, file)).json()) as Found).changes[0]
    expect(await house.command(france, { do: 'draft.open', brings: again?.brought })).toMatchObject({
      draft: expect.any(String),
    })
  })

  test('is shut to whoever may not draft, and to other sites', async () => {
    const file = await edited()
    expect(await codeOf(await send(null, file))).toBe('session/none')
    for (const who of ['SEC', 'CHR', 'OBS', 'SGP minister'])
      expect(await codeOf(await send(await house.signIn(who), file))).toBe('policy/role')
    const foreign = await send(france, file, { origin: 'https://elsewhere.example.org' })
    expect(await codeOf(foreign)).toBe('request/foreign-origin')
    expect(
      await codeOf(await house.ask(france, DOOR, { method: 'POST', headers: { 'content-type': WORD } })),
    ).toBe('request/invalid')
    expect(await codeOf(await send(france, file, { 'content-type': 'text/html' }))).toBe('request/malformed')
    expect(await codeOf(await send(france, wordFile({})))).toBe('document/not-ours')
  })

  test('a hundred megabytes are refused before one of them is read', async () => {
    const head = await saysItself(`Content-Length: ${100 * 1024 * 1024}`)
    expect(head).toMatch(/^HTTP\/1\.1 413 /)
    expect(head).toMatch(/connection: close/i)
    expect(head).toContain('request/too-large')
  })

  test('a body without end is refused at the first byte too many', async () => {
    const part = `10000\r\n${'x'.repeat(65_536)}\r\n`
    expect(await saysItself('Transfer-Encoding: chunked', part.repeat(100))).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('nobody sends one file after the other', async () => {
    const file = wordFile({})
    const codes: string[] = []
    for (let at = 0; at < 14; at++) codes.push(await codeOf(await send(france, file)))
    expect(codes[0]).toBe('document/not-ours')
    expect(codes.at(-1)).toBe('request/too-many')
    // Before it has taken in another: memory is what many at once would cost.
    expect(await saysItself('Content-Length: 4000000', 'x')).toMatch(/^HTTP\/1\.1 429 /)
  })
})

test('[D3] a text from elsewhere is read for the secretariat, and laid by nobody yet', async () => {
  const desk = await house.signIn('SEC')
  const before = await house.state()
  const sending = (guest: Guest | null) =>
    house.ask(guest, guest ? `/api/file?as=${guest.as}` : '/api/file', {
      ...{ method: 'POST', headers: { 'content-type': WORD } },
      body: Uint8Array.from(wordFile({ body: written(said('Notant que tout va bien')) })),
    })
  expect(await (await sending(desk)).json()).toEqual({
    ...{ title: '', language: null, clauses: ['Notant que tout va bien'] },
  })
  expect(await codeOf(await sending(france))).toBe('policy/role')
  expect(await codeOf(await sending(null))).toBe('session/none')
  expect(await house.state()).toEqual(before)
})

/** What the server answers to a request of which nothing but this is sent. */
function saysItself(header: string, body = ''): Promise<string> {
  const lines = [
    `POST ${DOOR}?as=${france.as} HTTP/1.1`,
    ...[`Host: 127.0.0.1:${house.port}`, `Cookie: ${france.cookie}`, `Content-Type: ${WORD}`, header],
  ]
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(house.port, '127.0.0.1', () =>
      socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`),
    )
    socket.on('error', () => {})
    socket.on('data', (data) => {
      heard += String(data)
    })
    socket.on('close', () => resolve(heard))
  })
}

describe('what a draft is to begin with', () => {
  const hunk = { clause: 'c1', from: 0, to: 9, was: 'Affirmant', insert: 'Notant' }
  const bring = (brings: unknown, more = {}) => house.command(france, { do: 'draft.open', brings, ...more })

  test.each<[string, unknown, string]>([
    ['other words than stand there', { hunks: [{ ...hunk, was: 'Rappelant' }] }, 'clause/other-words'],
    ['words beyond the end', { hunks: [{ ...hunk, from: 900, to: 909 }] }, 'clause/other-words'],
    ['a clause that is none', { hunks: [{ ...hunk, clause: 'c9' }] }, 'clause/other-words'],
    ['changes that overlap', { hunks: [hunk, hunk] }, 'clause/other-words'],
    [
      'changes in disorder',
      { hunks: [{ ...hunk, from: 10, to: 12, was: 'le' }, hunk] },
      'clause/other-words',
    ],
    [
      'a new clause under the name of another',
      { added: [{ after: 'c1', id: 'c2', text: 'x' }] },
      'clause/other-words',
    ],
    [
      'two new clauses under one name',
      { added: ['a', 'b'].map((text) => ({ after: 'c1', id: 'n', text })) },
      'clause/other-words',
    ],
    [
      'a clause after one that is none',
      { added: [{ after: 'c9', id: 'n', text: 'x' }] },
      'clause/other-words',
    ],
    ['a move of nothing', { moved: [{ clause: 'c9', after: 'c1' }] }, 'clause/other-words'],
    ['a move of the title', { moved: [{ clause: 'title', after: 'c1' }] }, 'update/not-allowed'],
    ['nothing', {}, 'draft/empty'],
    ['characters that are no text', { hunks: [{ ...hunk, insert: '\u202e' }] }, 'request/invalid'],
    ['fields of its own', { hunks: [{ ...hunk, gone: [] }] }, 'request/invalid'],
    [
      'more than a draft may hold',
      { added: [1, 2, 3, 4].map((at) => ({ after: 'c1', id: `n${at}`, text: 'x'.repeat(15_000) })) },
      'update/not-allowed',
    ],
  ])('%s is refused', async (_, brings, code) => {
    const before = await house.state()
    expect(await bring(brings)).toBe(code)
    expect(await house.state()).toEqual(before)
  })

  test('[P2] its words come with a pen of the server’s, and the text stays as it was', async () => {
    const { text } = await house.state()
    expect(await bring({ hunks: [hunk], moved: [{ clause: 'c3', after: 'title' }] })).toMatchObject({
      draft: 'd1',
    })
    expect((await house.state()).text).toEqual(text)
    expect(await edits()).toMatchObject({ hunks: [hunk], moved: [{ clause: 'c3', after: 'title' }] })
    expect(await bring({ hunks: [hunk] }, { from: ['FRA-1'] })).toBe('request/invalid')
  })
})
