import { versionHash, wordsOfText } from '../../../shared/frozen-words.ts'
import type { Sha256 } from '../../../shared/ids.ts'
import type { Line } from '../../../shared/projection.ts'

export interface WordsOfVersion {
  readonly declaration: string
  readonly language: string
  readonly blocks: readonly Omit<Line, 'id'>[]
}

/** The final text from its canonical words; null where they are not those of the hash. */
export const readWords = (words: string, hash: Sha256): WordsOfVersion | null =>
  // What has the hash was written by `wordsOfText`, and needs no further look.
  versionHash(words) === hash ? (JSON.parse(words) as WordsOfVersion) : null

/**
 * The hash of the words that really stand in the page, not of those that were meant to: a page translator or an
 * extension may have changed them (rule E1).
 */
export function hashOfShown(page: Element, { declaration, language }: WordsOfVersion): Sha256 {
  const shown = [...page.querySelectorAll('[data-block]')]
  const read = (block: Element, part: string) =>
    block.querySelector(`[data-shown=${part}]`)?.textContent ?? ''
  const lines = shown.map(
    (block): Line => ({
      id: '',
      kind: block.getAttribute('data-block') === 'title' ? 'title' : 'clause',
      label: read(block, 'label'),
      text: read(block, 'text'),
      end: read(block, 'end'),
    }),
  )
  return versionHash(wordsOfText(declaration, language, lines))
}
