import { canonical, sha256Of } from './hash.ts'
import type { Sha256 } from './ids.ts'
import type { Line } from './projection.ts'
import type { VersionHead } from './record.ts'

/** The words that a person reads, and nothing else: what a minister endorses (rule E1). */
export const wordsOfText = (declaration: string, language: string, lines: readonly FrozenBlock[]): string =>
  canonical({
    format: 'paraph-words/1',
    declaration,
    language,
    blocks: lines
      .filter(({ text }) => text !== '')
      .map(({ kind, label, text, end }) => ({ kind, label, text, end })),
  })

export const versionHash = (words: string): Sha256 => sha256Of(words)

/** The exact bytes of a version, as text. */
export interface Frozen {
  readonly words: string
  readonly state: string
}

/** Rule V5: whether both the words and the exact state are what their hashes say. */
export const isWhole = ({ words, state }: Frozen, head: Pick<VersionHead, 'hash' | 'state'>): boolean =>
  versionHash(words) === head.hash && versionHash(state) === head.state

/** A line as it is frozen: its id is no word. */
export type FrozenBlock = Omit<Line, 'id'>

/** What `wordsOfText` wrote. */
export interface FrozenWords {
  readonly declaration: string
  readonly language: string
  readonly blocks: readonly FrozenBlock[]
}

/** For words whose hash is that of their version, or is about to be compared with it. */
export const wordsIn = (words: string): FrozenWords => JSON.parse(words) as FrozenWords
