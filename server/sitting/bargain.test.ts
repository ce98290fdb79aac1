import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { wordingInForce } from '../../shared/amendment.ts'
import { wordsOfClause } from '../../shared/clause.ts'
import { talliesOf } from '../../shared/positions.ts'
import { readText } from '../../shared/text.ts'
import { Chamber, must, replace } from '../../tests/support/chamber.ts'

let chamber: Chamber
beforeEach(async () => {
  chamber = await Chamber.open()
})

const amendment = async (id: string) => {
  const found = (await chamber.record()).amendments[id]
  if (!found) throw new Error(`no ${id}`)
  return found
}
const wordingOf = async (id: string) => wordingInForce(await amendment(id)).wording
const clauseIds = async () => Object.keys((await chamber.record()).clauses)
const outcome = async (...ids: string[]) => must(await chamber.sitting.outcome(ids))

/** France and Brazil compete for two words of clause 2, and the chair puts a text between them. */
async function chairsText(): Promise<string> {
  const [, , clause = ''] = await clauseIds()
  await chamber.as('FRA').proposes(clause, 'la menace', 'le danger')
  await chamber.as('BRA').proposes(clause, 'menace', 'crainte')
  const opened = await chamber.as('CHR').do({ do: 'compromise.open', from: ['FRA-1', 'BRA-1'] })
  const draft = opened.draft ?? ''
  const doc = await chamber.as('CHR').tab(draft)
  await chamber.as('CHR').write(draft, doc, () => replace(doc, clause, 'la menace', 'le risque'))
  return (await chamber.as('CHR').do({ do: 'compromise.put', draft, reason: 'Un milieu' })).amendment ?? ''
}

describe('a compromise', () => {
  test('[A4] sponsors accept one exact wording, and other words ask them again', async () => {
    const id = await chairsText()
    const wording = await wordingOf(id)
    await chamber.as('FRA').do({ do: 'compromise.answer', amendment: id, wording, accept: true })
    const other = 'a'.repeat(64)
    expect(
      await chamber.as('BRA').try({ do: 'compromise.answer', amendment: id, wording: other, accept: true }),
    ).toEqual({ refused: 'amendment/other-wording' })
    const { draft = '' } = await chamber.as('CHR').do({ do: 'compromise.open', revises: id })
    const doc = await chamber.as('CHR').tab(draft)
    const [, , clause = ''] = await clauseIds()
    await chamber.as('CHR').write(draft, doc, () => replace(doc, clause, 'constituer', 'poser'))
    await chamber.as('CHR').do({ do: 'compromise.put', draft })
    expect((await amendment(id)).revisions).toHaveLength(2)
    expect((await amendment(id)).compromise).toEqual({ of: ['FRA-1', 'BRA-1'], answers: {} })
  })

  test('[A7] its acceptance takes the place of its parents, and says who consented and who did not', async () => {
    const id = await chairsText()
    const wording = await wordingOf(id)
    await chamber.as('FRA').do({ do: 'compromise.answer', amendment: id, wording, accept: true })
    await chamber.as('BRA').do({ do: 'compromise.answer', amendment: id, wording, accept: false, why: 'Non' })
    expect((await outcome(id)).fates).toEqual({
      [id]: 'accepted',
      'FRA-1': 'superseded',
      'BRA-1': 'superseded',
    })
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: id, decision: 'accept' })
    const nobody = { consented: [], declined: [], unanswered: [] }
    expect((await amendment('FRA-1')).gaveWay).toEqual({ ...nobody, to: id, consented: ['FRA'] })
    expect((await amendment('BRA-1')).gaveWay).toEqual({ ...nobody, to: id, declined: ['BRA'] })
    expect((await amendment('BRA-1')).state).toBe('superseded')
    const { entries } = must(await chamber.sitting.account())
    const places = (of: string) => [
      ...new Set(entries.filter((it) => it.amendment === of).map(({ place }) => place)),
    ]
    expect(places('FRA-1')).toEqual(['superseded with consent'])
    expect(places('BRA-1')).toEqual(['superseded without consent'])
  })

  test('[A7] nobody but the sponsors of what it would replace is asked', async () => {
    const id = await chairsText()
    const wording = await wordingOf(id)
    expect(
      await chamber.as('KEN').try({ do: 'compromise.answer', amendment: id, wording, accept: true }),
    ).toEqual({ refused: 'compromise/not-asked' })
  })

  test('needs two amendments that are pending', async () => {
    const [, , clause = ''] = await clauseIds()
    await chamber.as('FRA').proposes(clause, 'la menace', 'le danger')
    expect(await chamber.as('CHR').try({ do: 'compromise.open', from: ['FRA-1'] })).toEqual({
      refused: 'compromise/parents',
    })
  })
})

