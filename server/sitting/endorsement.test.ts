import { describe, expect, test } from 'vitest'
import type { Instrument } from '../../shared/endorsement.ts'
import { remarksOf } from '../../shared/roll.ts'
import type { Lies } from '../../tests/support/authenticator.ts'
import { Chamber, must, ORIGIN } from '../../tests/support/chamber.ts'

const SGP = 'SGP minister'
const FRA = 'FRA minister'

async function opened(...who: string[]): Promise<Chamber> {
  const chamber = await Chamber.open()
  await chamber.opens(...(who.length > 0 ? who : [SGP, FRA]))
  return chamber
}

const states = async (chamber: Chamber): Promise<string[]> =>
  (await chamber.record()).endorsements.map(({ state }) => state)

describe('endorsement is opened', () => {
  test('when the text is final and those who may endorse were published with their keys', async () => {
    const chamber = await Chamber.open()
    const desk = chamber.as('SEC')
    await desk.do({ do: 'stage.move', to: 'consolidation' })
    await desk.do({ do: 'stage.move', to: 'final' })
    const { hash = '' } = (await chamber.record()).versions.at(-1) ?? {}
    const open = { do: 'endorsement.open' as const, hash }
    expect(await desk.try(open)).toMatchObject({ refused: 'endorsement/nobody-listed' })
    expect(await chamber.as(SGP).endorses()).toMatchObject({ refused: 'endorsement/not-open' })
    chamber.accredit(SGP)
    await desk.do({ do: 'signatories.list' })
    expect(await desk.try({ ...open, hash: 'a'.repeat(64) })).toMatchObject({
      refused: 'endorsement/other-text',
    })
    await desk.do(open)
    const { signatories, endorsing } = await chamber.record()
    const { device, actor } = chamber.as(SGP)
    expect(signatories[actor.capacity]).toMatchObject({ state: 'SGP', key: { spki: device.spki } })
    expect(endorsing).toMatchObject({ isOpen: true, origin: ORIGIN, addendum: null })
    expect(await desk.try(open)).toMatchObject({ refused: 'endorsement/open' })
  })

  test('and who comes later is published by another act, which says only what is new', async () => {
    const chamber = await opened(SGP)
    chamber.accredit(FRA)
    expect(await chamber.as(FRA).endorses()).toMatchObject({ refused: 'endorsement/not-listed' })
    chamber.revoke(SGP)
    const { act } = await chamber.as('SEC').do({ do: 'signatories.list' })
    const acts = must(await chamber.sitting.acts())
    expect(acts.find((it) => it.act === act)).toMatchObject({
      signatories: [{ state: 'FRA' }],
      struck: [chamber.as(SGP).actor.capacity],
    })
    expect(await chamber.as('SEC').do({ do: 'signatories.list' })).toEqual({ act: null })
    must(await chamber.as(FRA).endorses())
    expect(await chamber.as(SGP).endorses()).toMatchObject({ refused: 'endorsement/not-listed' })
  })
})

