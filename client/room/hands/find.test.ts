import { expect, test } from 'vitest'
import type { Proposal } from '../proposals.ts'
import { bare, findIn } from './find.ts'

const BLOCKS = [
  { id: 'c1', kind: 'clause' as const, text: 'Évaluant la menace, et la menace seule' },
  { id: 'c2', kind: 'clause' as const, text: 'Rappelant la demande' },
]

const PROPOSAL = {
  id: 'FRA-1',
  edits: {
    hunks: [
      {
        clause: 'c2',
        from: 0,
        to: 0,
        was: '',
        insert: 'devant la menace',
        gone: [],
        left: null,
        right: null,
      },
    ],
    added: [],
  },
} as unknown as Proposal

test('words are found in the text and in what is proposed, clause by clause', () => {
  expect(findIn('menace', BLOCKS, [PROPOSAL])).toEqual([
    { clause: 'c1', proposal: null, nth: 0 },
    { clause: 'c1', proposal: null, nth: 1 },
    { clause: 'c2', proposal: 'FRA-1', nth: 0 },
  ])
})

test('capitals and accents make no difference, and every sign keeps its place', () => {
  expect(findIn('evaluant', BLOCKS, []).length).toBe(1)
  expect(bare('Évaluant — “é”')).toHaveLength('Évaluant — “é”'.length)
})

test('no words find nothing', () => {
  expect(findIn('  ', BLOCKS, [PROPOSAL])).toEqual([])
})
