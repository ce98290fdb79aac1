import * as Y from 'yjs'
import { movesRoot } from '../../shared/moves.ts'
import { blockIdOf, elementsOf, newBlock, textRoot, wordsOf } from '../../shared/text.ts'
import { chances } from './chances.ts'
import { type Move, moveClause } from './negotiation.ts'

const WORDS = ['peace ', 'urges', ' of law', '😀', 'é', ' the 🕊 dove ', '\n', "l'ordre", 'a', ' ']

/**
 * Whatever a person does to a draft in one go: words typed, letters changed, clauses struck, begun, moved and taken out
 * again, with undo and redo of any of it. `name` is no other draft's.
 */
export function writes(doc: Y.Doc, name: string, [kind, a, b, c]: Move): void {
  const chance = chances(((kind * 1_000 + a) * 1_000 + b) * 1_000 + c)
  const undo = new Y.UndoManager([textRoot(doc), movesRoot(doc)], {
    trackedOrigins: new Set(['hand']),
    captureTimeout: 0,
  })
  const strokes = 1 + chance(5)
  for (let stroke = 0; stroke < strokes; stroke++) {
    const what = chance(14)
    if (what < 2) undo.undo()
    else if (what === 2) undo.redo()
    else doc.transact(() => does(doc, what, `${name}${stroke}`, chance), 'hand')
  }
  undo.destroy()
}

function does(doc: Y.Doc, what: number, name: string, chance: (below: number) => number): void {
  const blocks = elementsOf(doc)
  const at = chance(blocks.length)
  const block = blocks[at]
  const words = block && wordsOf(block)
  if (!words) return
  if (what === 3) words.delete(0, words.length)
  else if (what < 6) {
    const text = chance(3) > 0 ? (WORDS[chance(WORDS.length)] ?? '') : ''
    textRoot(doc).insert(at + 1, [newBlock({ id: name, kind: 'clause', text })])
  } else if (what < 9) moveClause(doc, chance(1_000), chance(1_000))
  else if (what === 9 && blockIdOf(block).startsWith('h')) textRoot(doc).delete(at)
  else types(words, what, chance)
}

function types(words: Y.XmlText, what: number, chance: (below: number) => number): void {
  const text = words.toString()
  const from = whole(text, chance(text.length + 1))
  const to = whole(text, Math.min(text.length, from + chance(9)))
  if (what % 2 && to > from) words.delete(from, to - from)
  if (what < 13) words.insert(from, WORDS[chance(WORDS.length)] ?? '')
}

const whole = (text: string, at: number): number => {
  const low = text.charCodeAt(at)
  return low >= 0xdc00 && low < 0xe000 ? at - 1 : at
}
