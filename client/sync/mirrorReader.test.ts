import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Edits } from '../../shared/edits.ts'
import { type Mirror, mirrorOfDraft, readMirror, writeMirror } from '../../shared/mirror.ts'
import type { Draft } from '../../shared/record.ts'
import { recordRoot } from '../../shared/text.ts'
import { holds } from '../../tests/support/property.ts'
import { MirrorReader } from './mirrorReader.ts'

const NOUNS = [
  ...(['clause', 'amendment', 'thread', 'version', 'endorsement', 'draft'] as const),
  ...(['language', 'signatory', 'paper', 'withdrawal'] as const),
] as const

interface Change {
  readonly noun: (typeof NOUNS)[number]
  readonly id: number
  readonly value: string | null
}

const changes = fc.array(
  fc.record({
    noun: fc.constantFrom(...NOUNS),
    id: fc.nat(3),
    value: fc.option(fc.string({ maxLength: 5 })),
  }) satisfies fc.Arbitrary<Change>,
  { maxLength: 30 },
)

const sharedDraft = (id: number, words: string): Mirror => {
  const draft = { id: `d${id}`, sharing: 'live' } as Draft
  const hunk = { clause: 'c1', from: 0, to: 1, was: 'a', gone: [], left: null, right: null }
  const added = [{ after: 'c1', id: 'n1', kind: 'clause' as const, text: `new ${words}` }]
  const edits: Edits = { hunks: [{ ...hunk, insert: words }], added }
  return mirrorOfDraft(draft, edits)
}

function after(before: Mirror, { noun, id, value }: Change): Mirror {
  const now = new Map([...before].filter(([key]) => !key.endsWith(`/${noun === 'draft' ? 'd' : ''}${id}`)))
  if (value === null) return now
  if (noun === 'draft') return new Map([...now, ...sharedDraft(id, value)])
  return now.set(`${noun}/${id}`, { number: id, state: String(id), act: id, value })
}

const laid: Mirror = new Map<string, unknown>([
  ['declaration', { id: 'high-level' }],
  ['stage', 'drafting'],
  ['acts', 1],
])

function roomOf(mirror: Mirror) {
  const doc = new Y.Doc()
  const map = recordRoot(doc)
  const reader = new MirrorReader(map, doc)
  const write = (before: Mirror, now: Mirror) => map.doc?.transact(() => writeMirror(map, before, now))
  write(new Map(), mirror)
  return { map, reader, write }
}

test('After any changes the reader sees what a reading afresh would see', () => {
  holds(
    'mirror reader',
    [changes],
    (all) => {
      const { map, reader, write } = roomOf(laid)
      let mirror = laid
      for (const change of all) {
        const now = after(mirror, change)
        write(mirror, now)
        mirror = now
        expect(reader.read()).toEqual(readMirror(map))
      }
    },
    0.1,
  )
})

test('A letter typed in a shared draft leaves everything else the same object', () => {
  const quiet = after(after(laid, { noun: 'amendment', id: 1, value: 'a' }), {
    noun: 'draft',
    id: 2,
    value: 'b',
  })
  const before = after(quiet, { noun: 'draft', id: 3, value: 'c' })
  const { reader, write } = roomOf(before)
  const first = reader.read()
  write(before, after(before, { noun: 'draft', id: 2, value: 'bc' }))
  const second = reader.read()
  expect(second?.record).toBe(first?.record)
  expect(second?.effects).toBe(first?.effects)
  expect(second?.live['d3']).toBe(first?.live['d3'])
  expect(second?.live['d2']).not.toBe(first?.live['d2'])
})

test('Before the server’s state has arrived there is nothing to see', () => {
  const doc = new Y.Doc()
  expect(new MirrorReader(recordRoot(doc), doc).read()).toBeNull()
})
