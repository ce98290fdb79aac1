import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { Command } from '../../shared/command.ts'
import type { Instrument } from '../../shared/endorsement.ts'
import { refused, refusedCommand } from '../support/attack.ts'
import { replace } from '../support/chamber.ts'
import { type Guest, House } from '../support/house.ts'
import { UNSIGNED } from '../support/instrument.ts'

/** Words that are no words: signs that turn a text around, and markup. */

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
    for (const bad of BAD)
      expect(await refusedCommand(house, secretariat, command(bad))).toBe('request/invalid')
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
        expect(await refused(house, () => house.post(secretariat, '/api/people', person))).toBe(
          'request/invalid',
        )
      }
  })

  test('are refused in everything of a declaration that is laid', async () => {
    const punctuation = { between: ';', beforeLast: '; and', last: '.' }
    const sound = { id: 'other', symbol: 'A/2', language: 'en', title: 'x', punctuation, clauses: ['Urging'] }
    for (const bad of BAD) {
      for (const field of ['symbol', 'title', 'id', 'language']) {
        const ask = () => house.post(secretariat, '/api/declarations', { ...sound, [field]: `a${bad}b` })
        expect(await refused(house, ask)).toBe('request/invalid')
      }
      for (const clauses of [[`a${bad}b`], ['x', `b${bad}b`]])
        expect(
          await refused(house, () => house.post(secretariat, '/api/declarations', { ...sound, clauses })),
        ).toBe('request/invalid')
      const wrong = { ...punctuation, last: `a${bad}` }
      expect(
        await refused(house, () =>
          house.post(secretariat, '/api/declarations', { ...sound, punctuation: wrong }),
        ),
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
