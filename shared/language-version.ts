import { type FrozenBlock, wordsOfText } from './frozen-words.ts'
import type { ById, DeclarationId, Sha256 } from './ids.ts'
import type { LanguageVersion } from './roll.ts'

/** The act that laid the text in another language, as far as it says which words. */
export interface LaidWords {
  readonly language: string
  /** Clause by clause those of the version: the same kinds and labels, in the same order. */
  readonly lines: readonly FrozenBlock[]
}

/** What `words` of the act is the hash of. */
export const wordsLaid = (declaration: DeclarationId, { language, lines }: LaidWords): string =>
  wordsOfText(declaration, language, lines)

/** Those of the version with this hash, by language. */
export const languagesOf = (
  { languages = {} }: { readonly languages?: ById<LanguageVersion> },
  version: { readonly hash: Sha256 } | null,
): readonly LanguageVersion[] =>
  Object.values(languages)
    .filter(({ hash }) => hash === version?.hash)
    .sort((a, b) => (a.language < b.language ? -1 : 1))
