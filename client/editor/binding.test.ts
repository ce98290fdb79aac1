import fc from 'fast-check'
import { EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BlockId } from '../../shared/ids.ts'
import { walkBlocks } from '../../shared/items.ts'
import { moveKey, readMoves, writeMove } from '../../shared/moves.ts'
import { cloneText, elementsOf, layText, newBlock, readText, textRoot, wordsOf } from '../../shared/text.ts'
import { holds } from '../../tests/support/property.ts'
import { binding, docOf, WRITTEN } from './binding.ts'
import { history, managerOf } from './history.ts'
import { blocksOf, idOf } from './schema.ts'

const LAID = layText([
  { id: 'c1', kind: 'clause', text: 'Recalling the aab' },
  { id: 'c2', kind: 'clause', text: 'aaa aaa' },
  { id: 'c3', kind: 'clause', text: '' },
])

/** An editor of a draft, as far as the binding sees one. */
class Desk {
  readonly draft: Y.Doc
  state: EditorState
  private readonly views: readonly ReturnType<NonNullable<Plugin['spec']['view']>>[]

  constructor(pen: number) {
    this.draft = cloneText(LAID, pen)
    const plugins = [binding(this.draft), history(this.draft)]
    this.state = EditorState.create({ doc: docOf(this.draft), plugins })
    // The binding asks of its view what it shows, and lets it show something else.
    const view = this as unknown as EditorView
    this.views = plugins.map(({ spec }) => spec.view?.(view) ?? {})
  }

  readonly isDestroyed = false

  dispatch(tr: Transaction): void {
    const before = this.state
    this.state = before.apply(tr)
    for (const view of this.views) view.update?.(this as unknown as EditorView, before)
  }

  /** Types over part of a block; the caret then stands behind what was typed. */
  types(block: number, at: number, length: number, words: string): void {
    const [start, text] = this.blockAt(block)
    const from = start + Math.min(at, text.length)
    const to = Math.min(from + length, start + text.length)
    const tr = this.state.tr.insertText(words, from, to)
    this.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + words.length)))
  }

  puts(block: number, at: number): void {
    const [start, text] = this.blockAt(block)
    this.dispatch(
      this.state.tr.setSelection(TextSelection.create(this.state.doc, start + Math.min(at, text.length))),
    )
  }

  moves(block: number, after: number): void {
    const [clause, other] = [this.idAt(block), this.idAt(after)]
    const turn = Math.max(0, ...readMoves(this.draft).map((move) => move.turn)) + 1
    const key = moveKey(this.draft.clientID, turn)
    const place = clause === other ? null : other
    this.draft.transact(() => writeMove(this.draft, { key, clause, after: place, turn }), WRITTEN)
  }

  begins(block: number): void {
    const id: BlockId = `b${this.draft.clientID}-${textRoot(this.draft).length}`
    const text = 'Also'
    this.draft.transact(
      () => textRoot(this.draft).insert(block % 4, [newBlock({ id, kind: 'clause', text })]),
      WRITTEN,
    )
  }

  undo = () => managerOf(this.state)?.undo()
  redo = () => managerOf(this.state)?.redo()

  hears = (other: Desk) =>
    Y.applyUpdate(this.draft, Y.encodeStateAsUpdate(other.draft, Y.encodeStateVector(this.draft)), other)

  private idAt = (block: number): BlockId =>
    blocksOf(this.state.doc)[block % this.state.doc.childCount]?.id ?? ''

  private blockAt(block: number): readonly [start: number, text: string] {
    const { doc } = this.state
    const index = block % doc.childCount
    let start = 1
    for (let i = 0; i < index; i++) start += doc.child(i).nodeSize
    return [start, doc.child(index).textContent]
  }
}

const some = fc.nat(12)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constant('types'), some, some, fc.nat(4), fc.constantFrom('', 'a', 'aa', 'new ')),
  },
  fc.tuple(fc.constant('puts'), some, some, some, fc.constant('')),
  fc.tuple(fc.constant('moves'), some, some, some, fc.constant('')),
  fc.tuple(fc.constant('begins'), some, some, some, fc.constant('')),
  fc.tuple(fc.constant('undo'), some, some, some, fc.constant('')),
  fc.tuple(fc.constant('redo'), some, some, some, fc.constant('')),
  fc.tuple(fc.constant('hears'), some, some, some, fc.constant('')),
)
const steps = fc.array(fc.tuple(fc.boolean(), step), { maxLength: 25 })

/** The ids of the letters that stand in a block. */
const letters = (draft: Y.Doc, id: BlockId): string[] =>
  (walkBlocks(draft).find((block) => block.id === id)?.runs ?? []).flatMap((run) =>
    run.deleted ? [] : Array.from(run.text, (_, i) => `${run.client}-${run.clock + i}`),
  )

test('whatever two people write, move and undo, each editor shows its draft, and both come to the same', () => {
  holds('bound editors', [steps], (all) => {
    const [one, two] = [new Desk(7), new Desk(8)]
    for (const [isFirst, [does, block, at, length, words]] of all) {
      const [desk, other] = isFirst ? [one, two] : [two, one]
      if (does === 'types') desk.types(block, at, length, words)
      if (does === 'puts') desk.puts(block, at)
      if (does === 'moves') desk.moves(block, at)
      if (does === 'begins') desk.begins(block)
      if (does === 'undo') desk.undo()
      if (does === 'redo') desk.redo()
      if (does === 'hears') desk.hears(other)
      expect(blocksOf(desk.state.doc)).toEqual(readText(desk.draft))
    }
    one.hears(two)
    two.hears(one)
    expect(blocksOf(one.state.doc)).toEqual(blocksOf(two.state.doc))
  })
})

test('a letter that is typed or taken out is the one at the caret, though its neighbours are like it', () => {
  holds(
    'letters at the caret',
    [fc.nat(7), fc.nat(3), fc.constantFrom('', 'a', 'aa')],
    (at, length, words) => {
      const desk = new Desk(7)
      const before = letters(desk.draft, 'c2')
      desk.types(1, at, length, words)
      const now = letters(desk.draft, 'c2')
      expect(now.slice(0, at)).toEqual(before.slice(0, at))
      expect(now.slice(at + words.length)).toEqual(before.slice(at + length))
    },
  )
})

test('what others write elsewhere leaves the caret before the same letter, also when its clause moves', () => {
  const [one, two] = [new Desk(7), new Desk(8)]
  one.puts(1, 4)
  two.types(0, 0, 0, 'Also ')
  two.types(1, 0, 0, 'so ')
  two.moves(1, 1)
  one.hears(two)
  const { $head } = one.state.selection
  expect([idOf($head.parent), $head.parent.textContent.slice($head.parentOffset)]).toEqual(['c2', 'aaa'])
})

test('what others wrote is not undone with one’s own', () => {
  const [one, two] = [new Desk(7), new Desk(8)]
  one.types(0, 0, 0, 'Mine ')
  two.types(1, 0, 0, 'theirs ')
  one.hears(two)
  one.undo()
  expect(readText(one.draft).map(({ text }) => text)).toEqual(['Recalling the aab', 'theirs aaa aaa', ''])
  one.redo()
  expect(readText(one.draft)[0]?.text).toBe('Mine Recalling the aab')
  expect(elementsOf(one.draft).every((element) => wordsOf(element) !== null)).toBe(true)
})