describe('rivals', () => {
  test('one that the desk has tied falls as soon as the other is accepted', async () => {
    const [, first = '', second = ''] = await clauseIds()
    await chamber.as('FRA').proposes(second, 'la menace', 'le danger')
    await chamber.as('BRA').proposes(first, 'la police', 'la police nationale')
    await chamber.as('SEC').do({ do: 'amendment.tie', amendment: 'BRA-1', fallsIf: ['FRA-1'] })
    expect((await outcome('FRA-1')).fates['BRA-1']).toBe('falls')
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    const fallen = await amendment('BRA-1')
    expect([fallen.state, fallen.gaveWay?.to]).toEqual(['fallen', 'FRA-1'])
  })

  test('one that says the same as the one accepted is carried, and its words don’t enter twice', async () => {
    const [, , clause = ''] = await clauseIds()
    await chamber.as('FRA').proposes(clause, 'la menace', 'le danger')
    await chamber.as('BRA').proposes(clause, 'la menace', 'le danger')
    expect((await outcome('FRA-1')).fates['BRA-1']).toBe('carried')
    expect((await outcome('FRA-1', 'BRA-1')).accepted).toEqual(['FRA-1'])
    await chamber.as('SEC').do({ do: 'amendment.decide', amendment: 'FRA-1', decision: 'accept' })
    expect(
      await chamber.as('SEC').try({ do: 'amendment.decide', amendment: 'BRA-1', decision: 'accept' }),
    ).toEqual({ refused: 'amendment/carried' })
  })

  test('the desk changes the order of decision, with each amendment named once', async () => {
    const [, , clause = ''] = await clauseIds()
    await chamber.as('FRA').proposes(clause, 'la menace', 'le danger')
    await chamber.as('BRA').proposes(clause, 'menace', 'crainte')
    await chamber.as('SEC').do({ do: 'amendment.order', order: ['BRA-1', 'FRA-1'] })
    expect([(await amendment('BRA-1')).rank, (await amendment('FRA-1')).rank]).toEqual([0, 1])
    expect(await chamber.as('SEC').try({ do: 'amendment.order', order: ['BRA-1', 'BRA-1'] })).toEqual({
      refused: 'amendment/not-rivals',
    })
  })
})

