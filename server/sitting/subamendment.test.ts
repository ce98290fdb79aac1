import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Amendment, sponsorsOf, wordingInForce } from '../../shared/amendment.ts'
import { Sight } from '../../shared/items.ts'
import { namesOf, redline } from '../../shared/provenance.ts'
import { elementsOf, wordsOf } from '../../shared/text.ts'
import { parseState, sightOf } from '../../shared/version.ts'
import { Chamber, must, replace } from '../../tests/support/chamber.ts'

describe('an amendment to an amendment', () => {
  let chamber: Chamber
  beforeEach(async () => {
    chamber = await Chamber.open()
    await as('BRA').proposes('c2', 'la menace', 'le grave danger')
  })

  const as = (who: string) => chamber.as(who)
  const amendment = async (id: string): Promise<Amendment> => {
    const found = (await chamber.record()).amendments[id]
    if (!found) throw new Error(`no ${id}`)
    return found
  }
  const decide = (id: string, decision: 'accept' | 'reject') =>
    as('SEC').try({ do: 'amendment.decide', amendment: id, decision })

  /** Opens a draft on the amendment, replaces words of it, and tables it. */
  const amends = async (who: string, id: string, was: string, by: string): Promise<string> => {
    const voice = as(who)
    const { draft = '' } = await voice.do({ do: 'draft.open', amends: id, another: true })
    const doc = await voice.tab(draft)
    must(await voice.write(draft, doc, () => replace(doc, 'c2', was, by)))
    return (await voice.do({ do: 'amendment.table', draft, reason: '' })).amendment ?? ''
  }

  test('says only what it changes in the words that it amends', async () => {
    expect(await amends('FRA', 'BRA-1', 'grave ', '')).toBe('FRA-1')
    const sub = await amendment('FRA-1')
    expect(sub.amends?.amendment).toBe('BRA-1')
    expect(wordingInForce(sub).edits.hunks.map(({ was, insert }) => [was, insert])).toEqual([['grave ', '']])
  })

  test('[A4] accepted, it gives its parent a new wording, from which every name drops until it is confirmed', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    const { wording: first } = wordingInForce(await amendment('BRA-1'))
    await as('KEN').do({ do: 'amendment.cosponsor', amendment: 'BRA-1', wording: first, confirm: true })
    must(await decide('FRA-1', 'accept'))
    const parent = await amendment('BRA-1')
    expect((await amendment('FRA-1')).state).toBe('accepted')
    expect(parent.state).toBe('pending')
    expect(wordingInForce(parent)).toMatchObject({ revision: 2, amendedBy: 'FRA-1' })
    expect(wordingInForce(parent).edits.hunks.map(({ insert }) => insert)).toEqual(['le sérieux danger'])
    expect(sponsorsOf(parent)).toEqual([])
    expect((await chamber.words())[1]).toContain('la menace')
    const { wording } = wordingInForce(parent)
    for (const who of ['BRA', 'KEN']) {
      await as(who).do({ do: 'amendment.cosponsor', amendment: 'BRA-1', wording, confirm: true })
    }
    expect(sponsorsOf(await amendment('BRA-1'))).toEqual(['BRA', 'KEN'])
  })

  test('[A4] the sponsor takes it in itself: its name stands on the new wording, and the others are asked again', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    const { wording: first } = wordingInForce(await amendment('BRA-1'))
    await as('KEN').do({ do: 'amendment.cosponsor', amendment: 'BRA-1', wording: first, confirm: true })
    const { wording } = wordingInForce(await amendment('FRA-1'))
    const takesIn = { do: 'amendment.incorporate', amendment: 'FRA-1', wording } as const
    expect(await as('KEN').try(takesIn)).toEqual({ refused: 'amendment/not-yours' })
    expect(await as('BRA').try({ ...takesIn, wording: first })).toEqual({
      refused: 'amendment/other-wording',
    })
    await as('BRA').do(takesIn)
    const parent = await amendment('BRA-1')
    expect(wordingInForce(parent)).toMatchObject({ revision: 2, amendedBy: 'FRA-1' })
    expect(wordingInForce(parent).edits.hunks.map(({ insert }) => insert)).toEqual(['le sérieux danger'])
    expect(sponsorsOf(parent)).toEqual(['BRA'])
    expect(parent.cosponsors).toEqual({ KEN: null })
    expect((await amendment('FRA-1')).decision?.by.delegation).toBe('BRA')
    expect(await as('BRA').try({ do: 'amendment.incorporate', amendment: 'BRA-1', wording })).toEqual({
      refused: 'amendment/no-sub',
    })
    must(await decide('BRA-1', 'accept'))
    expect((await chamber.words())[1]).toContain('le sérieux danger')
  })

  test('[A5] what a sponsor takes in is told to be in its amendment, with the sponsor and the moment', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    const { wording } = wordingInForce(await amendment('FRA-1'))
    await as('BRA').do({ do: 'amendment.incorporate', amendment: 'FRA-1', wording })
    const own = async () =>
      must(await chamber.sitting.account())
        .entries.filter((it) => it.amendment === 'FRA-1')
        .map(({ words, place, through, by }) => [words, place, through, by.delegation])
    expect(await own()).toEqual([
      ['grave', 'pending', 'BRA-1', 'BRA'],
      ['sérieux', 'pending', 'BRA-1', 'BRA'],
    ])
    must(await decide('BRA-1', 'accept'))
    expect((await own()).map(([words, place]) => [words, place])).toEqual([
      ['grave', 'taken out'],
      ['sérieux', 'in the text'],
    ])
  })

  test('is decided before its parent', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    expect(await decide('BRA-1', 'accept')).toMatchObject({
      refused: 'amendment/sub-first',
      about: { amendment: 'FRA-1' },
    })
    must(await decide('FRA-1', 'reject'))
    must(await decide('BRA-1', 'accept'))
    expect((await chamber.words())[1]).toContain('le grave danger')
  })

  test('[A6] accepted, it is in no text yet: whoever proposes the same for the text is not carried by it', async () => {
    await amends('FRA', 'BRA-1', ' que peuvent', '')
    await as('KEN').proposes('c2', ' que peuvent', '')
    must(await decide('FRA-1', 'accept'))
    const standing = async () => must(await chamber.sitting.outcome([])).fates['KEN-1']
    expect(await standing()).toBe('stands')
    must(await decide('BRA-1', 'accept'))
    expect(await standing()).not.toBe('stands')
    expect((await chamber.words())[1]).toBe('Soulignant le grave danger constituer les pays')
  })

  test('[A5] in the text, the words of both stand under their own names', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    must(await decide('FRA-1', 'accept'))
    must(await decide('BRA-1', 'accept'))
    expect((await chamber.words())[1]).toBe('Soulignant le sérieux danger que peuvent constituer les pays')
    const record = await chamber.record()
    const spans = must(
      await chamber.sitting.look((_, state) => {
        const laid = sightOf(parseState(state.versions.get(0)?.state ?? ''))
        return redline(state.text, laid, Sight.of(state.text), namesOf(record))[2]?.spans ?? []
      }),
    )
    expect(spans.filter(({ op }) => op === 'inserted').map(({ text, amendment: by }) => [text, by])).toEqual([
      ['le ', 'BRA-1'],
      ['sérieux', 'FRA-1'],
      [' danger', 'BRA-1'],
    ])
    expect(spans.filter(({ op }) => op === 'deleted').map(({ amendment: by }) => by)).toEqual(['BRA-1'])
  })

  test('falls with its parent, rejected or withdrawn', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    await as('BRA').do({ do: 'amendment.withdraw', amendment: 'BRA-1' })
    expect((await amendment('FRA-1')).state).toBe('fallen')
    expect(await decide('FRA-1', 'accept')).toMatchObject({ refused: 'amendment/not-pending' })
  })

  test('two of them stand side by side, and the one accepted does not move the other', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    await amends('KEN', 'BRA-1', 'danger', 'risque')
    must(await decide('FRA-1', 'accept'))
    must(await decide('KEN-1', 'accept'))
    expect(wordingInForce(await amendment('BRA-1'))).toMatchObject({ revision: 3, amendedBy: 'KEN-1' })
    must(await decide('BRA-1', 'accept'))
    expect((await chamber.words())[1]).toContain('le sérieux risque')
  })

  test('of two that change the same words the second is overtaken', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    await amends('KEN', 'BRA-1', 'grave', 'vrai')
    must(await decide('FRA-1', 'accept'))
    expect(await decide('KEN-1', 'accept')).toMatchObject({ refused: 'amendment/overtaken' })
    must(await decide('BRA-1', 'accept'))
  })

  const revises = async (was: string, by: string) => {
    const { draft = '' } = await as('BRA').do({ do: 'draft.open', revises: 'BRA-1', another: true })
    const own = await as('BRA').tab(draft)
    must(await as('BRA').write(draft, own, () => replace(own, 'c2', was, by)))
    return as('BRA').do({ do: 'amendment.table', draft, reason: '' })
  }

  test('[A4] follows to the new wording that the sponsor gives its parent, and waits for its own names there', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    await amends('KEN', 'BRA-1', 'danger', 'risque')
    await revises('le grave', 'désormais le grave')
    const [sub, other] = [await amendment('FRA-1'), await amendment('KEN-1')]
    expect(wordingInForce(sub)).toMatchObject({ revision: 2, restated: true })
    expect(wordingInForce(sub).edits.hunks.map(({ was, insert }) => [was, insert])).toEqual([
      ['grave', 'sérieux'],
    ])
    expect([sub, other].map(sponsorsOf)).toEqual([[], []])
    await as('FRA').do({
      ...{ do: 'amendment.cosponsor', amendment: 'FRA-1', confirm: true },
      wording: wordingInForce(sub).wording,
    })
    expect(sponsorsOf(await amendment('FRA-1'))).toEqual(['FRA'])
    must(await decide('FRA-1', 'accept'))
    must(await decide('KEN-1', 'accept'))
    must(await decide('BRA-1', 'accept'))
    expect((await chamber.words())[1]).toContain('Soulignant désormais le sérieux risque que')
    const { nameless } = must(await chamber.sitting.account())
    expect(nameless).toEqual([])
  })

  test('is redone in one press where its words are gone: what finds its place is in the draft', async () => {
    const { draft: first = '' } = await as('FRA').do({ do: 'draft.open', amends: 'BRA-1', another: true })
    const doc = await as('FRA').tab(first)
    must(await as('FRA').write(first, doc, () => replace(doc, 'c2', 'grave', 'sérieux')))
    must(await as('FRA').write(first, doc, () => replace(doc, 'c2', 'peuvent', 'pourraient')))
    await as('FRA').do({ do: 'amendment.table', draft: first, reason: '' })
    await revises('grave', 'terrible')
    expect((await amendment('FRA-1')).revisions).toHaveLength(1)
    const { draft = '' } = await as('FRA').do({ do: 'draft.open', revises: 'FRA-1', another: true })
    const again = await as('FRA').tab(draft)
    const said = () => wordsOf(elementsOf(again)[2] ?? new Y.XmlElement())?.toString()
    expect(said()).toBe('Soulignant le terrible danger que pourraient constituer les pays')
    must(await as('FRA').write(draft, again, () => replace(again, 'c2', 'terrible', 'sérieux')))
    await as('FRA').do({ do: 'amendment.table', draft, reason: '' })
    expect(wordingInForce(await amendment('FRA-1'))).toMatchObject({ revision: 2 })
    must(await decide('FRA-1', 'accept'))
    must(await decide('BRA-1', 'accept'))
    expect((await chamber.words())[1]).toBe('Soulignant le sérieux danger que pourraient constituer les pays')
    const record = await chamber.record()
    expect(await (await Chamber.open(chamber.archive)).record()).toEqual(record)
  })

  test('loses its ground when the sponsor puts other words in the place of those that it amends', async () => {
    const { draft: late = '' } = await as('KEN').do({ do: 'draft.open', amends: 'BRA-1', another: true })
    const doc = await as('KEN').tab(late)
    must(await as('KEN').write(late, doc, () => replace(doc, 'c2', 'grave', 'vrai')))
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    const { draft = '' } = await as('BRA').do({ do: 'draft.open', revises: 'BRA-1' })
    const own = await as('BRA').tab(draft)
    must(await as('BRA').write(draft, own, () => replace(own, 'c2', 'grave', 'terrible')))
    await as('BRA').do({ do: 'amendment.table', draft, reason: '' })
    expect(await decide('FRA-1', 'accept')).toMatchObject({ refused: 'amendment/overtaken' })
    expect(await as('KEN').try({ do: 'amendment.table', draft: late, reason: '' })).toMatchObject({
      refused: 'amendment/base-replaced',
    })
    must(await decide('BRA-1', 'accept'))
    expect((await chamber.words())[1]).toContain('le terrible danger')
  })

  test('a delegation does not amend its own amendment, nor an amendment to an amendment', async () => {
    expect(await as('BRA').try({ do: 'draft.open', amends: 'BRA-1' })).toMatchObject({
      refused: 'amendment/own',
    })
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    expect(await as('KEN').try({ do: 'draft.open', amends: 'FRA-1' })).toMatchObject({
      refused: 'amendment/sub',
    })
  })

  test('that has lost its ground for good is neither amended nor given other words', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    const { draft = '' } = await as('BRA').do({ do: 'draft.open', revises: 'BRA-1' })
    const own = await as('BRA').tab(draft)
    must(await as('BRA').write(draft, own, () => replace(own, 'c2', 'grave', 'terrible')))
    await as('BRA').do({ do: 'amendment.table', draft, reason: '' })
    must(await decide('BRA-1', 'accept'))
    expect((await amendment('FRA-1')).state).toBe('pending')
    const refused = { refused: 'amendment/overtaken' }
    expect(await as('KEN').try({ do: 'draft.open', amends: 'FRA-1' })).toEqual(refused)
    expect(await as('FRA').try({ do: 'draft.open', revises: 'FRA-1' })).toEqual(refused)
  })

  test('is no beginning of a draft of the text, which would wait for the words that it amends for ever', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    await as('KEN').proposes('c1', 'la police', 'la police nationale')
    const refused = { refused: 'draft/of-sub', about: { amendment: 'FRA-1' } }
    const from = ['FRA-1', 'KEN-1']
    expect(await as('KEN').try({ do: 'draft.open', from })).toEqual(refused)
    expect(await as('CHR').try({ do: 'compromise.open', from })).toEqual(refused)
    expect(await as('SEC').try({ do: 'consolidation.open', from })).toEqual(refused)
  })

  test('[V1] what was decided is the same after the journal is read again', async () => {
    await amends('FRA', 'BRA-1', 'grave', 'sérieux')
    must(await decide('FRA-1', 'accept'))
    must(await decide('BRA-1', 'accept'))
    const [words, record] = [await chamber.words(), await chamber.record()]
    const again = await Chamber.open(chamber.archive)
    expect(await again.words()).toEqual(words)
    expect(await again.record()).toEqual(record)
  })
})
