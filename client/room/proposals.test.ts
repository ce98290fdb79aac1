import { expect, test } from 'vitest'
import type { Edits, Hunk } from '../../shared/edits.ts'
import type { Draft } from '../../shared/record.ts'
import { type LiveProposal, nameOfProposal, rivalsAmong, spoken, touching } from './proposals.ts'

const TEXT = 'Stressing the threat of crime'

function draftBy(delegation: string, was: string, insert: string): LiveProposal {
  const from = TEXT.indexOf(was)
  const hunk: Hunk = {
    ...{ clause: 'c3', from, to: from + was.length, was, insert },
    ...{ gone: [], left: null, right: null },
  }
  const edits: Edits = { hunks: [hunk], added: [] }
  const draft = { id: `d-${delegation}`, delegation, revises: null } as Draft
  return { is: 'draft', id: draft.id, sponsor: delegation, sponsors: [delegation], edits, draft }
}

test('Two delegations that change the same words are told of each other, a third elsewhere is not', () => {
  const [france, brazil, kenya] = [
    draftBy('FRA', 'threat', 'danger'),
    draftBy('BRA', 'threat', 'menace'),
    draftBy('KEN', 'crime', 'organized crime'),
  ]
  const rivals = rivalsAmong([france, brazil, kenya], [france, brazil, kenya], new Map([['c3', TEXT]]))
  expect(rivals.get(france.id)).toEqual([brazil])
  expect(rivals.get(brazil.id)).toEqual([france])
  expect(rivals.get(kenya.id)).toBeUndefined()
})

test('A draft that rewords an amendment is called after it, and is no rival of it', () => {
  const france = draftBy('FRA', 'threat', 'danger')
  const reworded = { ...france, id: 'd2', draft: { ...france.draft, id: 'd2', revises: france.id } }
  expect(nameOfProposal({ ...reworded, draft: { ...reworded.draft, revises: 'FRA-1' } })).toBe('FRA 1 …')
  expect(rivalsAmong([france, reworded], [france, reworded], new Map([['c3', TEXT]]))).toEqual(new Map())
})

test('A proposal belongs to the clause whose words it changes', () => {
  const all = [draftBy('FRA', 'threat', 'danger')]
  expect(touching(all, 'c3')).toHaveLength(1)
  expect(touching(all, 'c4')).toHaveLength(0)
})

test('An amendment is called by code and number, a draft by code alone', () => {
  expect(spoken('FRA-2')).toBe('FRA 2')
  expect(nameOfProposal(draftBy('FRA', 'threat', 'danger'))).toBe('FRA …')
})
