import { expect, test } from 'vitest'
import type { FoundChange } from '../../../shared/found.ts'
import { draftsOf, toggled } from './chosen.ts'

const change = (clause: string, kind: FoundChange['kind']): FoundChange => ({
  ...{ clause, kind, label: '', stands: 'a', tracked: 'yes', movedOn: false, authors: [] },
  brought:
    kind === 'new'
      ? { stood: [], hunks: [], added: [{ after: clause, id: `new-${clause}`, text: 'b' }], moved: [] }
      : { stood: [], hunks: [{ clause, from: 0, to: 1, was: 'a', insert: 'b' }], added: [], moved: [] },
})
const ALL = [change('c1', 'words'), change('c1', 'new'), change('c2', 'words')]

test('what is ticked goes into one draft', () => {
  const [draft, ...others] = draftsOf(ALL, 'one')
  expect(others).toEqual([])
  expect(draft?.hunks.map(({ clause }) => clause)).toEqual(['c1', 'c2'])
  expect(draft?.added.map(({ id }) => id)).toEqual(['new-c1'])
})

test('or into one for each clause, with the new clauses that follow it', () => {
  const drafts = draftsOf(ALL, 'clauses')
  expect(drafts.map(({ hunks, added }) => [hunks.length, added.length])).toEqual([
    [1, 1],
    [1, 0],
  ])
})

test('of nothing there is no draft', () => {
  expect(draftsOf([], 'one')).toEqual([])
  expect(draftsOf([], 'clauses')).toEqual([])
})

test('a tick is taken off, and put on again', () => {
  const off = toggled(new Set(['a', 'b']), 'a')
  expect([...off]).toEqual(['b'])
  expect([...toggled(off, 'a')]).toEqual(['b', 'a'])
})
