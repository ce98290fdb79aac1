import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CLOSE } from '../../shared/protocol.ts'
import { newTextDoc } from '../../shared/text.ts'
import { repelled, typed } from '../support/attack.ts'
import { Line as HonestLine } from '../support/delegate.ts'
import { until } from '../support/ether.ts'
import { codeOf, type Guest, House, step1, step2, updateFrame } from '../support/house.ts'

/** The table at which a draft is written. */

let house: House
let france: Guest

beforeEach(async () => {
  house = await House.open()
  france = await house.signIn('FRA')
})
afterEach(() => house.close())

describe('a draft is written by its members', () => {
  test("nobody sits down at another delegation's table", async () => {
    const { id } = await house.draft(france)
    for (const who of ['BRA', 'SEC', 'CHR', 'OBS', 'BRA minister']) {
      const guest = await house.signIn(who)
      const end = await repelled(house, async () => house.table(guest, id))
      expect(end).toEqual({ code: CLOSE.forbidden, refused: 'draft/not-a-member' })
    }
  })

  test('the minister of the same State may read it, and not write', async () => {
    const { id } = await house.draft(france)
    const minister = await house.signIn('FRA minister')
    const given = await house.post(minister, `/api/declarations/declaration/drafts/${id}/pens`, {})
    expect(await codeOf(given)).toBe('policy/role')
    const update = await typed(house, 9)
    const end = await repelled(house, async () => {
      const line = house.table(minister, id)
      await line.send(updateFrame(update))
      return line
    })
    expect(end).toEqual({ code: CLOSE.forbidden, refused: 'policy/role' })
  })

  test('whoever is not asked into a private one is told that there is none', async () => {
    const { id } = await house.draft(france)
    await house.command(france, { do: 'draft.share', draft: id, sharing: 'private', members: [] })
    const brazil = await house.signIn('BRA')
    expect(await house.table(brazil, id).closed).toEqual(await house.table(brazil, 'd99').closed)
  })

  test('whoever is shown out again can neither write nor hear', async () => {
    const { id } = await house.draft(france)
    const brazil = await house.signIn('BRA')
    await house.command(france, { do: 'draft.share', draft: id, sharing: 'private', members: ['BRA'] })
    const line = house.table(brazil, id)
    await line.send(step1(new Uint8Array([0])))
    await until('Brazil reads', () => line.heard.length > 1)
    await house.command(france, { do: 'draft.share', draft: id, sharing: 'private', members: [] })
    expect((await line.closed).code).toBe(CLOSE.forbidden)
  })

  test("no pen but one's own writes, not even of the same delegation", async () => {
    const { id, pen } = await house.draft(france)
    const colleague = await house.signIn('FRA')
    const before = await house.state()
    const line = house.table(colleague, id)
    await line.send(updateFrame(await typed(house, pen)))
    expect((await line.closed).refused).toBe('update/foreign-pen')
    expect(await house.state()).toEqual(before)
  })

  test('once it is tabled or discarded nothing more comes in', async () => {
    for (const end of ['amendment.table', 'draft.discard']) {
      const { id, pen } = await house.draft(france, { do: 'draft.open', another: true })
      const line = house.table(france, id)
      await line.send(updateFrame(await typed(house, pen)))
      await until('the words are saved', () => line.heard.some((frame) => frame[0] === 4))
      const reason = end === 'amendment.table' ? { reason: '' } : {}
      expect(await house.command(france, { do: end, draft: id, ...reason })).toBeTypeOf('object')
      expect((await line.closed).code).toBe(CLOSE.draftClosed)
      const update = await typed(house, pen, 1)
      const { code } = await repelled(house, async () => {
        const late = house.table(france, id)
        await late.send(updateFrame(update))
        return late
      })
      expect(code).toBe(CLOSE.draftClosed)
    }
  })

  test('in a stage that allows no drafts nothing comes in', async () => {
    const { id, pen } = await house.draft(france)
    const secretariat = await house.signIn('SEC')
    await house.command(secretariat, { do: 'stage.move', to: 'consolidation' })
    const update = await typed(house, pen)
    const early = await repelled(house, async () => {
      const line = house.table(france, id)
      await line.send(updateFrame(update))
      return line
    })
    expect(early.refused).toBe('policy/stage')
    await house.command(secretariat, { do: 'stage.move', to: 'final' })
    expect((await repelled(house, async () => house.table(france, id))).code).toBe(CLOSE.draftClosed)
  })

  test('what the stock provider sends before it was asked, and leaves a gap, is passed over until it answers', async () => {
    const { id, pen } = await house.draft(france)
    const line = house.table(france, id)
    await line.send(updateFrame(await typed(house, pen, 1)), step2(await typed(house, pen, 0)))
    await until('the answer is saved', () => line.heard.some((frame) => frame[0] === 4))
    await line.send(updateFrame(await typed(house, pen, 5)))
    expect((await line.closed).refused).toBe('update/pending')
  })
})

test('an honest client is served as before, after all of it', async () => {
  const { id, pen } = await house.draft(france)
  const doc = newTextDoc()
  doc.clientID = pen
  const honest = new HonestLine(house.port, `declaration/drafts/${id}`, doc, france.cookie, france.as)
  expect(await honest.opened).toBe(true)
  honest.type(1, 'paix')
  await until('the word is saved', () => honest.acknowledged().includes('paix'))
  honest.close()
})
