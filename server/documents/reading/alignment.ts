import type { BlockId } from '../../../shared/ids.ts'
import type { Line } from '../../../shared/projection.ts'
import { tokens } from '../../../shared/words.ts'
import { bookmarkOf } from '../docx/marks.ts'
import { type Passage, wordsBefore } from './passage.ts'

/** Which block of the issued text each passage of the file is; null for one that is none of them. */
export function alignedWith(lines: readonly Line[], passages: readonly Passage[]): (BlockId | null)[] {
  const found = new Map<Passage, BlockId>()
  const left = new Map(lines.filter(({ text }) => text !== '').map((line) => [line.id, line]))
  const bookmarks = new Map(lines.map(({ id }) => [bookmarkOf(id), id]))
  const namesOf = (passage: Passage) => new Set(passage.bookmarks.map((it) => bookmarks.get(it)))
  const named = new Map(passages.map((passage) => [passage, namesOf(passage)]))
  const take = (isIt: (passage: Passage, line: Line) => boolean) => {
    for (const passage of passages) {
      if (found.has(passage)) continue
      const line = [...left.values()].find((it) => isIt(passage, it))
      if (!line) continue
      found.set(passage, line.id)
      left.delete(line.id)
    }
  }
  const isNamed = (passage: Passage, { id }: Line) => named.get(passage)?.has(id) ?? false
  // A bookmark may have gone astray with its words, so that the words themselves come first.
  take((passage, line) => isNamed(passage, line) && holds(passage, line))
  take((passage, line) => line.text.length >= LONG && holds(passage, line))
  take((passage, line) => isNamed(passage, line) && likeness(wordsBefore(passage), line.text) > ALIKE)
  take((passage, line) => likeness(wordsBefore(passage), line.text) > VERY_ALIKE)
  // Rewritten from beginning to end, with nothing recorded.
  take((passage, line) => isNamed(passage, line) && wordsBefore(passage).trim() !== '')
  return passages.map((passage) => found.get(passage) ?? null)
}

/** Shorter words may stand anywhere. */
export const LONG = 12
const ALIKE = 0.3
const VERY_ALIKE = 0.6

const holds = (passage: Passage, { text }: Line): boolean => wordsBefore(passage).includes(text)

/** How many of the words of two texts are the same: from 0, none, to 1, all. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsIn(one), wordsIn(other)]
  if (a.length === 0 || b.length === 0) return 0
  const rest = new Map<string, number>()
  for (const word of b) rest.set(word, (rest.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of a) {
    const count = rest.get(word) ?? 0
    if (count > 0) shared++
    rest.set(word, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

const wordsIn = (text: string): string[] =>
  tokens(text.toLowerCase()).filter((token) => /[\p{L}\p{N}]/u.test(token))
