import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BASE, moves } from '../tests/support/negotiation.ts'
import { Plenary } from '../tests/support/plenary.ts'
import { holds } from '../tests/support/property.ts'
import { applyEdits, type Edits, edits, movesOf } from './edits.ts'
import { asAmended, engross, withMovesOfNew } from './engross.ts'
import { Sight } from './items.ts'
import { inOrder, moveKey, placesBetween, writeMove } from './moves.ts'
import { type Wording, withPlaces } from './remains.ts'
import { rivals } from './rivals.ts'
import { standing } from './standing.ts'
import { cloneText, elementsOf, layText, newBlock, readText, textRoot, wordsOf } from './text.ts'

/** A text in which clauses are moved, and drafts of it. */
class Paper {
  readonly text = layText(BASE)
  private pen = 1

  /** What a draft says that was changed so. */
  draft(change: (doc: Y.Doc) => void): Edits {
    const doc = cloneText(this.text, ++this.pen)
    doc.transact(() => change(doc))
    return edits(this.text, doc)
  }

  moves = (clause: string, after: string | null): Edits =>
    this.draft((doc) => writeMove(doc, { key: moveKey(doc.clientID, 1), clause, after, turn: 1 }))

  adds = (after: string, id: string): Edits =>
    this.draft((doc) => {
      const at = elementsOf(doc).findIndex((it) => it.getAttribute('id') === after)
      textRoot(doc).insert(at + 1, [newBlock({ id, kind: 'clause', text: 'Notes' })])
    })

  rewords = (index: number, words: string): Edits =>
    this.draft((doc) => wordsOf(elementsOf(doc)[index] as Y.XmlElement)?.insert(0, words))

  table(typed: Edits): Wording {
    const own = withMovesOfNew(this.text, typed)
    const engrossed = engross(this.text, own, ++this.pen)
    return { edits: withPlaces(Sight.of(this.text), asAmended(this.text, [engrossed]), own), engrossed }
  }

  accept(...wordings: Wording[]): this {
    for (const { engrossed } of wordings) Y.applyUpdate(this.text, engrossed)
    return this
  }

  standing = ({ edits: tabled }: Wording) => standing(tabled, Sight.of(this.text))

  get order(): string {
    return readText(this.text)
      .map(({ id }) => id)
      .join(' ')
  }
}

