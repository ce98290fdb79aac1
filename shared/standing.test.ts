import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { fork } from './draft.ts'
import { type Edits, edits } from './edits.ts'
import { engross } from './engross.ts'
import { Sight } from './items.ts'
import { rivals } from './rivals.ts'
import { standing } from './standing.ts'
import { elementsOf, layText, readText, wordsOf } from './text.ts'

const TEXT = 'Soulignant la menace que peuvent constituer les pays'

/** Proposals on one clause, each as `was → insert`; `by` empty deletes, `was` empty inserts after `after`. */
class Clause {
  readonly text = layText([{ id: 'c1', kind: 'clause', text: TEXT }])
  private pen = 1

  propose(was: string, by: string): Edits {
    const draft = fork(this.text)
    draft.clientID = ++this.pen
    const words = elementsOf(draft)[0] ? wordsOf(elementsOf(draft)[0] as Y.XmlElement) : null
    const from = words?.toString().indexOf(was) ?? -1
    words?.delete(from, was.length)
    words?.insert(from, by)
    return edits(this.text, draft)
  }

  accept(proposal: Edits): void {
    Y.applyUpdate(this.text, engross(this.text, proposal, ++this.pen))
  }

  standing = (proposal: Edits) => standing(proposal, Sight.of(this.text))

  clashes = (a: Edits, b: Edits) =>
    rivals(new Map(readText(this.text).map((it) => [it.id, it.text])), a, b).map(({ how }) => how)
}

describe('rivals and what becomes of them', () => {
  test('two who replace the same word are rivals, and the one is overtaken when the other is accepted', () => {
    const clause = new Clause()
    const [france, brazil] = [clause.propose('la menace', 'le danger'), clause.propose('menace', 'crainte')]
    expect(clause.clashes(france, brazil)).toEqual(['same words'])
    clause.accept(france)
    expect(clause.standing(brazil)).toBe('overtaken')
  })

  test('one who replaces more than was taken is partly overtaken', () => {
    const clause = new Clause()
    const [narrow, wide] = [
      clause.propose('menace', 'crainte'),
      clause.propose('la menace que peuvent', 'ce que font'),
    ]
    clause.accept(narrow)
    expect(clause.standing(wide)).toBe('partly overtaken')
  })

  test('words that touch are rivals, since together they may read as nobody meant', () => {
    const clause = new Clause()
    const [a, b] = [clause.propose('la menace', 'le danger'), clause.propose(' que', ' et le risque que')]
    expect(clause.clashes(a, b)).toEqual(['adjacent'])
  })

  test('words elsewhere in the clause are no rivals and stand', () => {
    const clause = new Clause()
    const [a, b] = [clause.propose('menace', 'crainte'), clause.propose('les pays', 'les États')]
    expect(clause.clashes(a, b)).toEqual([])
    clause.accept(a)
    expect(clause.standing(b)).toBe('stands')
  })

  test('an insertion has no place any more when the words around it are gone', () => {
    const clause = new Clause()
    const insertion = clause.propose('menace que', 'menace grave que')
    clause.accept(clause.propose('la menace que peuvent', 'cela peut'))
    expect(clause.standing(insertion)).toBe('overtaken')
  })

  test('a struck clause overtakes whatever changes its words', () => {
    const clause = new Clause()
    const change = clause.propose('menace', 'crainte')
    const strike = clause.propose(TEXT, '')
    expect(clause.clashes(strike, change)).toContain('same words')
    clause.accept(strike)
    expect(clause.standing(change)).toBe('overtaken')
  })
})
