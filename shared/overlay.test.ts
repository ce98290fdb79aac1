import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Move, moves } from '../tests/support/negotiation.ts'
import { holds } from '../tests/support/property.ts'
import type { Edits } from './edits.ts'
import { asAmended, engross } from './engross.ts'
import type { Pen } from './ids.ts'
import { type BlockItem, walkBlocks } from './items.ts'
import { laidOver } from './overlay.ts'
import { layText, readText } from './text.ts'
import { writingOf } from './writing.ts'

const FIRST = [
  { id: 'title', kind: 'title', text: '' },
  { id: 'c1', kind: 'clause', text: 'peace' },
] as const

/** Amendments that crowd into one short text: tabled on it as it stood at their moment, accepted later or never. */
class Crowd {
  readonly text = layText(FIRST)
  readonly pending: Uint8Array[] = []
  private lastPen: Pen = 1

  constructor(steps: readonly Move[]) {
    for (const step of steps) {
      if (step[0] % 3 === 2) this.accept(step)
      else this.pending.push(this.tabled(this.text, step))
    }
  }

  /** Pens in any order, that nothing may depend on it; but what amends another is engrossed after it. */
  tabled = (text: Y.Doc, move: Move, amends = false): Uint8Array =>
    engross(text, editsAt(text, move), ++this.lastPen + (amends ? 20_000 : (move[0] % 2) * 10_000))

  private accept([, a]: Move): void {
    const [update] = this.pending.splice(a % Math.max(1, this.pending.length), 1)
    if (update) Y.applyUpdate(this.text, update)
  }
}

function editsAt(text: Y.Doc, [kind, a, b, c]: Move): Edits {
  const blocks = readText(text)
  const block = blocks[b % blocks.length]
  if (!block || kind % 7 === 0) {
    const after = blocks[a % (blocks.length + 1)]?.id ?? null
    return {
      hunks: [],
      added: [{ after, id: `n${kind}-${a}-${b}`, kind: 'clause', text: 'new'.slice(c % 4) }],
    }
  }
  const from = a % (block.text.length + 1)
  const to = Math.min(block.text.length, from + (c % 3))
  const insert = ['x', 'yz', ''][c % 3] ?? ''
  const hunk = { clause: block.id, from, to, was: block.text.slice(from, to), insert }
  return { hunks: [{ ...hunk, gone: [], left: null, right: null }], added: [] }
}

/** Every character that ever was there, in order, by id. */
const spelled = (blocks: readonly BlockItem[]) =>
  blocks.map(({ id, kind, item, words, deleted, runs }) => ({
    ...{ id, kind, item, words, deleted },
    characters: runs.flatMap((run) =>
      [...run.text].map((letter, nth) => [run.client, run.clock + nth, letter, run.deleted]),
    ),
  }))

test('[A3] words that are laid over the text stand where accepting them puts them, among all that came since', () => {
  holds('overlay', [moves(20)], (steps) => {
    const { text, pending } = new Crowd(steps)
    for (const update of pending) {
      expect(spelled(laidOver(walkBlocks(text), writingOf(update)))).toEqual(
        spelled(walkBlocks(asAmended(text, [update]))),
      )
    }
  })
})

test('[A3] and so do the words of those that amend them', () => {
  holds('overlay of an overlay', [moves(12), moves(3)], (steps, further) => {
    const crowd = new Crowd(steps)
    const { text, pending } = crowd
    const parent = pending.at(-1) ?? crowd.tabled(text, [1, 1, 1, 1])
    const base = asAmended(text, [parent])
    const sheet = laidOver(walkBlocks(text), writingOf(parent))
    for (const step of further) {
      const update = crowd.tabled(base, step, true)
      const amended = spelled(walkBlocks(asAmended(base, [update])))
      expect(spelled(laidOver(sheet, writingOf(update)))).toEqual(amended)
      const both = Y.mergeUpdates([parent, update])
      expect(spelled(laidOver(walkBlocks(text), writingOf(both)))).toEqual(amended)
    }
  })
})
