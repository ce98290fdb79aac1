import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newDeclarationDoc } from '../../shared/text.ts'
import { holds } from '../../tests/support/property.ts'
import { laterUpdate } from './later-update.ts'

const key = fc.constantFrom('stage', 'amendment/FRA-1', 'effect/FRA-1', 'words/d1')
const change = fc.oneof(
  fc.record({ key, value: fc.jsonValue() }),
  fc.record({ key, words: fc.string() }),
  fc.record({ key }),
)
const changes = fc.array(change, { maxLength: 12 })

test('[J5] what is taken of a document later are the bytes of the moment when it was asked for', () => {
  holds('later update', [changes, changes], (before, after) => {
    const hall = newDeclarationDoc()
    for (const it of before) make(hall, it)
    const then = Y.encodeStateAsUpdate(hall)
    const later = laterUpdate(hall)
    for (const it of after) make(hall, it)
    expect(Buffer.concat([...later])).toEqual(Buffer.from(then))
  })
})

test('a large document comes in pieces', () => {
  const hall = newDeclarationDoc()
  for (let n = 0; n < 100; n++) hall.getMap('record').set(`amendment/${n}`, { words: 'peace '.repeat(1_000) })
  const pieces = [...laterUpdate(hall)]
  expect(pieces.length).toBeGreaterThan(5)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(80_000)
})

function make(hall: Y.Doc, change: { key: string; value?: unknown; words?: string }): void {
  const record = hall.getMap('record')
  const words = record.get(change.key)
  if (change.words !== undefined && words instanceof Y.Text) words.insert(0, change.words)
  else if (change.words !== undefined) record.set(change.key, new Y.Text(change.words))
  else if (change.value !== undefined) record.set(change.key, change.value)
  else record.delete(change.key)
}
