import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Command } from '../../shared/command.ts'
import { DEEDS, type Deed, may, mayEver, ROLES, type Role } from '../../shared/policy.ts'
import { STAGES, type Stage } from '../../shared/stage.ts'
import { must } from '../support/chamber.ts'
import { until } from '../support/ether.ts'
import { characterAt, forge, words } from '../support/forgery.ts'
import { codeOf, type Guest, House, step1, updateFrame } from '../support/house.ts'
import { UNSIGNED } from '../support/instrument.ts'

const WHO: { readonly [role in Role]: string } = {
  delegate: 'FRA',
  secretariat: 'SEC',
  chair: 'CHR',
  signatory: 'FRA minister',
  observer: 'OBS',
}

/** A command for every deed that is one: well formed, whether or not it comes to anything. */
const SAMPLES: { readonly [deed in Deed]?: object } = {
  'draft.open': {},
  'draft.share': { draft: 'd77', sharing: 'live', members: [] },
  'draft.discard': { draft: 'd77' },
  'amendment.table': { draft: 'd77', reason: '' },
  'amendment.withdraw': { amendment: 'FRA-77' },
  'amendment.takeup': { amendment: 'FRA-77' },
  'amendment.invite': { amendment: 'FRA-77', delegations: ['BRA'] },
  'amendment.cosponsor': { amendment: 'FRA-77', wording: 'a'.repeat(64), confirm: true },
  'amendment.incorporate': { amendment: 'FRA-77', wording: 'a'.repeat(64) },
  'amendment.position': { amendment: 'FRA-77', stand: 'support' },
  'amendment.optout': { amendment: 'FRA-77', group: 'EU', out: true },
  'amendment.order': { order: ['FRA-77', 'FRA-78'] },
  'amendment.tie': { amendment: 'FRA-77', fallsIf: ['FRA-78'] },
  'compromise.open': { from: ['FRA-77', 'FRA-78'] },
  'compromise.put': { draft: 'd77' },
  'compromise.answer': { amendment: 'FRA-77', wording: 'a'.repeat(64), accept: true },
  'clause.confirm': { clause: 'c77', words: 'a'.repeat(64) },
  'amendment.decide': { amendment: 'FRA-77', decision: 'accept' },
  'clause.mark': { clause: 'c77', ladder: 'agreed' },
  'comment.make': { on: { clause: 'c77' }, words: 'x' },
  'comment.reply': { thread: 't77', words: 'x' },
  'thread.resolve': { thread: 't77', resolved: true },
  'note.make': { on: { clause: 'c77' }, words: 'x' },
  'note.reply': { note: 'n77', words: 'x' },
  'note.remove': { note: 'n77' },
  'group.dissolve': { group: 'EU' },
  'screen.show': { clause: 'c77' },
  'consolidation.open': { from: ['FRA-77'] },
  'consolidation.adopt': { draft: 'd77' },
  'version.issue': { symbol: 'A/CONF.2009/L.1' },
  'version.restore': { version: 77 },
  'stage.move': {},
  'silence.open': { symbol: 'A/CONF.2009/L.1' },
  'silence.see': { version: 77 },
  'silence.break': { version: 77, reason: 'x' },
  'silence.extend': { version: 77, deadline: '2009-10-12T00:00:00Z', reason: 'x' },
  'silence.cancel': { version: 77, reason: 'x' },
  'language.lay': {
    hash: 'a'.repeat(64),
    language: 'en',
    title: 'x',
    punctuation: { between: ';', beforeLast: ';', last: '.' },
    clauses: ['x'],
  },
  'signatories.list': {},
  'endorsement.open': { hash: 'a'.repeat(64) },
  'addendum.close': {},
  'roll.publish': { publish: true },
  'text.endorse': { signed: UNSIGNED },
  'endorsement.withdraw': { signed: UNSIGNED },
  'paper.record': { capacity: 'x', hash: 'a'.repeat(64), name: 'x', title: 'x', note: 'x' },
  'paper.settle': { paper: 'p77', confirm: true },
}

