import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Roll, VersionAnswer } from '../../shared/api.ts'
import { refused, refusedCommand } from '../support/attack.ts'
import { replace } from '../support/chamber.ts'
import { type Guest, House } from '../support/house.ts'

/** What was done once, tried again. */

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

const final = async (): Promise<VersionAnswer['head']> => {
  for (const to of ['consolidation', 'final']) await house.command(secretariat, { do: 'stage.move', to })
  const answer = await house.ask(france, `${DECLARATION}/roll?as=${france.as}`)
  const { version } = (await answer.json()) as Roll
  if (!version) throw new Error('no final version')
  return version
}

describe('the same again', () => {
  test('a sign-in link opens once', async () => {
    const code = await house.accredit('KEN')
    expect((await house.post(null, '/api/session', { code })).status).toBe(200)
    expect(await refused(house, () => house.post(null, '/api/session', { code }))).toBe('code/used')
  })

  test('what was decided or withdrawn is not decided or withdrawn again', async () => {
    const amendment = await proposal()
    const decide = { do: 'amendment.decide', amendment, decision: 'accept' }
    expect(await house.command(secretariat, decide)).toBeTypeOf('object')
    expect(await refusedCommand(house, secretariat, decide)).toBe('amendment/not-pending')
    expect(await refusedCommand(house, secretariat, { ...decide, decision: 'reject' })).toBe(
      'amendment/not-pending',
    )
    expect(await refusedCommand(house, france, { do: 'amendment.withdraw', amendment })).toBe(
      'amendment/not-pending',
    )
  })

  test('a draft is tabled once, and its pens are no more', async () => {
    const amendment = await proposal()
    const table = { do: 'amendment.table', draft: 'd1', reason: '' }
    expect(await refusedCommand(house, france, table)).toBe('draft/unknown')
    expect(await refusedCommand(house, france, { do: 'draft.discard', draft: 'd1' })).toBe('draft/unknown')
    expect(await refused(house, () => house.post(france, `${DECLARATION}/drafts/d1/pens`, {}))).toBe(
      'draft/unknown',
    )
    expect(amendment).toBe('FRA-1')
  })

  test('a stage is entered once, and a symbol names one version', async () => {
    await final()
    for (const to of ['drafting', 'consolidation', 'final'])
      expect(await refusedCommand(house, secretariat, { do: 'stage.move', to })).toBe('stage/not-next')
    expect(await refusedCommand(house, secretariat, { do: 'version.issue', symbol: 'A/CONF.2009/1' })).toBe(
      'policy/stage',
    )
  })

  test("somebody else's amendment is not withdrawn, nor co-sponsored in other words than it has", async () => {
    const amendment = await proposal()
    const brazil = await house.signIn('BRA')
    expect(await refusedCommand(house, brazil, { do: 'amendment.withdraw', amendment })).toBe(
      'amendment/not-yours',
    )
    expect(await refusedCommand(house, brazil, { do: 'draft.open', revises: amendment })).toBe(
      'amendment/not-yours',
    )
    const cosponsor = { do: 'amendment.cosponsor', amendment, wording: 'a'.repeat(64), confirm: true }
    expect(await refusedCommand(house, brazil, cosponsor)).toBe('amendment/other-wording')
    expect(
      await refusedCommand(house, france, { do: 'amendment.position', amendment, stand: 'oppose' }),
    ).toBe('amendment/own')
  })
})
