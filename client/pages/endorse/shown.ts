import { z } from 'zod'
import { sha256Of } from '../../../shared/hash.ts'
import type { Sha256 } from '../../../shared/ids.ts'
import type { Line } from '../../../shared/projection.ts'
import { BLOCK_KINDS } from '../../../shared/text.ts'
import { wordsOfText } from '../../../shared/version.ts'

const WordsOfVersion = z.object({
  declaration: z.string(),
  language: z.string(),
  blocks: z.array(
    z.object({ kind: z.enum(BLOCK_KINDS), label: z.string(), text: z.string(), end: z.string() }),
  ),
})
export type WordsOfVersion = z.infer<typeof WordsOfVersion>

/** The final text from its canonical words. Throws on anything that a version doesn't hold. */
export const readWords = (words: string): WordsOfVersion => WordsOfVersion.parse(JSON.parse(words))

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
  return sha256Of(wordsOfText(declaration, language, lines))
}