const expected = (role: Role, deed: Deed, stage: Stage): string => {
  if (may(role, deed, stage)) return 'allowed'
  return mayEver(role, deed) ? 'policy/stage' : 'policy/role'
}

/** What the table says of a refusal: whatever else is wrong with it, the person might have done it. */
const judged = (code: string): string => (code.startsWith('policy/') ? code : 'allowed')

describe.each(STAGES)('[P5] in the stage %s', (stage) => {
  let house: House
  const guests = new Map<Role, Guest>()
  const drafts = new Map<Role, { id: string; pen: number }>()

  beforeAll(async () => {
    house = await House.open()
    for (const role of ROLES) guests.set(role, await house.signIn(WHO[role]))
    drafts.set('delegate', await house.draft(guest('delegate')))
    drafts.set('secretariat', await house.draft(guest('secretariat'), { do: 'consolidation.open' }))
    drafts.set('chair', await house.draft(guest('chair'), { do: 'consolidation.open' }))
    for (const to of STAGES.slice(1, STAGES.indexOf(stage) + 1)) {
      const command = to === 'silence' ? { do: 'silence.open' } : { do: 'stage.move', to }
      // What comes after the silence is reached without it too.
      if (to !== 'silence' || stage === 'silence') await house.command(guest('secretariat'), command)
    }
    expect((await house.chamber.record()).stage).toBe(stage)
  })
  afterAll(() => house.close())

  const guest = (role: Role): Guest => {
    const found = guests.get(role)
    if (!found) throw new Error(`nobody is ${role}`)
    return found
  }

  test.each(ROLES)('every command of a %s is judged as the table says', async (role) => {
    for (const deed of DEEDS) {
      const sample = SAMPLES[deed]
      if (!sample || (deed === 'draft.open' && may(role, deed, stage))) continue
      // To where it stands already: that changes nothing, even for those who may.
      const to = deed === 'stage.move' ? { to: stage } : {}
      const answer = await house.command(guest(role), { do: deed, ...sample, ...to })
      const code = typeof answer === 'string' ? answer : 'done'
      expect([deed, judged(code)]).toEqual([deed, expected(role, deed, stage)])
    }
  })

  test.each(ROLES)('a %s may read as the table says', async (role) => {
    const line = house.room(guest(role))
    await line.send(step1(new Uint8Array([0])))
    const isServed = () => line.heard.some((frame) => frame[0] === 0)
    if (may(role, 'text.read', stage)) await until(`${role} is served`, isServed)
    else expect((await line.closed).refused).toMatch(/^policy/)
    line.cut()
  })

  test.each(ROLES)('a %s may write over a socket as the table says', async (role) => {
    const own = drafts.get(role)
    // Whoever has no draft tries at that of the delegation, with its pen.
    const { id, pen } = own ?? drafts.get('delegate') ?? { id: 'd1', pen: 9 }
    const asked = await house.post(guest(role), `/api/declarations/declaration/drafts/${id}/pens`, {})
    const given = asked.ok ? 'allowed' : await codeOf(asked)
    const line = house.table(guest(role), id)
    const doc = must(await house.chamber.sitting.look((_, { text }) => text))
    const struct = { origin: characterAt(doc, 1, 3), right: characterAt(doc, 1, 4), content: words('x') }
    await line.send(updateFrame(forge([{ client: pen, clock: 0, structs: [struct] }])))
    let written = ''
    void line.closed.then(({ refused }) => {
      written = refused
    })
    const isSaved = () => line.heard.some((frame) => frame[0] === 4)
    await until('there is an answer', () => written !== '' || isSaved())
    const isAllowed = may(role, 'draft.write', stage) && own !== undefined
    expect([given === 'allowed', isSaved()]).toEqual([isAllowed, isAllowed])
    line.cut()
  })
})

test('[P5] no command is without a place in the table, and no deed without a door', () => {
  const commands = Command.options.map((option) => option.shape.do.value)
  expect([...commands, 'text.read', 'draft.write'].sort()).toEqual([...DEEDS].sort())
  expect(Object.keys(SAMPLES).sort()).toEqual([...commands].sort())
})
