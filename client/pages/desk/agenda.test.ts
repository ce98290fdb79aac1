import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edits, Hunk } from '../../../shared/edits.ts'
import type { Record } from '../../../shared/record.ts'
import { rivals } from '../../../shared/rivals.ts'
import { holds } from '../../../tests/support/property.ts'
import { agendaOf, type Item } from './agenda.ts'

const TITLE = { id: 'title', kind: 'title' as const, text: 'The Declaration' }
const BLOCKS = [
  TITLE,
  { id: 'c1', kind: 'clause' as const, text: 'Urges all States to respect the peace' },
  { id: 'c2', kind: 'clause' as const, text: 'Calls upon the parties to meet and to talk' },
  { id: 'c3', kind: 'clause' as const, text: 'Stressing the threat of crime' },
]
const TEXTS = new Map(BLOCKS.map(({ id, text }) => [id, text]))

/** A change of one block; a long one strikes it whole. */
const change = fc
  .tuple(
    fc.nat(BLOCKS.length - 1),
    fc.nat(40),
    fc.constantFrom(0, 1, 5, 9, 99),
    fc.constantFrom('', 'and peace'),
  )
  .map(([nth, at, length, insert]): Hunk => {
    const { id: clause, text } = BLOCKS[nth] ?? TITLE
    const from = length > text.length ? 0 : Math.min(at, text.length)
    const to = Math.min(text.length, from + length)
    return { clause, from, to, was: text.slice(from, to), insert, gone: [], left: null, right: null }
  })

/** Changes of some blocks, and sometimes a new clause. */
const proposal = fc
  .tuple(fc.array(change, { minLength: 1, maxLength: 3 }), fc.nat(BLOCKS.length * 3))
  .map(([hunks, nth]): Edits => {
    const after = BLOCKS[nth]?.id
    return { hunks, added: after ? [{ id: 'new', kind: 'clause', after, text: 'Noting the effort' }] : [] }
  })

const viewOf = (proposals: readonly Edits[]) => {
  const amendments = proposals.map((edits, nth) => {
    const id = `FRA-${nth + 1}`
    return [id, { id, state: 'pending', amends: null, revisions: [{ edits }] }]
  })
  return { record: { amendments: Object.fromEntries(amendments) } as unknown as Record, effects: {} }
}

test('what competes at the desk is what competes when every amendment is held against every other', () => {
  holds('the agenda', [fc.array(proposal, { maxLength: 9 })], (proposals) => {
    const agenda = agendaOf(viewOf(proposals), BLOCKS)
    const items = agenda.flatMap(({ groups }) => groups.flat())
    expect(items).toHaveLength(proposals.length)
    for (const one of items) {
      const against = items.filter((it) => it !== one && rivals(TEXTS, one.edits, it.edits).length > 0)
      expect([...one.rivals].sort()).toEqual(against.map(({ amendment }) => amendment.id).sort())
    }
    for (const { groups } of agenda) expect(sorted(groups)).toEqual(sorted(tiedInPairs(groups.flat())))
  })
})

/** Groups by the slow way: two are one as long as any pair of theirs competes. */
function tiedInPairs(items: readonly Item[]): Item[][] {
  const groups = items.map((item) => [item])
  const compete = (a: readonly Item[], b: readonly Item[]) =>
    a.some((one) => b.some((other) => rivals(TEXTS, one.edits, other.edits).length > 0))
  for (let nth = 0; nth < groups.length; nth++) {
    const other = groups.findIndex((group, index) => index > nth && compete(groups[nth] ?? [], group))
    if (other < 0) continue
    groups[nth]?.push(...(groups.splice(other, 1)[0] ?? []))
    nth = -1
  }
  return groups
}

const sorted = (groups: readonly (readonly Item[])[]): string[] =>
  groups
    .map((group) =>
      group
        .map(({ amendment }) => amendment.id)
        .sort()
        .join(),
    )
    .sort()
