import { expect, test } from 'vitest'
import { BASE } from '../tests/support/negotiation.ts'
import { edits, editsOf } from './edits.ts'
import { asAmended, engross, withMovesOfNew } from './engross.ts'
import { incorporated } from './incorporation.ts'
import { Sight } from './items.ts'
import { moveKey, writeMove } from './moves.ts'
import { cloneText, layText, newBlock, readText, textRoot } from './text.ts'

test('[V6] a new clause that a sub-amendment moves: the wording that takes it in names the move', () => {
  const text = layText(BASE)
  const draft = cloneText(text, 2)
  textRoot(draft).insert(1, [newBlock({ id: 'n1', kind: 'clause', text: 'Notes' })])
  const own = engross(text, withMovesOfNew(text, edits(text, draft)), 3)

  const base = asAmended(text, [own])
  const sub = cloneText(base, 4)
  writeMove(sub, { key: moveKey(4, 1), clause: 'n1', after: 'c1', turn: 1 })
  const theirs = engross(base, editsOf(Sight.of(base), sub), 5)

  const taken = incorporated(text, Sight.of(text), own, theirs)
  expect(taken.edits.added).toMatchObject([{ id: 'n1', after: 'c1' }])
  expect(taken.edits.moved).toEqual([{ clause: 'n1', after: 'c1', since: null, come: [moveKey(5, 1)] }])
  expect(readText(asAmended(text, [taken.engrossed])).map(({ id }) => id)).toEqual([
    'title',
    'c1',
    'n1',
    'c2',
    'c3',
  ])
})
