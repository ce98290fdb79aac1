import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { DeclarationSummary, NewDeclaration } from '../shared/api.ts'
import { refuse } from '../shared/refusal.ts'
import { setDemonstration } from './demonstration.ts'
import type { Identity } from './identity/contract.ts'
import { RegisterIdentity } from './identity/identity.ts'
import { openMeeting } from './identity/opening.ts'
import { Register } from './identity/register.ts'
import { codeIn, firstLink, type Link, linkLines, parseLinks } from './links.ts'
import type { Sittings } from './sitting/contract.ts'

const ORIGIN = 'http://localhost:8009'

let register: Register
let identity: Identity
let laid: NewDeclaration[]

beforeEach(async () => {
  register = await Register.open({ load: async () => null, save: async () => undefined })
  identity = new RegisterIdentity({ register, random: randomBytes, now: () => new Date() })
  laid = []
})

describe('the demonstration', () => {
  test('prints a link for everybody who is needed to try it', async () => {
    const links = await start([])
    expect(links.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'secretariat Secretariat',
      'chair Chair',
      'delegate France',
      'delegate Brésil',
      'delegate Kenya',
      'delegate Singapour',
      'delegate Union européenne',
      'signatory Minister of Singapore',
      'signatory Minister of France',
      'observer Observer',
    ])
    expect(parseLinks(linkLines(links))).toEqual(links)
  })

  test('lays its declarations once', async () => {
    await start(await start([]))
    expect(laid.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  test('keeps the links that nobody has used, and replaces the others for the same person', async () => {
    const first = await start([])
    const france = await identity.enter(codeOf(first, 'France'), undefined)
    const second = await start(first)
    expect(codeOf(second, 'Kenya')).toBe(codeOf(first, 'Kenya'))
    expect(codeOf(second, 'France')).not.toBe(codeOf(first, 'France'))
    expect(identity.holder(codeOf(second, 'France'))).toEqual('me' in france ? france.me.capacities[0] : null)
    expect(identity.people()).toHaveLength(first.length)
  })

  test('is never opened over a meeting in earnest', async () => {
    expect(await openMeeting(register, false)).toBe(false)
    expect(await openMeeting(register, true)).toBe(false)
  })
})

describe('a meeting in earnest', () => {
  test('begins with one link, for the secretariat', async () => {
    const links = await firstLink(identity, ORIGIN)
    expect(links).toMatchObject([{ role: 'secretariat' }])
    expect(await firstLink(identity, ORIGIN)).toEqual([])
    await identity.enter(codeOf(links, 'Secretariat'), undefined)
    expect(await firstLink(identity, ORIGIN)).toEqual([])
  })
})

const start = (kept: readonly Link[]) =>
  setDemonstration({
    identity,
    sittings: tray,
    origin: ORIGIN,
    kept,
    declarations: [fixture('one'), fixture('two')],
    groups: [],
  })

const codeOf = (links: readonly Link[], name: string): string => {
  const link = links.find((it) => it.name === name)
  if (!link) throw new Error(`no link for ${name}`)
  return codeIn(link)
}

const fixture = (id: string) => ({
  id,
  symbol: 'L.1',
  language: 'en',
  title: 'Declaration',
  punctuation: { between: ';', beforeLast: '; and', last: '.' },
  clauses: ['Affirming'],
  note: 'Where the words come from.',
})

const tray: Sittings = {
  summaries: async () => laid.map((it) => summaryOf(it)),
  lay: async (declaration) => {
    laid.push(declaration)
    return { act: 0 }
  },
  open: async () => refuse('declaration/unknown'),
}

const summaryOf = ({ id, symbol, title, language }: NewDeclaration): DeclarationSummary => ({
  ...{ id, symbol, title, language, stage: 'drafting', clauses: 1, pending: 0, awaited: 0 },
  ...{ versions: 1, endorsements: 0, deadline: null, changed: '2009-10-12T09:00:00.000Z' },
})
