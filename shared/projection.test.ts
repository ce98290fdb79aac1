import { describe, expect, test } from 'vitest'
import { firstLabels, newLabels } from './numbering.ts'
import { openingLength } from './opening.ts'
import { clean } from './projection.ts'
import type { Block } from './text.ts'

const PUNCTUATION = { between: ' ;', beforeLast: ' ; et', last: '.' }
const BLOCKS: readonly Block[] = [
  { id: 'title', kind: 'title', text: 'Déclaration' },
  { id: 'c1', kind: 'clause', text: 'Soulignant la menace que constituent' },
  { id: 'c2', kind: 'clause', text: 'Rappelant la demande' },
  { id: 'c3', kind: 'clause', text: 'Appelant les États' },
]
const LABELS = firstLabels(BLOCKS)

describe('the clean text', () => {
  test('ends every clause as the declaration is punctuated, the last but one and the last too', () => {
    expect(clean(BLOCKS, LABELS, PUNCTUATION).map(({ end }) => end)).toEqual(['', ' ;', ' ; et', '.'])
  })
  test('a struck clause has no end, and the one before it takes its place', () => {
    const struck = BLOCKS.map((it) => (it.id === 'c3' ? { ...it, text: '' } : it))
    expect(clean(struck, LABELS, PUNCTUATION).map(({ end }) => end)).toEqual(['', ' ; et', '.', ''])
  })
})

describe('numbers', () => {
  test('a clause between 1 and 2 is 1 bis, the next 1 ter, and issued numbers stay', () => {
    expect(newLabels(['title', 'c1', 'x', 'y', 'c2'], LABELS)).toEqual({ x: '1 bis', y: '1 ter' })
  })
  test('a suffix that was given is not given again', () => {
    expect(newLabels(['title', 'c1', 'y', 'x', 'c2'], { ...LABELS, x: '1 bis' })).toEqual({ y: '1 ter' })
  })
})

describe('the opening of a clause', () => {
  test('is its first word, or a customary phrase', () => {
    expect(openingLength('Affirmant le rôle', 'fr')).toBe('Affirmant'.length)
    expect(openingLength('Calls upon the parties', 'en')).toBe('Calls upon'.length)
    expect(openingLength('', 'en')).toBe(0)
  })
})
