import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { moves, Negotiation } from '../tests/support/negotiation.ts'
import { holds } from '../tests/support/property.ts'
import { applyEdits, edits, movesOf } from './edits.ts'
import { asAmended, engross, wordingHash } from './engross.ts'
import { rivals } from './rivals.ts'
import { cloneText, readText } from './text.ts'
import { stateOfText } from './version.ts'

const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3 })

test('[A3] accepted in any order, amendments give one text and the same bytes', () => {
  holds('order', [moves(50), orders, orders], (steps, first, second) => {
    const negotiation = new Negotiation(steps, { accept: true })
    const all = negotiation.engrossed()
    const inOrder = (order: readonly number[]) =>
      asAmended(
        negotiation.text,
        order.flatMap((index) => all[index] ?? []),
      )
    const [one, other] = [inOrder(first), inOrder(second)]
    expect(readText(one)).toEqual(readText(other))
    expect(stateOfText(one, {})).toBe(stateOfText(other, {}))
    expect(one.store.pendingStructs ?? one.store.pendingDs).toBeNull()
  })
})

test('[A3] as amended is what accepting gives, also to somebody who was away', () => {
  holds('preview', [moves(50), orders], (steps, order) => {
    const negotiation = new Negotiation(steps)
    const all = negotiation.engrossed()
    const preview = asAmended(negotiation.text, all)
    const away = cloneText(negotiation.text)
    const updates: Uint8Array[] = []
    negotiation.text.on('update', (update: Uint8Array) => updates.push(update))
    for (const index of order) Y.applyUpdate(negotiation.text, all[index] ?? new Uint8Array([0, 0]))
    for (const update of [...updates].reverse()) Y.applyUpdate(away, update)
    for (const doc of [negotiation.text, away]) {
      expect(readText(doc)).toEqual(readText(preview))
      expect(stateOfText(doc, {})).toBe(stateOfText(preview, {}))
    }
  })
})

test('[A1] an engrossed wording says what the draft says, and nothing of how it was typed', () => {
  holds('engrossed', [moves(50)], (steps) => {
    const negotiation = new Negotiation(steps, { accept: true })
    for (const { draft } of negotiation.delegations) {
      const wording = edits(negotiation.text, draft)
      const amended = asAmended(negotiation.text, [engross(negotiation.text, wording, negotiation.pen())])
      expect(readText(amended)).toEqual(readText(draft))
      expect(wordingHash(edits(negotiation.text, amended))).toBe(wordingHash(wording))
    }
  })
})

test('[A3] amendments that are no rivals have both their way, word for word', () => {
  holds('no rivals', [moves(25)], (steps) => {
    const negotiation = new Negotiation(steps)
    const [a, b] = negotiation.edits()
    const texts = new Map(readText(negotiation.text).map(({ id, text }) => [id, text]))
    if (!a || !b || rivals(texts, a, b).length > 0) return
    if (a.added.some(({ after }) => b.added.some((it) => it.after === after))) return
    const [first, second] = negotiation.engrossed()
    const both = asAmended(
      negotiation.text,
      [first, second].flatMap((it) => it ?? []),
    )
    const hunks = [...a.hunks, ...b.hunks]
    const added = [...a.added, ...b.added]
    const moved = [...movesOf(a), ...movesOf(b)]
    expect(readText(both)).toEqual(applyEdits(readText(negotiation.text), { hunks, added, moved }))
  })
})

test('[A2] previewing, comparing and engrossing leave the bytes of the text as they were', () => {
  holds('bytes', [moves(40)], (steps) => {
    const negotiation = new Negotiation(steps, { accept: true })
    const before = Y.encodeStateAsUpdate(negotiation.text)
    asAmended(negotiation.text, negotiation.engrossed())
    expect(Y.encodeStateAsUpdate(negotiation.text)).toEqual(before)
  })
})

test('a pen that has been used engrosses nothing', () => {
  const { text } = new Negotiation([[0, 0, 0, 0]])
  expect(() => engross(text, { hunks: [], added: [] }, 1)).toThrow('pen 1 has been used')
})
