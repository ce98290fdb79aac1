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
const hunkOf = (clause: string, insert: string) => ({
  ...{ stood: [], added: [], moved: [] },
  hunks: [{ clause, from: 0, to: 1, was: 'a', insert }],
})
const ROOM = { blocks: 180, words: 50_000 }
const ALL = [change('c1', 'words'), change('c1', 'new'), change('c2', 'words')]

test('what is ticked goes into one draft', () => {
  const [draft, ...others] = draftsOf(ALL, 'one', ROOM)
  expect(others).toEqual([])
  expect(draft?.hunks.map(({ clause }) => clause)).toEqual(['c1', 'c2'])
  expect(draft?.added.map(({ id }) => id)).toEqual(['new-c1'])
})

test('or into one for each clause, with the new clauses that follow it', () => {
  const drafts = draftsOf(ALL, 'clauses', ROOM)
  expect(drafts.map(({ hunks, added }) => [hunks.length, added.length])).toEqual([
    [1, 1],
    [1, 0],
  ])
})

test('what one draft has no room for goes on in the next, and nothing is left out', () => {
  const added = Array.from({ length: 400 }, (_, at) => ({
    ...{ id: `new-${at + 1}`, after: at === 0 ? 'c1' : `new-${at}`, text: `${at}` },
  }))
  const many = { ...change('c1', 'new'), brought: { stood: [], hunks: [], added, moved: [] } }
  const drafts = draftsOf([change('c1', 'words'), many, change('c2', 'words')], 'one', ROOM)
  expect(drafts.map((it) => [it.hunks.length, it.added.length])).toEqual([
    [1, 150],
    [0, 150],
    [1, 100],
  ])
  // Each part begins after the clause, and goes on one after the other.
  expect(drafts.map((it) => it.added.slice(0, 2).map(({ after }) => after))).toEqual([
    ['c1', 'new-1'],
    ['c1', 'new-151'],
    ['c1', 'new-301'],
  ])
  expect(drafts.flatMap((it) => it.added.map(({ text }) => text))).toEqual(added.map(({ text }) => text))
})

test('words in the letters of any script are counted as they are sent', () => {
  const long = { ...change('c1', 'words'), brought: hunkOf('c1', 'س'.repeat(18_000)) }
  const other = { ...change('c2', 'words'), brought: hunkOf('c2', 'س'.repeat(18_000)) }
  expect(draftsOf([long, other], 'one', ROOM)).toHaveLength(2)
})

test('of nothing there is no draft', () => {
  expect(draftsOf([], 'one', ROOM)).toEqual([])
  expect(draftsOf([], 'clauses', ROOM)).toEqual([])
})

test('a tick is taken off, and put on again', () => {
  const off = toggled(new Set(['a', 'b']), 'a')
  expect([...off]).toEqual(['b'])
  expect([...toggled(off, 'a')]).toEqual(['b', 'a'])
})
