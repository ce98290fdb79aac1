import { canonical, sha256Of } from './hash.ts'
import type { Sha256 } from './ids.ts'
import type { Line } from './projection.ts'

/** The words that a person reads, and nothing else: what a minister endorses (rule E1). */
export const wordsOfText = (declaration: string, language: string, lines: readonly Line[]): string =>
  canonical({
    format: 'paraph-words/1',
    declaration,
    language,
    blocks: lines
      .filter(({ text }) => text !== '')
      .map(({ kind, label, text, end }) => ({ kind, label, text, end })),
  })

export const versionHash = (words: string): Sha256 => sha256Of(words)