describe('a group', () => {
  const supports = async () => {
    const { groups } = await chamber.record()
    return talliesOf(await amendment('BRA-1'), groups)[0]?.count
  }

  test('[A8] counts with its members, without those who opt out or speak for themselves', async () => {
    const [, , clause = ''] = await clauseIds()
    await chamber.as('BRA').proposes(clause, 'menace', 'crainte')
    const of = { amendment: 'BRA-1' }
    await chamber.as('EU').do({ do: 'amendment.position', ...of, stand: 'support' })
    expect(await supports()).toBe(3)
    await chamber.as('HUN').do({ do: 'amendment.optout', ...of, group: 'EU', out: true })
    expect(await supports()).toBe(2)
    await chamber.as('FRA').do({ do: 'amendment.position', ...of, stand: 'oppose' })
    expect(await supports()).toBe(1)
    await chamber.as('HUN').do({ do: 'amendment.optout', ...of, group: 'EU', out: false })
    expect(await supports()).toBe(2)
  })

  test('tables under its own name and number', async () => {
    const [, , clause = ''] = await clauseIds()
    expect(await chamber.as('EU').proposes(clause, 'menace', 'crainte')).toBe('EU-1')
    expect((await chamber.record()).groups['EU']).toEqual(['FRA', 'HUN', 'SWE'])
    const out = { do: 'amendment.optout', amendment: 'EU-1', group: 'EU', out: true } as const
    expect(await chamber.as('KEN').try(out)).toEqual({ refused: 'group/not-a-member' })
    await chamber.as('HUN').do(out)
    expect((await amendment('EU-1')).optOuts).toEqual({ EU: ['HUN'] })
  })
})

describe('agreed ad referendum', () => {
  const CLAUSE_TEXT = 'Soulignant la menace que peuvent constituer les pays'

  test('capitals confirm the words that they read, and the last one makes the clause agreed', async () => {
    const [, , clause = ''] = await clauseIds()
    const words = wordsOfClause(clause, CLAUSE_TEXT)
    await chamber
      .as('SEC')
      .do({ do: 'clause.mark', clause, ladder: 'ad referendum', awaiting: ['KEN', 'FRA'] })
    await chamber.as('KEN').do({ do: 'clause.confirm', clause, words })
    expect((await chamber.record()).clauses[clause]).toMatchObject({
      ladder: 'ad referendum',
      awaiting: ['FRA'],
    })
    expect(await chamber.as('BRA').try({ do: 'clause.confirm', clause, words })).toEqual({
      refused: 'clause/not-awaited',
    })
    expect(
      await chamber.as('FRA').try({ do: 'clause.confirm', clause, words: wordsOfClause(clause, 'autre') }),
    ).toEqual({ refused: 'clause/other-words' })
    await chamber.as('FRA').do({ do: 'clause.confirm', clause, words })
    expect((await chamber.record()).clauses[clause]).toMatchObject({ ladder: 'agreed', awaiting: [] })
  })
})

describe('a draft of the desk between rivals', () => {
  const wordsOfDraft = async (id: string) =>
    must(await chamber.sitting.look((_, { drafts }) => readText(drafts.get(id) ?? new Y.Doc())[2]?.text))

  test('begins without their words, which stand beside it as alternatives; what can stand together is in it', async () => {
    const [, first = '', second = ''] = await clauseIds()
    await chamber.as('FRA').proposes(second, 'la menace', 'le danger')
    await chamber.as('BRA').proposes(second, 'menace', 'crainte')
    await chamber.as('KEN').proposes(first, 'police', 'justice')
    const from = ['FRA-1', 'BRA-1', 'KEN-1']
    const { draft = '' } = await chamber.as('CHR').do({ do: 'compromise.open', from })
    const opened = (await chamber.record()).drafts[draft]
    expect(opened).toMatchObject({ from, alternatives: ['FRA-1', 'BRA-1'] })
    expect(await wordsOfDraft(draft)).toBe('Soulignant la menace que peuvent constituer les pays')
    expect(await chamber.as('CHR').do({ do: 'compromise.put', draft })).toMatchObject({ amendment: 'CHR-1' })
    expect((await amendment('CHR-1')).compromise?.of).toEqual(from)
  })

  test('a sub-amendment that is taken into an alternative does not run into the draft', async () => {
    const [, , clause = ''] = await clauseIds()
    await chamber.as('FRA').proposes(clause, 'la menace', 'le grand danger')
    await chamber.as('BRA').proposes(clause, 'menace', 'crainte')
    const { draft: sub = '' } = await chamber.as('KEN').do({ do: 'draft.open', amends: 'FRA-1' })
    const doc = await chamber.as('KEN').tab(sub)
    await chamber.as('KEN').write(sub, doc, () => replace(doc, clause, 'grand', 'vrai'))
    await chamber.as('KEN').do({ do: 'amendment.table', draft: sub, reason: '' })
    const { draft = '' } = await chamber.as('CHR').do({ do: 'compromise.open', from: ['FRA-1', 'BRA-1'] })
    const wording = await wordingOf('KEN-1')
    await chamber.as('FRA').do({ do: 'amendment.incorporate', amendment: 'KEN-1', wording })
    expect(await wordsOfDraft(draft)).toBe('Soulignant la menace que peuvent constituer les pays')
  })
})

