import { expect, test } from 'vitest'
import { applyHunks } from '../../shared/edits.ts'
import type { RawEdit } from '../../shared/words.ts'
import { takenOver } from './take.ts'

const TEXT = 'Stressing the growing threat of crime to all States'

const change = (was: string, insert: string): RawEdit => {
  const from = TEXT.indexOf(was)
  return { from, to: from + was.length, insert }
}

/** What the draft says once the change is taken into it. */
const taken = (own: readonly RawEdit[], wanted: RawEdit): string =>
  applyHunks(applyHunks(TEXT, own), [takenOver(TEXT, own, wanted)])

test('what is taken stands in its place', () => {
  expect(taken([], change('threat', 'danger'))).toBe('Stressing the growing danger of crime to all States')
})

test('what the draft says elsewhere stays', () => {
  const own = [change('Stressing', 'Recalling'), change('all States', 'everybody')]
  expect(taken(own, change('threat', 'danger'))).toBe('Recalling the growing danger of crime to everybody')
})

test('of two alternatives the one that is taken takes the place of the other, and the words around come back', () => {
  const own = [change('growing threat', 'danger')]
  expect(taken(own, change('threat', 'risk'))).toBe('Stressing the growing risk of crime to all States')
  expect(taken(own, change('threat of crime', 'peril'))).toBe('Stressing the growing peril to all States')
})

test('taken twice, it stands there once', () => {
  const danger = change('threat', 'danger')
  expect(taken([danger], danger)).toBe('Stressing the growing danger of crime to all States')
})
