import { describe, expect, test } from 'vitest'
import type { CommandInput } from '../../shared/command.ts'
import { versionHash, wordsIn } from '../../shared/frozen-words.ts'
import { Chamber, must } from '../../tests/support/chamber.ts'
import { inEnglish } from '../../tests/support/language.ts'

/** The text is final; endorsement isn't opened. */
async function final(): Promise<{ chamber: Chamber; english: CommandInput & { do: 'language.lay' } }> {
  const chamber = await Chamber.open()
  return { chamber, english: inEnglish(await chamber.makesFinal()) }
}
const laid = async (chamber: Chamber, language = 'en') => must(await chamber.sitting.language(language))

describe('[E6] the final text in another language', () => {
  test('is laid clause by clause by an act that names both texts by their hashes', async () => {
    const { chamber, english } = await final()
    const { act } = await chamber.as('SEC').do(english)
    const { head, words } = await laid(chamber)
    expect(head).toMatchObject({ act, language: 'en', version: 2, hash: english.hash })
    expect(versionHash(words)).toBe(head.words)
    expect(wordsIn(words)).toEqual({
      format: 'paraph-words/1',
      declaration: 'declaration',
      language: 'en',
      blocks: [
        { kind: 'title', label: '', text: 'Declaration', end: '' },
        { kind: 'clause', label: '1', text: english.clauses[0], end: ';' },
        { kind: 'clause', label: '2', text: english.clauses[1], end: '; and' },
        { kind: 'clause', label: '3', text: english.clauses[2], end: '.' },
      ],
    })
    const minister = must(await chamber.sitting.endorsing(chamber.as('SGP minister').actor, null))
    expect(minister.languages).toEqual([head])
    expect(must(await chamber.sitting.acts()).at(-1)).toMatchObject({ kind: 'language version laid', act })
  })

  test('is corrected by a further act until endorsement opens, and stands from then on', async () => {
    const { chamber, english } = await final()
    const desk = chamber.as('SEC')
    await desk.do(english)
    expect(await desk.do(english)).toEqual({ act: null })
    const before = await laid(chamber)
    const corrected = { ...english, title: 'High-Level Declaration' }
    await desk.do(corrected)
    const after = await laid(chamber)
    expect(wordsIn(after.words).blocks[0]?.text).toBe('High-Level Declaration')
    expect(after.head.act).toBeGreaterThan(before.head.act)
    await chamber.opens('SGP minister')
    expect(await desk.try(english)).toEqual({ refused: 'language/too-late' })
    expect(await desk.try({ ...english, language: 'es' })).toEqual({ refused: 'language/too-late' })
    // Whoever signs has seen the act that laid it.
    must(await chamber.as('SGP minister').endorses())
    const [made] = (await chamber.record()).endorsements
    expect(made?.signed?.instrument.text).toBe(english.hash)
    const acts = must(await chamber.sitting.acts())
    const seen = acts.slice(0, made?.signed?.instrument.ledger.size)
    expect(seen.map(({ act }) => act)).toContain(after.head.act)
  })

  test('is that of the final text, with a place for each of its clauses, in a language that is not its own', async () => {
    const { chamber, english } = await final()
    const desk = chamber.as('SEC')
    const others: readonly [instead: Partial<typeof english>, refused: string][] = [
      [{ hash: 'a'.repeat(64) }, 'endorsement/other-text'],
      [{ language: 'fr' }, 'language/authentic'],
      [{ clauses: english.clauses.slice(1) }, 'language/clauses'],
      [{ clauses: [...english.clauses, 'One more'] }, 'language/clauses'],
    ]
    for (const [instead, refused] of others)
      expect(await desk.try({ ...english, ...instead })).toMatchObject({ refused })
    expect(await chamber.as('CHR').try(english)).toMatchObject({ refused: 'policy/role' })
    expect(await chamber.sitting.language('en')).toEqual({ refused: 'language/unknown' })
  })

  test('[J1] [J5] is as it was after the next start', async () => {
    const { chamber, english } = await final()
    await chamber.as('SEC').do(english)
    const before = [await chamber.record(), await laid(chamber)]
    const again = await Chamber.open(chamber.archive)
    expect([await again.record(), await laid(again)]).toEqual(before)
  })
})
