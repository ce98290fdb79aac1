import fc from 'fast-check'
import * as Y from 'yjs'
import { fork } from '../../shared/draft.ts'
import { type Edits, edits } from '../../shared/edits.ts'
import { engross } from '../../shared/engross.ts'
import type { Pen } from '../../shared/ids.ts'
import { moveKey, movesRoot, readMoves, writeMove } from '../../shared/moves.ts'
import {
  blockIdOf,
  cloneText,
  elementsOf,
  layText,
  newBlock,
  readText,
  textRoot,
  wordsOf,
} from '../../shared/text.ts'

/** One random step: a kind and three numbers that say where and what. */
export type Move = readonly [kind: number, a: number, b: number, c: number]

export const moves = (most: number): fc.Arbitrary<Move[]> =>
  fc.array(fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999)), { minLength: 1, maxLength: most })

const WORDS = [
  'peace ',
  'urges ',
  'all ',
  ' the',
  'shall',
  'should',
  'a',
  'aa',
  'é',
  '😀',
  '\n',
  ' of ',
  "l'ordre",
]

/** Two people who write one draft, each in a tab of their own, with undo. */
export class Delegation {
  readonly draft: Y.Doc
  readonly tabs: readonly { readonly doc: Y.Doc; readonly undo: Y.UndoManager }[]
  private clauses = 0

  constructor(text: Y.Doc, pens: () => Pen) {
    this.draft = fork(text)
    this.tabs = [0, 1].map(() => {
      const doc = cloneText(text, pens())
      const undo = new Y.UndoManager([textRoot(doc), movesRoot(doc)], {
        trackedOrigins: new Set(['typing']),
        captureTimeout: 0,
      })
      return { doc, undo }
    })
  }

  /** The text moved: every open draft follows. */
  rebase(update: Uint8Array): void {
    for (const doc of [this.draft, ...this.tabs.map((tab) => tab.doc)]) Y.applyUpdate(doc, update, 'text')
  }

  /** Both tabs and the draft come to know the same. */
  sync(): void {
    for (const { doc } of this.tabs) Y.applyUpdate(this.draft, since(doc, this.draft), 'tab')
    for (const { doc } of this.tabs) Y.applyUpdate(doc, since(this.draft, doc), 'draft')
  }

  move([kind, a, b, c]: Move, own: string): void {
    const tab = this.tabs[a % 2]
    if (!tab) return
    const what = kind % 17
    if (what < 10) tab.doc.transact(() => this.type(tab.doc, what, b, c), 'typing')
    else if (what < 12) tab.undo.undo()
    else if (what === 12) tab.undo.redo()
    else if (what === 13) tab.doc.transact(() => this.addClause(tab.doc, b, `${own}${a % 2}`), 'typing')
    else if (what === 16) tab.doc.transact(() => moveClause(tab.doc, b, c), 'typing')
    else this.sync()
  }

  undoEverything(): void {
    for (const { undo } of this.tabs) while (undo.undo());
    this.sync()
  }

  private type(doc: Y.Doc, what: number, b: number, c: number): void {
    const blocks = elementsOf(doc)
    const block = blocks[b % blocks.length]
    const words = block && wordsOf(block)
    if (!words) return
    const text = words.toString()
    const at = wholeCharacter(text, c % (text.length + 1))
    const end = wholeCharacter(text, Math.min(text.length, at + ((b + c) % 9)))
    if (what % 3 !== 0 && end > at) words.delete(at, end - at)
    if (what % 3 !== 1) words.insert(at, WORDS[(b + c) % WORDS.length] ?? '')
    if (what === 9 && block && isBase(block)) words.delete(0, words.length)
  }

  private addClause(doc: Y.Doc, b: number, own: string): void {
    const after = b % (elementsOf(doc).length + 1)
    const id = `${own}n${++this.clauses}`
    textRoot(doc).insert(after, [newBlock({ id, kind: 'clause', text: WORDS[b % WORDS.length] ?? '' })])
  }
}

/** Some clause, its own or the text's, to stand after some block that is not it; the title stays first. */
export function moveClause(doc: Y.Doc, b: number, c: number): void {
  const order = readText(doc).map(({ id }) => id)
  const clause = order[1 + (b % (order.length - 1))]
  const others = order.filter((id) => id !== clause)
  const after = others[c % others.length]
  const moves = readMoves(doc)
  const turn = 1 + Math.max(0, ...moves.map((move) => move.turn))
  if (clause && after) writeMove(doc, { key: moveKey(doc.clientID, turn), clause, after, turn })
}

const isBase = (block: Y.XmlElement): boolean => /^(title|c\d)$/.test(blockIdOf(block))

const since = (from: Y.Doc, to: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(from, Y.encodeStateVector(to))

function wholeCharacter(text: string, at: number): number {
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low < 0xe000 ? at - 1 : at
}

export const BASE = [
  { id: 'title', kind: 'title', text: 'The Declaration' },
  { id: 'c1', kind: 'clause', text: 'Urges States to respect the peace of all' },
  { id: 'c2', kind: 'clause', text: 'Calls upon the parties to meet' },
  { id: 'c3', kind: 'clause', text: 'Decides to remain seized' },
] as const

/** Three delegations amend one text, live and with undo; the secretariat accepts some of it meanwhile. */
export class Negotiation {
  readonly text = layText(BASE)
  readonly delegations: Delegation[]
  private lastPen = 1

  constructor(steps: readonly Move[], options: { readonly accept?: boolean } = {}) {
    this.delegations = [0, 1, 2].map(() => new Delegation(this.text, this.pen))
    for (const step of steps) {
      const index = step[3] % 3
      if (options.accept && step[0] % 40 === 39) this.accept(index)
      else this.delegations[index]?.move(step, `d${index}p${this.lastPen}`)
    }
    for (const delegation of this.delegations) delegation.sync()
  }

  pen = (): Pen => ++this.lastPen

  edits = (): Edits[] => this.delegations.map(({ draft }) => edits(this.text, draft))

  /** Every draft engrossed against the text as it stands, in order of tabling. */
  engrossed = (): Uint8Array[] => this.edits().map((it) => engross(this.text, it, this.pen()))

  /** One delegation's words enter the text: it starts a new draft, everybody else's follows. */
  private accept(index: number): void {
    const delegation = this.delegations[index]
    if (!delegation) return
    delegation.sync()
    const update = engross(this.text, edits(this.text, delegation.draft), this.pen())
    Y.applyUpdate(this.text, update)
    this.delegations[index] = new Delegation(this.text, this.pen)
    for (const other of this.delegations) if (other !== this.delegations[index]) other.rebase(update)
  }
}
