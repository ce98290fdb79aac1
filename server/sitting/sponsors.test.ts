import { beforeEach, describe, expect, test } from 'vitest'
import { type Amendment, sponsorsOf, wordingInForce } from '../../shared/amendment.ts'
import { namesOf } from '../../shared/provenance.ts'
import { Chamber } from '../../tests/support/chamber.ts'

describe('whose words an amendment’s are', () => {
  let chamber: Chamber
  beforeEach(async () => {
    chamber = await Chamber.open()
  })

  const amendment = async (id: string): Promise<Amendment> => {
    const found = (await chamber.record()).amendments[id]
    if (!found) throw new Error(`no ${id}`)
    return found
  }
  const as = (who: string) => chamber.as(who)
  const proposes = (who: string) => as(who).proposes('c2', 'menace', 'grave menace')

  test('numbers run for each delegation, and for all of them in the order of tabling', async () => {
    await proposes('FRA')
    await as('BRA').proposes('c1', 'central', 'premier')
    await as('FRA').proposes('c3', 'membres', 'parties')
    const { amendments } = await chamber.record()
    expect(Object.values(amendments).map(({ id, number }) => [id, number])).toEqual([
      ['FRA-1', 1],
      ['BRA-1', 2],
      ['FRA-2', 3],
    ])
  })

  test('what was withdrawn is taken up by another delegation, with its words and its reason', async () => {
    await as('BRA').type('c2', 'menace', 'grave menace')
    await as('BRA').table('All of them.')
    const { wording } = wordingInForce(await amendment('BRA-1'))
    expect(await as('FRA').try({ do: 'amendment.takeup', amendment: 'BRA-1' })).toMatchObject({
      refused: 'amendment/not-withdrawn',
    })
    await as('BRA').do({ do: 'amendment.withdraw', amendment: 'BRA-1' })
    expect(await as('BRA').try({ do: 'amendment.takeup', amendment: 'BRA-1' })).toMatchObject({
      refused: 'amendment/own',
    })
    await as('FRA').do({ do: 'amendment.takeup', amendment: 'BRA-1' })
    const taken = await amendment('FRA-1')
    expect(taken).toMatchObject({ state: 'pending', sponsor: 'FRA', takenUp: 'BRA-1', number: 2 })
    expect(wordingInForce(taken)).toMatchObject({ wording, reason: 'All of them.' })
    expect((await amendment('BRA-1')).state).toBe('withdrawn')
    expect(await as('KEN').try({ do: 'amendment.takeup', amendment: 'BRA-1' })).toMatchObject({
      refused: 'amendment/taken-up',
    })
  })

  test('[A5] words that are taken up are named after who took them up once they are in the text', async () => {
    await proposes('BRA')
    await as('BRA').do({ do: 'amendment.withdraw', amendment: 'BRA-1' })
    await as('FRA').do({ do: 'amendment.takeup', amendment: 'BRA-1', reason: 'We stand by it.' })
    await as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    expect((await chamber.words())[1]).toContain('grave menace')
    const { pen } = wordingInForce(await amendment('FRA-1'))
    expect(namesOf(await chamber.record()).broughtBy(pen)).toBe('FRA-1')
  })

  test('nothing is taken up of which nothing is left', async () => {
    await as('BRA').proposes('c2', 'menace', 'péril')
    await as('BRA').do({ do: 'amendment.withdraw', amendment: 'BRA-1' })
    await as('FRA').proposes('c2', 'menace', 'crainte')
    await as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    expect(await as('KEN').try({ do: 'amendment.takeup', amendment: 'BRA-1' })).toMatchObject({
      refused: 'amendment/overtaken',
    })
  })

  test('[A4] a delegation that is asked puts its name to the exact words, or declines', async () => {
    await proposes('FRA')
    expect(
      await as('BRA').try({ do: 'amendment.invite', amendment: 'FRA-1', delegations: ['KEN'] }),
    ).toMatchObject({ refused: 'amendment/not-yours' })
    await as('FRA').do({ do: 'amendment.invite', amendment: 'FRA-1', delegations: ['KEN', 'BRA', 'FRA'] })
    expect((await amendment('FRA-1')).cosponsors).toEqual({ BRA: null, KEN: null })
    const { wording } = wordingInForce(await amendment('FRA-1'))
    await as('BRA').do({ do: 'amendment.cosponsor', amendment: 'FRA-1', wording, confirm: true })
    await as('KEN').do({ do: 'amendment.cosponsor', amendment: 'FRA-1', wording, confirm: false })
    expect(sponsorsOf(await amendment('FRA-1'))).toEqual(['FRA', 'BRA'])
    expect((await amendment('FRA-1')).cosponsors).toEqual({ BRA: wording })
    await as('FRA').do({ do: 'amendment.invite', amendment: 'FRA-1', delegations: ['BRA'] })
    expect(sponsorsOf(await amendment('FRA-1'))).toEqual(['FRA', 'BRA'])
  })
})
