import { expect, test } from 'vitest'
import { cutOpening, type RedlinePiece } from './piece.ts'

const piece = (op: RedlinePiece['op'], text: string): RedlinePiece => ({ op, text, amendment: null })

const read = (pieces: readonly RedlinePiece[]) =>
  cutOpening(pieces, 'en').map(({ op, text, opens }) => `${opens ? '*' : ''}${op[0]}:${text}`)

test('The opening of an unchanged clause is cut off from the rest', () => {
  expect(read([piece('kept', 'Stressing the threat')])).toEqual(['*k:Stressing', 'k: the threat'])
})

test('The old opening and the new one are both openings', () => {
  expect(
    read([piece('deleted', 'Calls upon'), piece('inserted', 'Urges'), piece('kept', ' all States')]),
  ).toEqual(['*d:Calls upon', '*i:Urges', 'k: all States'])
})

test('A word that comes after the opening is not one', () => {
  expect(
    read([piece('kept', 'Stressing '), piece('inserted', 'again '), piece('kept', 'the threat')]),
  ).toEqual(['*k:Stressing', 'k: ', 'i:again ', 'k:the threat'])
})
