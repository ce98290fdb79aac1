import { expect, test } from 'vitest'
import { Chamber, must } from '../../tests/support/chamber.ts'

/** What the record says of each version: its symbol, and what it was frozen before. */
const versionsOf = async (chamber: Chamber) =>
  (await chamber.record()).versions.map(({ symbol, automatic }) =>
    `${symbol.slice(16)} ${automatic ?? ''}`.trim(),
  )

const decide = (chamber: Chamber, amendment: string, decision: 'accept' | 'reject' = 'accept') =>
  chamber.as('SEC').do({ do: 'amendment.decide', amendment, decision })

/** Lets eleven minutes go by. */
async function rests(chamber: Chamber): Promise<void> {
  for (let second = 0; second < 11 * 60; second++) await chamber.sitting.look(() => null)
}

test('[V5] the text is frozen before a batch of decisions, once, and not where it was frozen already', async () => {
  const chamber = await Chamber.open()
  for (const [who, was, by] of [
    ['FRA', 'la menace', 'le danger'],
    ['BRA', 'peuvent', 'pourraient'],
    ['KEN', 'les pays', 'des pays'],
  ] as const)
    await chamber.as(who).proposes('c2', was, by)
  await decide(chamber, 'FRA-1')
  expect(await versionsOf(chamber)).toEqual([''])
  await decide(chamber, 'BRA-1')
  expect(await versionsOf(chamber)).toEqual([''])
  await rests(chamber)
  await decide(chamber, 'KEN-1')
  expect(await versionsOf(chamber)).toEqual(['', 'Auto.1 decisions'])
  const { words } = must(await chamber.sitting.version(1))
  expect(words).toContain('Soulignant le danger que pourraient constituer les pays')
})

test('[V5] the text is frozen at every change of stage, and the final text is the last of all', async () => {
  const chamber = await Chamber.open()
  for (const to of ['consolidation', 'drafting', 'consolidation', 'final', 'closed'] as const)
    await chamber.as('SEC').do({ do: 'stage.move', to })
  expect(await versionsOf(chamber)).toEqual(['', 'Auto.1 stage', 'Auto.2 stage', 'Auto.3 stage', ''])
  const { versions } = await chamber.record()
  expect(versions.map(({ stage }) => stage)).toEqual([
    'drafting',
    'drafting',
    'consolidation',
    'drafting',
    'final',
  ])
})

test('[V5] restoring an earlier text is a new act: nothing is erased, and all that came since has an account', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('KEN').addClause('c2', 'x', 'Notant les progrès')
  await chamber.as('KEN').table()
  await decide(chamber, 'FRA-1')
  await decide(chamber, 'KEN-1')
  const before = await chamber.record()
  const { amendment } = await chamber
    .as('SEC')
    .do({ do: 'version.restore', version: 0, note: 'comme convenu' })
  expect(amendment).toBe('SEC-1')
  const words = await chamber.words()
  expect(words.filter((it) => it !== '')).toEqual([
    'Affirmant le rôle central que doit jouer la police',
    'Soulignant la menace que peuvent constituer les pays',
    'Appelant les États membres à soutenir ces mesures',
  ])
  const after = await chamber.record()
  expect(after.acts).toBeGreaterThan(before.acts)
  expect(after.amendments['SEC-1']).toMatchObject({ state: 'accepted', restores: 0, consolidation: true })
  const { entries, nameless } = must(await chamber.sitting.account())
  expect(nameless).toEqual([])
  const placeOf = (id: string) =>
    entries
      .filter((it) => it.amendment === id && it.would === 'come in')
      .map(({ place, through }) => [place, through])
  expect(placeOf('FRA-1')).toEqual([['taken out again', 'SEC-1']])
  expect(placeOf('KEN-1')).toEqual([['taken out again', 'SEC-1']])
})

test('[V5] pending amendments keep their places: words that come back are new ones, and what was overtaken stays so', async () => {
  const chamber = await Chamber.open()
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await chamber.as('BRA').proposes('c2', 'la menace', 'la vulnérabilité')
  await chamber.as('KEN').proposes('c2', 'les pays', 'des pays')
  await decide(chamber, 'FRA-1')
  await chamber.as('SGP').proposes('c2', 'le danger', 'le risque')
  const standings = () =>
    chamber.sitting.look((record, state) =>
      Object.values(record.amendments)
        .filter((it) => it.state === 'pending')
        .map((it) => [it.id, state.effectOf(it).standing]),
    )
  expect(await standings()).toEqual([
    ['BRA-1', 'overtaken'],
    ['KEN-1', 'stands'],
    ['SGP-1', 'stands'],
  ])
  await chamber.as('SEC').do({ do: 'version.restore', version: 0 })
  expect(await standings()).toEqual([
    ['BRA-1', 'overtaken'],
    ['KEN-1', 'stands'],
    ['SGP-1', 'overtaken'],
  ])
  // The words are there again: who still wants to change them proposes it anew.
  await chamber.as('BRA').proposes('c2', 'la menace', 'la vulnérabilité')
  await decide(chamber, 'BRA-2')
  expect(await chamber.words()).toContain('Soulignant la vulnérabilité que peuvent constituer les pays')
})

test('[V5] an open draft follows a restoration as it follows any act', async () => {
  const chamber = await Chamber.open()
  const kenya = chamber.as('KEN')
  await chamber.as('FRA').proposes('c2', 'la menace', 'le danger')
  await kenya.type('c3', 'soutenir', 'appuyer')
  await decide(chamber, 'FRA-1')
  await chamber.as('SEC').do({ do: 'version.restore', version: 0 })
  await kenya.table()
  await decide(chamber, 'KEN-1')
  expect(await chamber.words()).toEqual([
    'Affirmant le rôle central que doit jouer la police',
    'Soulignant la menace que peuvent constituer les pays',
    'Appelant les États membres à appuyer ces mesures',
  ])
})

test('[V5] a text that reads so already is not restored, and a version that never was neither', async () => {
  const chamber = await Chamber.open()
  const desk = chamber.as('SEC')
  expect(await desk.try({ do: 'version.restore', version: 0 })).toMatchObject({
    refused: 'version/same-words',
  })
  expect(await desk.try({ do: 'version.restore', version: 7 })).toMatchObject({ refused: 'version/unknown' })
  expect(await chamber.as('FRA').try({ do: 'version.restore', version: 0 })).toMatchObject({
    refused: 'policy/role',
  })
})

test.each(['words', 'state'] as const)(
  '[V5] a version whose %s are not what its hash says is never shown',
  async (which) => {
    const chamber = await Chamber.open()
    await chamber.sitting.look((_, { versions }) => {
      const frozen = versions.get(0) ?? { words: '', state: '' }
      versions.set(0, { ...frozen, [which]: frozen[which].replace('menace', 'Menace') })
    })
    const refusal = { refused: 'version/damaged', about: { symbol: 'A/CONF.2009/L.1' } }
    expect(await chamber.sitting.version(0)).toEqual(refusal)
    expect(await chamber.sitting.text({ view: 'clean', with: [], version: 0 })).toEqual(refusal)
    expect(await chamber.as('SEC').try({ do: 'version.restore', version: 0 })).toEqual(refusal)
  },
)
