import { expect, test } from 'vitest'
import { hasSeen, keepLook, readLook, sawAll, sawClause } from './lastLook.ts'

const LOOK = { all: 10, clauses: {} }

test('what happened before the last look is seen, in every clause', () => {
  expect([hasSeen(LOOK, 'c1', 10), hasSeen(LOOK, 'c1', 11)]).toEqual([true, false])
})

test('a clause that was looked at is seen, and the others are not', () => {
  const look = sawClause(LOOK, 'c1', 15)
  expect([hasSeen(look, 'c1', 15), hasSeen(look, 'c2', 15), hasSeen(look, 'c1', 16)]).toEqual([
    true,
    false,
    false,
  ])
})

test('a look back takes nothing away', () => {
  expect(sawClause(sawClause(LOOK, 'c1', 15), 'c1', 12).clauses['c1']).toBe(15)
  expect(sawAll({ all: 20, clauses: {} }, 15)).toEqual({ all: 20, clauses: {} })
})

test('it is kept for one capacity, and what is kept badly is as if it had never been', () => {
  const kept = new Map<string, string>()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  keepLook(store, 'declaration', 'cap-FRA', LOOK)
  expect(readLook(store, 'declaration', 'cap-FRA')).toEqual(LOOK)
  expect(readLook(store, 'declaration', 'cap-BRA')).toBeNull()
  for (const key of kept.keys()) kept.set(key, '{"all":"10"}')
  expect(readLook(store, 'declaration', 'cap-FRA')).toBeNull()
})
