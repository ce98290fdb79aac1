import { expect, test } from 'vitest'
import { areComplete, fitted, NO_WORDS, withClause } from './rendering.ts'

test('a text in another language is complete when its title and every clause has words', () => {
  expect(areComplete(NO_WORDS, 2)).toBe(false)
  expect(areComplete({ title: 'T', clauses: ['a', ' '] }, 2)).toBe(false)
  expect(areComplete({ title: 'T', clauses: ['a'] }, 2)).toBe(false)
  expect(areComplete({ title: 'T', clauses: ['a', 'b'] }, 2)).toBe(true)
})

test('no word of a file with more clauses than the text is lost, and one with fewer leaves fields empty', () => {
  expect(fitted(['a', 'b', 'c'], 2)).toEqual(['a', 'b\nc'])
  expect(fitted(['a'], 3)).toEqual(['a', '', ''])
})

test('what is written for one clause leaves the others as they are', () => {
  expect(withClause(NO_WORDS, 1, 'b', 3)).toEqual({ title: '', clauses: ['', 'b', ''] })
  expect(withClause({ title: 'T', clauses: ['a', 'b'] }, 0, 'x', 2).clauses).toEqual(['x', 'b'])
})
