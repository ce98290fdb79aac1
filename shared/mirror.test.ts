import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { holds } from '../tests/support/property.ts'
import type { Edits } from './edits.ts'
import { type Mirror, mirrorOfDraft, readMirror, writeMirror } from './mirror.ts'
import type { Draft } from './record.ts'

const draft = { id: 'd1', sharing: 'live' } as Draft

/** A draft that puts in these words, each in a place of its own. */
function proposing(words: readonly string[]): Edits {
  const place = { clause: 'c1', was: '', gone: [], left: null, right: null }
  return { hunks: words.map((insert, at) => ({ ...place, from: at, to: at, insert })), added: [] }
}

const mirrored = (words: readonly string[]): Mirror =>
  new Map<string, unknown>([['declaration', {}], ...mirrorOfDraft(draft, proposing(words))])

/** What the room reads after each of these; with the bytes that each cost. */
function told(all: readonly (readonly string[])[]): { read: Edits | undefined; bytes: number }[] {
  const map = new Y.Doc().getMap<unknown>('record')
  let bytes = 0
  map.doc?.on('update', (update: Uint8Array) => {
    bytes = update.length
  })
  let before: Mirror = new Map()
  return all.map((words) => {
    const now = mirrored(words)
    map.doc?.transact(() => writeMirror(map, before, now))
    before = now
    return { read: readMirror(map)?.live['d1'], bytes }
  })
}

describe('the words of a draft that the room sees grow', () => {
  test('are read as they were written, whatever became of them', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀'), maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    })
    holds(
      'mirror',
      [fc.array(words, { maxLength: 12 })],
      (all) => {
        expect(told(all).map(({ read }) => read)).toEqual(all.map(proposing))
      },
      0.1,
    )
  })

  test('cost two splices when two people type in two places, however much stands between them', () => {
    const between = 'des mots qui restent où ils sont '.repeat(200)
    const [, once] = told([
      ['a', between, 'b'],
      ['aa', between, 'b'],
    ])
    const [, twice] = told([
      ['a', between, 'b'],
      ['aa', between, 'bb'],
    ])
    expect(twice?.bytes).toBeLessThan(3 * (once?.bytes ?? 0))
  })
})
