import * as Y from 'yjs'
import type { Edits } from './edits.ts'
import { hashOf } from './hash.ts'
import type { Pen, Sha256 } from './ids.ts'
import { blockIdOf, cloneText, elementsOf, newBlock, textRoot, wordsOf } from './text.ts'

/**
 * Writes edits afresh with one reserved pen (rule A1). What is tabled is this update: no copies made by undo, no
 * crafted origins, nothing pending; so that acceptance in any order gives one text (rule A3).
 *
 * `edits` must be against `text` as it stands, and `pen` unused.
 */
export function engross(text: Y.Doc, edits: Edits, pen: Pen): Uint8Array {
  const copy = cloneText(text, pen)
  if (Y.getState(copy.store, pen) > 0) throw new Error(`pen ${pen} has been used`)
  return updateOf(copy, () => {
    writeHunks(copy, edits)
    addBlocks(copy, edits)
  })
}

/** The one update that a change of a document emits; empty when it changes nothing. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  let update: Uint8Array = new Uint8Array([0, 0])
  const keep = (bytes: Uint8Array) => {
    update = bytes
  }
  doc.on('update', keep)
  doc.transact(change)
  doc.off('update', keep)
  return update
}

function writeHunks(doc: Y.Doc, { hunks }: Edits): void {
  const words = new Map(elementsOf(doc).map((element) => [blockIdOf(element), wordsOf(element)]))
  for (const { clause, from, to, insert } of [...hunks].sort((a, b) => b.from - a.from || b.to - a.to)) {
    const text = words.get(clause)
    if (!text) throw new Error(`no clause ${clause} in the text`)
    if (to > from) text.delete(from, to - from)
    if (insert) text.insert(from, insert)
  }
}

function addBlocks(doc: Y.Doc, { added }: Edits): void {
  const root = textRoot(doc)
  for (const { after, id, kind, text } of added) {
    const before = after === null ? -1 : elementsOf(doc).findIndex((element) => blockIdOf(element) === after)
    if (after !== null && before < 0) throw new Error(`no clause ${after} to stand after`)
    root.insert(before + 1, [newBlock({ id, kind, text })])
  }
}

/**
 * The text as amended by a set of engrossed updates, in any order (rule A3): the same computation as accepting
 * them, so that a preview is what a decision gives.
 */
export function asAmended(text: Y.Doc, engrossed: readonly Uint8Array[]): Y.Doc {
  const amended = cloneText(text)
  for (const update of engrossed) Y.applyUpdate(amended, update)
  return amended
}

/** Rule A4: the exact words that sponsors put their names to. */
export const wordingHash = ({ hunks, added }: Edits): Sha256 =>
  hashOf({
    format: 'paraph-wording/1',
    hunks: hunks.map(({ clause, from, to, was, insert }) => ({ clause, from, to, was, insert })),
    added: added.map(({ after, id, kind, text }) => ({ after, id, kind, text })),
  })
