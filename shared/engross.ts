import * as Y from 'yjs'
import { applyEdits, type Edits, type Hunk, movesOf, withMoves } from './edits.ts'
import { hashOf } from './hash.ts'
import type { Pen, Sha256 } from './ids.ts'
import type { Range } from './items.ts'
import { moveKey, placesBetween, readMoves, writeMove } from './moves.ts'
import { blockIdOf, cloneText, elementsOf, newBlock, readText, textRoot, wordsOf } from './text.ts'

/**
 * Writes edits afresh with one reserved pen (rule A1). What is tabled is this update: no copies made by undo, no
 * crafted origins, nothing pending; so that acceptance in any order gives one text (rule A3).
 *
 * `edits` must be against `text` as it stands, and `pen` unused.
 */
export function engross(text: Y.Doc, edits: Edits, pen: Pen): Uint8Array {
  const copy = cloneText(text, pen)
  if (Y.getState(copy.store, pen) > 0) throw new Error(`pen ${pen} has been used`)
  const settled = withMovesOfNew(text, edits)
  return updateOf(copy, () => {
    writeHunks(copy, settled)
    addBlocks(copy, settled)
    writeMoves(copy, settled, pen)
  })
}

/**
 * The edits with a move for each new clause that needs one: its block is written beside that of another clause, and
 * one of the two is read somewhere else.
 */
export function withMovesOfNew(text: Y.Doc, edits: Edits): Edits {
  const isCalm = movesOf(edits).length === 0 && readMoves(text).length === 0
  if (edits.added.length === 0 || isCalm) return edits
  const trial = cloneText(text, TRIAL)
  trial.transact(() => {
    addBlocks(trial, edits)
    writeMoves(trial, edits, TRIAL)
  })
  const ids = (doc: readonly { readonly id: string }[]) => doc.map(({ id }) => id)
  const places = placesBetween(
    ids(readText(trial)),
    ids(applyEdits(readText(text), edits)),
    new Set(ids(edits.added)),
  )
  trial.destroy()
  return {
    ...edits,
    ...withMoves([...movesOf(edits), ...places.map((place) => ({ ...place, since: null }))]),
  }
}

/** Nobody's pen: what is written with it is thrown away. */
const TRIAL: Pen = Number.MAX_SAFE_INTEGER

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
  for (const { clause, from, to, insert } of lastFirst(hunks)) {
    const text = words.get(clause)
    if (!text) throw new Error(`no clause ${clause} in the text`)
    if (to > from) text.delete(from, to - from)
    if (insert) text.insert(from, insert)
  }
}

/** From the end on, so that what is still to be written keeps its place. The order in which pens write: never change it. */
const lastFirst = (hunks: readonly Hunk[]): Hunk[] =>
  [...hunks].sort((a, b) => b.from - a.from || b.to - a.to)

function addBlocks(doc: Y.Doc, { added }: Edits): void {
  const root = textRoot(doc)
  for (const { after, id, kind, text } of added) {
    const before = after === null ? -1 : elementsOf(doc).findIndex((element) => blockIdOf(element) === after)
    if (after !== null && before < 0) throw new Error(`no clause ${after} to stand after`)
    root.insert(before + 1, [newBlock({ id, kind, text })])
  }
}

function writeMoves(doc: Y.Doc, edits: Edits, pen: Pen): void {
  for (const [index, { clause, after }] of movesOf(edits).entries())
    writeMove(doc, { key: moveKey(pen, index + 1), clause, after, turn: 0 })
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
export const wordingHash = (edits: Edits): Sha256 =>
  hashOf({
    format: 'paraph-wording/1',
    hunks: edits.hunks.map(({ clause, from, to, was, insert }) => ({ clause, from, to, was, insert })),
    added: edits.added.map(({ after, id, kind, text }) => ({ after, id, kind, text })),
    ...(movesOf(edits).length > 0
      ? { moved: movesOf(edits).map(({ clause, after }) => ({ clause, after })) }
      : {}),
  })

/**
 * The edits with the characters that each change brings (`come`). Wordings that were tabled before characters were
 * named leave them out; they follow from the order in which `engross` writes.
 */
export function namingCharacters(edits: Edits, pen: Pen): Edits {
  if ([...edits.hunks, ...edits.added].every(({ come }) => come)) return edits
  let clock = 0
  const next = (length: number): Range => {
    clock += length
    return [pen, clock - length, length]
  }
  const come = new Map<Hunk, Range[]>()
  for (const hunk of lastFirst(edits.hunks)) come.set(hunk, hunk.insert ? [next(hunk.insert.length)] : [])
  return {
    hunks: edits.hunks.map((hunk) => ({ ...hunk, come: come.get(hunk) ?? [] })),
    added: edits.added.map((block) => {
      const item = next(1)
      // Its text takes a clock of its own, before the words, and its name one after them.
      next(1)
      const words = block.text ? [next(block.text.length)] : []
      next(1)
      return { ...block, come: [item, ...words] }
    }),
  }
}
