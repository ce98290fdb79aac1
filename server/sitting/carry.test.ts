import { beforeEach, describe, expect, test } from 'vitest'
import { readText } from '../../shared/text.ts'
import { Chamber, must, replace } from '../../tests/support/chamber.ts'

describe('a draft on an amendment that is given other words meanwhile', () => {
  let chamber: Chamber
  let draft: string
  beforeEach(async () => {
    chamber = await Chamber.open()
    await as('BRA').proposes('c2', 'la menace', 'le grave danger')
    draft = (await as('KEN').do({ do: 'draft.open', amends: 'BRA-1' })).draft ?? ''
    await as('KEN').do({ do: 'draft.share', draft, sharing: 'private', members: ['FRA'] })
  })

  const as = (who: string) => chamber.as(who)
  const drafts = async () => (await chamber.record()).drafts
  const words = async (id: string) =>
    must(await chamber.sitting.look((_, state) => readText(state.draft(id))[2]?.text))

  /** Kenya writes, and then Brazil gives its amendment other words. */
  const writes = async (...changes: readonly (readonly [was: string, by: string])[]) => {
    const doc = await as('KEN').tab(draft)
    for (const [was, by] of changes)
      must(await as('KEN').write(draft, doc, () => replace(doc, 'c2', was, by)))
    const own = (await as('BRA').do({ do: 'draft.open', revises: 'BRA-1' })).draft ?? ''
    const theirs = await as('BRA').tab(own)
    must(await as('BRA').write(own, theirs, () => replace(theirs, 'c2', 'grave', 'terrible')))
    await as('BRA').do({ do: 'amendment.table', draft: own, reason: '' })
  }

  test('[A4] is carried over with its members, and closed where all of it has its place in the new words', async () => {
    await writes(['peuvent', 'pourraient'])
    const { draft: next = '' } = await as('KEN').do({ do: 'draft.open', carries: draft })
    expect(await words(next)).toBe('Soulignant le terrible danger que pourraient constituer les pays')
    expect(await drafts()).toMatchObject({ [next]: { sharing: 'private', members: ['FRA'] } })
    expect(await drafts()).not.toHaveProperty(draft)
    await as('KEN').do({ do: 'amendment.table', draft: next, reason: '' })
    for (const amendment of ['KEN-1', 'BRA-1'])
      await as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
    expect((await chamber.words())[1]).toBe(
      'Soulignant le terrible danger que pourraient constituer les pays',
    )
    expect(must(await chamber.sitting.account()).nameless).toEqual([])
    const record = await chamber.record()
    expect(await (await Chamber.open(chamber.archive)).record()).toEqual(record)
  })

  test('[A5] keeps what has no place there, to be copied', async () => {
    await writes(['grave', 'vrai'], ['peuvent', 'pourraient'])
    const { draft: next = '' } = await as('KEN').do({ do: 'draft.open', carries: draft })
    expect(await words(next)).toBe('Soulignant le terrible danger que pourraient constituer les pays')
    expect(await words(draft)).toBe('Soulignant le vrai danger que pourraient constituer les pays')
  })

  test('begins anew where nothing of it has a place', async () => {
    await writes(['grave', 'vrai'])
    const { draft: next = '' } = await as('KEN').do({ do: 'draft.open', carries: draft })
    expect(await words(next)).toBe('Soulignant le terrible danger que peuvent constituer les pays')
    expect(await words(draft)).toBe('Soulignant le vrai danger que peuvent constituer les pays')
  })

  test('stays as it is while its amendment does, and is nobody else’s to carry', async () => {
    expect(await as('KEN').do({ do: 'draft.open', carries: draft })).toEqual({ act: null, draft })
    await writes(['peuvent', 'pourraient'])
    expect(await as('FRA').try({ do: 'draft.open', carries: draft })).toEqual({
      refused: 'draft/not-a-member',
    })
    const { draft: other = '' } = await as('KEN').do({ do: 'draft.open' })
    expect(await as('KEN').try({ do: 'draft.open', carries: other })).toEqual({ refused: 'amendment/no-sub' })
  })
})