describe('a consolidation of ticked amendments', () => {
  test('[A7] takes their place: with the consent of those whose words it takes as they are, and of nobody else', async () => {
    const [, first = '', second = ''] = await clauseIds()
    await chamber.as('FRA').proposes(second, 'la menace', 'le danger')
    await chamber.as('BRA').proposes(first, 'police', 'justice')
    await chamber.as('KEN').proposes(first, 'jouer', 'tenir')
    const from = ['FRA-1', 'BRA-1', 'KEN-1']
    const { draft = '' } = await chamber.as('SEC').do({ do: 'consolidation.open', from })
    const doc = await chamber.as('SEC').tab(draft)
    await chamber.as('SEC').write(draft, doc, () => replace(doc, first, 'justice', 'loi'))
    await chamber.as('KEN').do({ do: 'amendment.withdraw', amendment: 'KEN-1' })
    await chamber.as('SEC').do({ do: 'consolidation.adopt', draft })
    const nobody = { consented: [], declined: [], unanswered: [] }
    expect(await amendment('FRA-1')).toMatchObject({
      state: 'superseded',
      gaveWay: { ...nobody, to: 'SEC-1', consented: ['FRA'] },
    })
    expect(await amendment('BRA-1')).toMatchObject({
      state: 'superseded',
      gaveWay: { ...nobody, to: 'SEC-1', unanswered: ['BRA'] },
    })
    // What was withdrawn in the meantime stays withdrawn.
    expect((await amendment('KEN-1')).state).toBe('withdrawn')
    const { entries, nameless } = must(await chamber.sitting.account())
    expect(nameless).toEqual([])
    const placeOf = (of: string) => entries.find((it) => it.amendment === of)?.place
    expect([placeOf('FRA-1'), placeOf('BRA-1')]).toEqual([
      'superseded with consent',
      'superseded without consent',
    ])
    const again = await Chamber.open(chamber.archive)
    expect(await again.record()).toEqual(await chamber.record())
  })
})

describe('an outcome with sub-amendments', () => {
  test('[A6] what amends another is tried before it, and the text reads as both would leave it', async () => {
    const [, , clause = ''] = await clauseIds()
    await chamber.as('BRA').proposes(clause, 'la menace', 'le grave danger')
    const { draft = '' } = await chamber.as('FRA').do({ do: 'draft.open', amends: 'BRA-1' })
    const doc = await chamber.as('FRA').tab(draft)
    await chamber.as('FRA').write(draft, doc, () => replace(doc, clause, 'grave', 'sérieux'))
    await chamber.as('FRA').do({ do: 'amendment.table', draft, reason: '' })
    const both = await outcome('FRA-1', 'BRA-1')
    expect([both.accepted, both.fates]).toEqual([
      ['FRA-1', 'BRA-1'],
      { 'FRA-1': 'accepted', 'BRA-1': 'accepted' },
    ])
    expect(both.blocks[2]?.plain).toContain('Soulignant le sérieux danger que')
    // Alone, what it amends is still to be decided, and can’t be decided before it.
    expect((await outcome('FRA-1')).fates).toEqual({ 'FRA-1': 'accepted', 'BRA-1': 'stands' })
    expect((await outcome('BRA-1')).accepted).toEqual([])
  })
})