describe('a clause that is moved', () => {
  test('[A9] stands after the other, and its words are the same characters', () => {
    const paper = new Paper()
    const before = Sight.of(paper.text)
    const wording = paper.table(paper.moves('c3', 'title'))
    expect(paper.accept(wording).order).toBe('title c3 c1 c2')
    expect(edits(paper.text, cloneText(paper.text))).toEqual({ hunks: [], added: [] })
    expect(standing(paper.rewords(3, 'Firmly '), before)).toBe('stands')
  })

  test('[A9] takes what others propose for its words along', () => {
    const paper = new Paper()
    const words = paper.table(paper.rewords(3, 'Firmly '))
    const move = paper.table(paper.moves('c3', 'c1'))
    expect(paper.accept(move).standing(words)).toBe('stands')
    expect(paper.accept(words).order).toBe('title c1 c3 c2')
    expect(readText(paper.text)[2]?.text).toBe('Firmly Decides to remain seized')
  })

  test('[A9] leaves nothing of another move of it, nor does a strike', () => {
    const paper = new Paper()
    const [first, second] = [paper.table(paper.moves('c3', 'title')), paper.table(paper.moves('c3', 'c1'))]
    expect(paper.accept(first).standing(second)).toBe('overtaken')
    expect(paper.standing(paper.table(paper.moves('c3', 'c2')))).toBe('stands')
    const other = paper.table(paper.moves('c2', 'title'))
    const strike = paper.table(
      paper.draft((doc) => {
        const words = wordsOf(elementsOf(doc)[2] as Y.XmlElement)
        words?.delete(0, words.length)
      }),
    )
    expect(paper.accept(strike).standing(other)).toBe('overtaken')
  })

  test('[A9] leads to one order, whichever of two moves is accepted first', () => {
    const orders = [0, 1].map((first) => {
      const paper = new Paper()
      const [a, b] = [paper.table(paper.moves('c3', 'title')), paper.table(paper.moves('c1', 'c2'))]
      return (first === 0 ? paper.accept(a, b) : paper.accept(b, a)).order
    })
    expect(orders).toEqual(['title c3 c2 c1', 'title c3 c2 c1'])
  })

  test('takes along what was moved to stand after it, and a proposal says so of both', () => {
    const paper = new Paper()
    const [first, second] = [paper.table(paper.moves('c3', 'title')), paper.table(paper.moves('c1', 'c3'))]
    paper.accept(second)
    const before = readText(paper.text)
    expect(before.map(({ id }) => id)).toEqual(['title', 'c2', 'c3', 'c1'])
    const effect = edits(paper.text, asAmended(paper.text, [first.engrossed]))
    expect(movesOf(effect).map(({ clause, after }) => [clause, after])).toEqual([
      ['c3', 'title'],
      ['c1', 'c3'],
    ])
    expect(applyEdits(before, effect).map(({ id }) => id)).toEqual(['title', 'c3', 'c1', 'c2'])
    // Tabled anew as it stands, it comes to what was shown.
    const again = paper.table(effect)
    expect(paper.accept(again).order).toBe('title c3 c1 c2')
  })

  test('a new clause after it stands after it, where it stands now', () => {
    const paper = new Paper()
    paper.accept(paper.table(paper.moves('c3', 'title')))
    // Written beside the block of the text, and brought to where that is read.
    const typed = { hunks: [], added: [{ after: 'c3', id: 'n1', kind: 'clause' as const, text: 'Notes' }] }
    const wording = paper.table(typed)
    expect(movesOf(wording.edits)).toMatchObject([{ clause: 'n1', after: 'c3' }])
    expect(paper.accept(wording).order).toBe('title c3 n1 c1 c2')
  })

  test('is a rival of another move of it, of what is to come to the same place, and of its strike', () => {
    const paper = new Paper()
    const texts = new Map(readText(paper.text).map(({ id, text }) => [id, text]))
    const clashes = (a: Edits, b: Edits) => rivals(texts, a, b).map(({ how }) => how)
    const move = paper.moves('c3', 'c1')
    expect(clashes(move, paper.moves('c3', 'title'))).toContain('moved clause')
    expect(clashes(move, paper.adds('c1', 'n1'))).toEqual(['same place'])
    expect(clashes(move, paper.adds('c3', 'n1'))).toEqual(['moved clause'])
    expect(clashes(move, paper.rewords(3, 'Firmly '))).toEqual([])
    expect(clashes(move, paper.moves('c2', 'title'))).toEqual([])
  })

  test('and is put back where it stood has not been moved', () => {
    const paper = new Paper()
    expect(paper.moves('c2', 'c1')).toEqual({ hunks: [], added: [] })
  })
})

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const

test('any order is told from any other by clauses that are put after others, and by no more than needed', () => {
  holds('places', [fc.shuffledSubarray([...IDS], { minLength: 6 })], (now) => {
    const places = placesBetween(IDS, now, new Set(IDS))
    expect(inOrder(IDS, places)).toEqual(now)
    expect(places.length).toBeLessThan(IDS.length)
  })
})

test('[A9] numbers that were given never move, and no two clauses have the same, whatever is moved, added and struck', () => {
  holds('labels', [moves(40)], (steps) => {
    const plenary = new Plenary()
    let before: { readonly [clause: string]: string } = {}
    for (const step of steps) {
      plenary.move(step)
      const now = Object.fromEntries(
        Object.entries(plenary.record.clauses).map(([id, { label }]) => [id, label]),
      )
      expect(now).toMatchObject(before)
      before = now
    }
    const labels = Object.values(before)
    expect(new Set(labels).size).toBe(labels.length)
    expect(
      readText(plenary.state.text)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(before).sort())
  })
})
