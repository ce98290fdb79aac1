import { expect, test } from 'vitest'
import { moves, Negotiation } from '../tests/support/negotiation.ts'
import { holds } from '../tests/support/property.ts'
import { isAlike } from './alike.ts'
import { applyEdits, type Edits, type Hunk, NO_EDITS } from './edits.ts'
import { readText } from './text.ts'

const TEXT = [{ id: 'c1', kind: 'clause', text: 'Soulignant la menace que peuvent constituer' }] as const

const hunk = (was: string, insert: string): Hunk => {
  const from = TEXT[0].text.indexOf(was)
  return { clause: 'c1', from, to: from + was.length, was, insert, gone: [], left: null, right: null }
}
const proposal = (...hunks: readonly Hunk[]): Edits => ({ hunks, added: [] })
const clause = (id: string, text: string): Edits => ({
  hunks: [],
  added: [{ after: 'c1', id, kind: 'clause', text }],
})

test('the same words are the same proposal, however they were cut into changes', () => {
  const one = proposal(hunk('la menace', 'le danger'))
  expect(isAlike(TEXT, one, proposal(hunk('la menace', 'le danger')))).toBe(true)
  expect(isAlike(TEXT, one, proposal(hunk('la', 'le'), hunk('menace', 'danger')))).toBe(true)
  expect(isAlike(TEXT, one, proposal(hunk('menace', 'danger')))).toBe(false)
})

test('two new clauses of the same words in the same place are the same, whatever they are called', () => {
  expect(isAlike(TEXT, clause('a', 'Notant'), clause('b', 'Notant'))).toBe(true)
  expect(isAlike(TEXT, clause('a', 'Notant'), clause('b', 'Rappelant'))).toBe(false)
})

test('an amendment is like every other that leaves the text the same, and like no other', () => {
  holds('alike', [moves(30)], (steps) => {
    const negotiation = new Negotiation(steps)
    const text = readText(negotiation.text)
    const [a = NO_EDITS, b = NO_EDITS] = negotiation.edits()
    const words = (edits: Edits) => applyEdits(text, edits).map((block) => block.text.trim())
    expect(isAlike(text, a, a)).toBe(true)
    if (isAlike(text, a, b)) expect(words(a)).toEqual(words(b))
  })
})