describe('[E1] an endorsement', () => {
  test('is the signature of a published key over the exact final words, once for the State', async () => {
    const chamber = await opened()
    must(await chamber.as(SGP).endorses())
    expect(await chamber.as(SGP).endorses()).toEqual({
      refused: 'endorsement/already',
      about: { state: 'SGP', name: 'The Minister' },
    })
    const [made] = (await chamber.record()).endorsements
    expect(made).toMatchObject({
      state: 'SGP',
      name: 'The Minister',
      signed: { instrument: { state: 'SGP' } },
    })
  })

  test('may say more beside the text: a reservation, a dissociation from clauses that stand in it, an explanation', async () => {
    const chamber = await opened()
    const remarks = [
      { kind: 'reservation', words: 'Sous réserve de notre droit interne.' },
      { kind: 'dissociation', clauses: ['2'], words: '' },
    ] as const
    const gone = [{ kind: 'dissociation', clauses: ['9'], words: '' }] as const
    expect(await chamber.as(SGP).endorses({ remarks: gone })).toMatchObject({ refused: 'clause/unknown' })
    must(await chamber.as(SGP).endorses({ remarks }))
    const [made] = (await chamber.record()).endorsements
    expect(made && remarksOf(made)).toEqual(remarks)
  })

  const others: readonly [what: string, instead: Partial<Instrument>, refused: string][] = [
    ['another text', { text: 'a'.repeat(64) }, 'endorsement/other-text'],
    ['another version', { version: 0 }, 'endorsement/other-text'],
    ['another symbol', { symbol: 'A/CONF.2009/L.1' }, 'endorsement/other-text'],
    ['another declaration', { declaration: 'another' }, 'endorsement/other-text'],
    ['another State', { state: 'FRA' }, 'endorsement/not-yours'],
    ['another capacity', { capacity: 'cap-FRA-minister' }, 'endorsement/not-yours'],
    ['a withdrawal', { type: 'paraph-withdrawal/1' }, 'signature/not-proved'],
    ['another meeting', { origin: 'https://elsewhere.example.org' }, 'signature/not-proved'],
    ['yesterday', { time: '2009-10-10T09:00:00.000Z' }, 'endorsement/expired'],
    ['tomorrow', { time: '2009-10-13T09:00:00.000Z' }, 'endorsement/expired'],
    ['another ledger', { ledger: { size: 4, root: 'a'.repeat(64) } }, 'endorsement/expired'],
    ['a ledger to come', { ledger: { size: 400, root: 'a'.repeat(64) } }, 'endorsement/expired'],
  ]
  test.each(others)('is not made of what was signed for %s', async (_, instead, refused) => {
    const chamber = await opened()
    expect(await chamber.as(SGP).endorses(instead)).toMatchObject({ refused })
    expect(await states(chamber)).toEqual([])
  })

  const lies: readonly [what: string, lies: Lies][] = [
    ['that nobody was asked to unlock', { isUnlocked: false }],
    ['that was used on another site', { origin: 'https://paraph.example.org.evil.example' }],
    ['that was used for another host', { host: 'evil.example' }],
    ['that signed another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['that was making a key', { type: 'webauthn.create' }],
  ]
  test.each(lies)('is not made by a device %s', async (_, lie) => {
    const chamber = await opened()
    expect(await chamber.as(SGP).endorses({}, lie)).toMatchObject({ refused: 'signature/not-proved' })
    expect(await states(chamber)).toEqual([])
  })

  test('is not made when anything is changed after it was signed', async () => {
    const chamber = await opened()
    const minister = chamber.as(SGP)
    const signed = minister.device.signs(await minister.instrument())
    const changes: readonly Partial<Instrument>[] = [
      { signatory: { name: 'Another', title: 'Minister' } },
      { remarks: [{ kind: 'reservation', words: 'Never said.' }] },
      { nonce: 'A'.repeat(22) },
    ]
    for (const change of changes) {
      const instrument = { ...signed.instrument, ...change }
      const other = await minister.try({ do: 'text.endorse', signed: { ...signed, instrument } })
      expect(other).toMatchObject({ refused: 'signature/not-proved' })
    }
    await minister.do({ do: 'text.endorse', signed })
  })

  test('is not made with a key that was not published, nor with that of another State', async () => {
    const chamber = await opened()
    const minister = chamber.as(SGP)
    const instrument = await minister.instrument()
    const by = (who: string, id?: string) => chamber.as(who).device.signs(instrument, id ? { id } : {})
    const tried = async (signed: ReturnType<typeof by>) => minister.try({ do: 'text.endorse', signed })
    expect(await tried(by('USA minister'))).toMatchObject({ refused: 'endorsement/not-listed' })
    expect(await tried(by(FRA))).toMatchObject({ refused: 'endorsement/not-listed' })
    // Under the name of one's own key it is a forgery.
    expect(await tried(by(FRA, minister.device.id))).toMatchObject({ refused: 'signature/not-proved' })
  })

  test('of two ministers of one State at once is that of one, and the other is told whose', async () => {
    const chamber = await opened(SGP, 'SGP deputy')
    const [one, two] = await Promise.all([chamber.as(SGP).endorses(), chamber.as('SGP deputy').endorses()])
    expect([one, two].filter((it) => 'refused' in it)).toMatchObject([
      { refused: 'endorsement/already', about: { name: 'The Minister' } },
    ])
    expect(await states(chamber)).toEqual(['SGP'])
  })

  test('bears witness to every endorsement before it', async () => {
    const chamber = await opened()
    must(await chamber.as(SGP).endorses())
    const { ledger } = await chamber.as(FRA).instrument()
    must(await chamber.as(FRA).endorses())
    const [, second] = (await chamber.record()).endorsements
    expect(second?.signed?.instrument.ledger).toEqual(ledger)
    expect(must(await chamber.sitting.acts())[ledger.size - 1]).toMatchObject({
      kind: 'text endorsed',
      state: 'SGP',
    })
  })
})

describe('[E2] an endorsement that is withdrawn', () => {
  test('leaves the roll by an act of its own, and nothing of it is erased', async () => {
    const chamber = await opened()
    must(await chamber.as(SGP).endorses())
    must(await chamber.as(SGP).withdraws())
    const { endorsements, withdrawals } = await chamber.record()
    expect(endorsements).toEqual([])
    expect(withdrawals).toMatchObject([{ endorsement: { state: 'SGP', signed: {} } }])
    expect(must(await chamber.sitting.acts()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['text endorsed', 'endorsement withdrawn']),
    )
    must(await chamber.as(SGP).endorses())
    expect(await states(chamber)).toEqual(['SGP'])
  })

  test('does not come back by the signature that made it', async () => {
    const chamber = await opened()
    const minister = chamber.as(SGP)
    const signed = minister.device.signs(await minister.instrument())
    await minister.do({ do: 'text.endorse', signed })
    must(await minister.withdraws())
    expect(await minister.try({ do: 'text.endorse', signed })).toMatchObject({
      refused: 'endorsement/replayed',
    })
  })

  test('is withdrawn by its own State, for what stands, before the record is closed', async () => {
    const chamber = await opened()
    expect(await chamber.as(SGP).withdraws()).toMatchObject({ refused: 'endorsement/none' })
    must(await chamber.as(SGP).endorses())
    expect(await chamber.as(FRA).withdraws()).toMatchObject({ refused: 'endorsement/none' })
    expect(await chamber.as(SGP).withdraws({ withdraws: 3 })).toMatchObject({ refused: 'endorsement/none' })
    await chamber.as('SEC').do({ do: 'stage.move', to: 'closed' })
    expect(await chamber.as(SGP).withdraws()).toMatchObject({ refused: 'policy/stage' })
  })
})

describe('after the meeting', () => {
  test('nobody endorses, until an addendum is opened; what comes then says so', async () => {
    const chamber = await opened()
    const desk = chamber.as('SEC')
    must(await chamber.as(SGP).endorses())
    await desk.do({ do: 'stage.move', to: 'closed' })
    expect(await chamber.as(FRA).endorses()).toMatchObject({ refused: 'endorsement/closed' })
    const { hash = '' } = (await chamber.record()).versions.at(-1) ?? {}
    await desk.do({ do: 'endorsement.open', hash })
    must(await chamber.as(FRA).endorses())
    const { endorsements } = await chamber.record()
    expect(endorsements.map(({ state, addendum }) => [state, addendum])).toEqual([
      ['SGP', undefined],
      ['FRA', 'A/CONF.2009/1/Add.1'],
    ])
    await desk.do({ do: 'addendum.close' })
    await desk.do({ do: 'endorsement.open', hash })
    expect((await chamber.record()).endorsing).toMatchObject({ addendum: 'A/CONF.2009/1/Add.2' })
  })
})

describe('a paper that was signed by hand', () => {
  const paper = (chamber: Chamber, hash: string) => ({
    do: 'paper.record' as const,
    capacity: chamber.as(SGP).actor.capacity,
    hash,
    name: 'The Minister',
    title: 'Minister',
    note: '12 October 2009, safe 3',
  })

  test('counts when another of the secretariat has confirmed it, and is marked as such', async () => {
    const chamber = await Chamber.open()
    const hash = await chamber.opens(SGP)
    const { paper: id = '' } = await chamber.as('SEC').do(paper(chamber, hash))
    expect(await states(chamber)).toEqual([])
    const confirm = { do: 'paper.settle' as const, paper: id, confirm: true }
    expect(await chamber.as('SEC').try(confirm)).toMatchObject({ refused: 'paper/same-person' })
    await chamber.as('SEC second').do(confirm)
    const { endorsements, papers } = await chamber.record()
    expect([endorsements.length, papers]).toEqual([1, {}])
    expect(endorsements[0]).toMatchObject({ state: 'SGP', paper: { id, note: '12 October 2009, safe 3' } })
    expect(endorsements[0]?.signed).toBeUndefined()
    expect(await chamber.as(SGP).endorses()).toMatchObject({ refused: 'endorsement/already' })
  })

  test('counts for nothing where it is not confirmed, or the State has signed meanwhile', async () => {
    const chamber = await Chamber.open()
    const hash = await chamber.opens(SGP)
    const { paper: first = '' } = await chamber.as('SEC').do(paper(chamber, hash))
    await chamber.as('SEC second').do({ do: 'paper.settle', paper: first, confirm: false })
    const { paper: second = '' } = await chamber.as('SEC').do(paper(chamber, hash))
    expect([first, second]).toEqual(['p1', 'p2'])
    must(await chamber.as(SGP).endorses())
    expect(
      await chamber.as('SEC second').try({ do: 'paper.settle', paper: second, confirm: true }),
    ).toMatchObject({ refused: 'endorsement/already' })
  })

  test('can withdraw too', async () => {
    const chamber = await Chamber.open()
    const hash = await chamber.opens(SGP)
    must(await chamber.as(SGP).endorses())
    const { paper: id = '' } = await chamber.as('SEC').do({ ...paper(chamber, hash), does: 'withdraw' })
    await chamber.as('SEC second').do({ do: 'paper.settle', paper: id, confirm: true })
    expect(await states(chamber)).toEqual([])
    expect((await chamber.record()).withdrawals).toHaveLength(1)
  })
})

test('[J1] [J5] all of it is as it was after the next start', async () => {
  const chamber = await opened(SGP, FRA, 'KEN minister')
  const desk = chamber.as('SEC')
  must(await chamber.as(SGP).endorses({ remarks: [{ kind: 'explanation', words: 'Parce que.' }] }))
  must(await chamber.as(FRA).endorses())
  must(await chamber.as(FRA).withdraws())
  const { hash = '' } = (await chamber.record()).versions.at(-1) ?? {}
  const { capacity } = chamber.as('KEN minister').actor
  await desk.do({ do: 'paper.record', capacity, hash, name: 'K', title: 'Minister', note: 'safe' })
  await desk.do({ do: 'stage.move', to: 'closed' })
  const before = await chamber.record()
  const again = await Chamber.open(chamber.archive)
  expect(await again.record()).toEqual(before)
})
