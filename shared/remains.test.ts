import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { moves, Negotiation } from '../tests/support/negotiation.ts'
import { holds } from '../tests/support/property.ts'
import { fork } from './draft.ts'
import { type Edits, edits } from './edits.ts'
import { asAmended, engross } from './engross.ts'
import { Sight } from './items.ts'
import { asDecided, remains, type Wording, withPlaces } from './remains.ts'
import { elementsOf, layText, readText, wordsOf } from './text.ts'
import { stateOfText } from './version.ts'

const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3 })

const wordingOf = (text: Y.Doc, typed: Edits, pen: number): Wording => {
  const engrossed = engross(text, typed, pen)
  return { edits: withPlaces(Sight.of(text), asAmended(text, [engrossed]), typed), engrossed }
}

const wordingsOf = (negotiation: Negotiation): Wording[] =>
  negotiation.edits().map((typed) => wordingOf(negotiation.text, typed, negotiation.pen()))

const inOrder = (wordings: readonly Wording[], order: readonly number[]): Wording[] =>
  order.flatMap((index) => wordings[index] ?? [])

test('[A3] as amended by several, one after the other, is what accepting them in that order gives', () => {
  holds('decided', [moves(40), orders], (steps, order) => {
    const negotiation = new Negotiation(steps, { accept: true })
    const wordings = inOrder(wordingsOf(negotiation), order)
    const preview = asDecided(negotiation.text, wordings)
    for (const wording of wordings) {
      const { update } = remains(negotiation.text, Sight.of(negotiation.text), wording)
      if (update) Y.applyUpdate(negotiation.text, update)
    }
    expect(readText(negotiation.text)).toEqual(readText(preview))
    expect(stateOfText(negotiation.text, {})).toBe(stateOfText(preview, {}))
  })
})

test('[A3] where none takes the words of another, every order gives one text and the same bytes', () => {
  holds('any order', [moves(30), orders, orders], (steps, first, second) => {
    const negotiation = new Negotiation(steps)
    const wordings = wordingsOf(negotiation)
    const loses = (order: readonly number[]): boolean => {
      const text = fork(negotiation.text)
      return inOrder(wordings, order).some((wording) => {
        const { update, lost, lostMoves } = remains(text, Sight.of(text), wording)
        if (update) Y.applyUpdate(text, update)
        return lost.length + lostMoves.length > 0
      })
    }
    if (loses(first) || loses(second)) return
    const [one, other] = [first, second].map((order) => asDecided(negotiation.text, inOrder(wordings, order)))
    expect(stateOfText(one as Y.Doc, {})).toBe(stateOfText(other as Y.Doc, {}))
  })
})

test('[A5] a change that fell away leaves no word in the text, and its words stay on record', () => {
  holds('strays', [moves(40), orders], (steps, order) => {
    const negotiation = new Negotiation(steps)
    const text = fork(negotiation.text)
    for (const wording of inOrder(wordingsOf(negotiation), order)) {
      const { update, lost } = remains(text, Sight.of(text), wording)
      if (!update) continue
      Y.applyUpdate(text, update)
      const sight = Sight.of(text)
      const pieces = lost.flatMap(({ come }) => (come ?? []).flatMap((range) => sight.pieces(range)))
      expect(pieces.every(({ presence }) => presence === 'deleted')).toBe(true)
      expect(text.store.pendingStructs ?? text.store.pendingDs).toBeNull()
    }
  })
})

test('[A5] every inserted word of a wording has its characters', () => {
  holds('places', [moves(40)], (steps) => {
    const negotiation = new Negotiation(steps, { accept: true })
    for (const { edits: tabled } of wordingsOf(negotiation)) {
      for (const { insert, come } of tabled.hunks) {
        const length = (come ?? []).reduce((sum, [, , it]) => sum + it, 0)
        expect(length).toBe(insert.length)
      }
    }
  })
})

describe('an amendment of several places', () => {
  const base = () =>
    layText([
      { id: 'c1', kind: 'clause', text: 'Soulignant la menace' },
      { id: 'c2', kind: 'clause', text: 'Appelant les pays' },
    ])
  const draft = (text: Y.Doc, pen: number, ...changes: [clause: number, was: string, by: string][]) => {
    const doc = fork(text)
    doc.clientID = pen
    for (const [clause, was, by] of changes) {
      const words = wordsOf(elementsOf(doc)[clause] as Y.XmlElement)
      const from = words?.toString().indexOf(was) ?? -1
      words?.delete(from, was.length)
      words?.insert(from, by)
    }
    return edits(text, doc)
  }

  test('brings only the words that still have their place', () => {
    const text = base()
    const both = wordingOf(text, draft(text, 5, [0, 'menace', 'crainte'], [1, 'pays', 'États']), 6)
    const other = wordingOf(text, draft(text, 7, [0, 'menace', 'danger']), 8)
    Y.applyUpdate(text, other.engrossed)
    const { update, lost } = remains(text, Sight.of(text), both)
    expect(lost.map(({ insert }) => insert)).toEqual(['crainte'])
    Y.applyUpdate(text, update ?? new Uint8Array([0, 0]))
    expect(readText(text).map((it) => it.text)).toEqual(['Soulignant la danger', 'Appelant les États'])
  })

  test('has nothing left once all its words are gone', () => {
    const text = base()
    const one = wordingOf(text, draft(text, 5, [0, 'menace', 'crainte']), 6)
    Y.applyUpdate(text, wordingOf(text, draft(text, 7, [0, 'menace', 'danger']), 8).engrossed)
    expect(remains(text, Sight.of(text), one).update).toBeNull()
  })
})
