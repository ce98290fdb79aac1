import { describe, expect, test } from 'vitest'
import { Chamber, must as present, replace } from '../tests/support/chamber.ts'
import { type Move, moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import type { AccountEntry } from './account.ts'
import type { Revision } from './amendment.ts'
import { movesOfText } from './edits.ts'
import type { BlockId } from './ids.ts'

/** What a revision proposes for the words of each clause, in their order. */
function proposed({ edits }: Revision): Map<string, string> {
  const words = new Map<string, string>()
  const add = (clause: BlockId, would: AccountEntry['would'], more: string) => {
    const key = `${clause} ${would}`
    if (more) words.set(key, (words.get(key) ?? '') + more)
  }
  for (const { clause, was, insert } of edits.hunks) {
    add(clause, 'go out', was)
    add(clause, 'come in', insert)
  }
  for (const { id, text } of edits.added) add(id, 'come in', text)
  for (const { clause } of movesOfText(edits)) add(clause, 'move', '→')
  return words
}

const MOVES = moves(40)

describe('the account of every proposed word', () => {
  test('[A5] after any negotiation, every word of every revision of every amendment is in exactly one place', () => {
    holds('A5', [MOVES], (steps) => {
      const plenary = new Plenary()
      for (const step of steps) plenary.move(step)
      const { entries, nameless } = plenary.account()
      for (const { id, revisions } of Object.values(plenary.record.amendments)) {
        for (const revision of revisions) {
          const told = new Map<string, string>()
          for (const { clause, would, words } of entries.filter(
            (it) => it.amendment === id && it.revision === revision.revision,
          )) {
            const key = `${clause} ${would}`
            told.set(key, (told.get(key) ?? '') + (would === 'move' ? '→' : words))
          }
          expect([id, [...told].sort()]).toEqual([id, [...proposed(revision)].sort()])
        }
      }
      expect(nameless).toEqual([])
    })
  })

  test('[A5] words are in the text exactly where the account says that they are', () => {
    holds('A5 text', [MOVES], (steps) => {
      const plenary = new Plenary()
      for (const step of steps) plenary.move(step)
      for (const { amendment, place, at, by, through } of plenary.account().entries) {
        const { amends, revisions, ...own } = must(plenary.record.amendments[amendment])
        // What an accepted sub-amendment says is in the words of what it amends.
        const isIn = amends !== null && own.state === 'accepted'
        const { state } = isIn ? must(plenary.record.amendments[amends.amendment]) : own
        const isAccepted =
          place === 'in the text' ||
          place === 'taken out' ||
          place === 'taken out again' ||
          place === 'fell away'
        if (isAccepted) expect(state).toBe('accepted')
        if (place === 'withdrawn' || place === 'rejected') expect(state).toBe(place)
        if (place === 'pending' || place === 'carried') expect(state).toBe('pending')
        // Accepted too late, it may have found some of the words taken out by another.
        if (place === 'overtaken') expect(['pending', 'accepted']).toContain(state)
        if (place.startsWith('superseded') || place === 'fallen') expect(through).not.toBeNull()
        expect(by.capacity).toMatch(/^cap-/)
        expect(at >= revisions[0].at).toBe(true)
      }
    })
  })
})

test('[A5] words that a sub-amendment took out were taken out when its parent was accepted', () => {
  // A seed that was found: told as of the sub-amendment's own acceptance, the text had moved before it did.
  const plenary = new Plenary()
  const steps: readonly Move[] = [
    [0, 65, 618, 742],
    [20, 116, 227, 667],
    [11, 0, 283, 0],
    [0, 0, 558, 25],
    [11, 0, 0, 0],
  ]
  for (const step of steps) plenary.move(step)
  const gone = plenary.account().entries.find(({ place }) => place === 'overtaken')
  expect(gone?.through).toBe('KEN-1')
  expect(gone?.at).toBe(plenary.record.amendments['AG-1']?.decision?.at)
})

test('[A5] what an amendment had lost before it took in a sub-amendment is told as revised, and is not without a name', async () => {
  const chamber = await Chamber.open()
  const as = (who: string) => chamber.as(who)
  await as('HUN').type('c1', 'la police', 'la gendarmerie')
  await as('HUN').type('c2', 'les pays', 'des pays')
  await as('HUN').table()
  const { draft = '' } = await as('KEN').do({ do: 'draft.open', amends: 'HUN-1' })
  const doc = await as('KEN').tab(draft)
  await as('KEN').write(draft, doc, () => replace(doc, 'c3', 'ces mesures', 'ces efforts'))
  await as('KEN').do({ do: 'amendment.table', draft, reason: '' })
  await as('FRA').proposes('c1', 'la police', 'chacun')
  for (const amendment of ['FRA-1', 'KEN-1', 'HUN-1'])
    await as('SEC').do({ do: 'amendment.decide', amendment, decision: 'accept' })
  const { entries, nameless } = present(await chamber.sitting.account())
  expect(nameless).toEqual([])
  expect(entries.find(({ words }) => words === 'gendarmerie')).toMatchObject({
    ...{ amendment: 'HUN-1', revision: 1, place: 'revised' },
  })
})

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing is known of it')
  return value
}
