import { expect, test } from 'vitest'
import { applyEdits, type Edits, type Hunk } from './edits.ts'
import { restated } from './restating.ts'
import type { Block } from './text.ts'

const clause = (text: string, id = 'c'): Block => ({ id, kind: 'clause', text })

/** A change of the words before. */
const change = (text: string, was: string, insert: string, at = text.indexOf(was)): Hunk => ({
  ...{ clause: 'c', from: at, to: at + was.length, was, insert, gone: [], left: null, right: null },
})

/** What the new words say once the changes have followed. */
function after(before: string, now: string, ...hunks: Hunk[]): [string | undefined, boolean] {
  const rewritten = { before: [clause(before)], now: [clause(now)], renamed: new Map() }
  const { edits, isWhole } = restated({ hunks, added: [] }, rewritten)
  return [applyEdits([clause(now)], edits)[0]?.text, isWhole]
}

const BEFORE = 'Stressing the grave danger of crime'

test('a change follows to where its words stand now', () => {
  expect(
    after(BEFORE, 'Stressing once more the grave danger of all crime', change(BEFORE, 'grave', 'real')),
  ).toEqual(['Stressing once more the real danger of all crime', true])
})

test('a change of words that are gone has no place any more; the others still follow', () => {
  const hunks = [change(BEFORE, 'grave', 'real'), change(BEFORE, 'crime', 'violence')]
  expect(after(BEFORE, 'Stressing the terrible danger of crime', ...hunks)).toEqual([
    'Stressing the terrible danger of violence',
    false,
  ])
})

test('words that were to stand between two others follow one of them', () => {
  const hunk = change(BEFORE, '', ' common', BEFORE.indexOf(' danger'))
  expect(after(BEFORE, 'Stressing the grave threat of crime', hunk)).toEqual([
    'Stressing the grave common threat of crime',
    true,
  ])
  expect(after(BEFORE, 'Stressing much', hunk)[1]).toBe(false)
})

test('a clause that the wording adds is known again by its new name, and what was to stand after it follows', () => {
  const edits: Edits = {
    hunks: [{ ...change('Noting progress', 'progress', 'efforts'), clause: 'p1' }],
    added: [{ after: 'p1', id: 'n', kind: 'clause', text: 'Noting more' }],
  }
  const rewritten = {
    before: [clause('Noting progress', 'p1')],
    now: [clause('Noting all progress', 'p2')],
    renamed: new Map([['p1', 'p2']]),
  }
  const { edits: now, isWhole } = restated(edits, rewritten)
  expect(isWhole).toBe(true)
  expect(applyEdits(rewritten.now, now).map(({ text }) => text)).toEqual([
    'Noting all efforts',
    'Noting more',
  ])
  expect(restated(edits, { ...rewritten, now: [] }).isWhole).toBe(false)
})
