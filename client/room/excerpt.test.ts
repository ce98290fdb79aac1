import { expect, test } from 'vitest'
import type { Hunk } from '../../shared/edits.ts'
import { bareExcerpt, excerpt } from './excerpt.ts'

const TEXT = 'Stressing the threat that crime is for the peace of the whole world and all its peoples'

const hunk = (was: string, insert: string): Hunk => {
  const from = TEXT.indexOf(was)
  return { clause: 'c', from, to: from + was.length, was, insert, gone: [], left: null, right: null }
}

const read = (spans: ReturnType<typeof excerpt>) =>
  spans
    .map(({ op, text }) => (op === 'deleted' ? `[-${text}-]` : op === 'inserted' ? `{${text}}` : text))
    .join('')

test('A change near the beginning shows what stands before it, and cuts what is far after', () => {
  expect(read(excerpt(TEXT, [hunk('threat', 'danger')], 20))).toBe(
    'Stressing the [-threat-]{danger} that crime is for … ',
  )
})

test('Words between two changes that are close are all shown', () => {
  expect(read(excerpt(TEXT, [hunk('crime', 'organized crime'), hunk('threat', 'danger')], 20))).toContain(
    '[-threat-]{danger} that [-crime-]{organized crime}',
  )
})

test('No word is cut in two', () => {
  const whole = new Set(TEXT.split(' '))
  for (let around = 5; around < 60; around++) {
    const kept = excerpt(TEXT, [hunk('peace', 'security')], around).filter(({ op }) => op === 'kept')
    for (const word of kept.flatMap(({ text }) => text.trim().split(' '))) expect(whole.has(word)).toBe(true)
  }
})

test('An amendment whose text has moved on shows its words alone', () => {
  expect(read(bareExcerpt([hunk('threat', 'danger'), hunk('peace', '')]))).toBe(
    '[-threat-]{danger} … [-peace-]',
  )
})
