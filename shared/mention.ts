import type { DelegationCode } from './ids.ts'

/** `@FRA`: whoever writes it calls on that delegation, which finds it among what concerns it. */
const MENTION = /(?<![\p{L}\p{N}@])@([A-Z]{3})(?![\p{L}\p{N}])/gu

export type SaidPiece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'mention'; readonly code: DelegationCode }

/** The delegations called on, each once. */
export const mentionsIn = (words: string): ReadonlySet<DelegationCode> =>
  new Set([...words.matchAll(MENTION)].map(([, code = '']) => code))

/** The words cut at their mentions, for those who show them. */
export function cutAtMentions(words: string): readonly SaidPiece[] {
  const pieces: SaidPiece[] = []
  let at = 0
  for (const { index, 0: whole, 1: code = '' } of words.matchAll(MENTION)) {
    if (index > at) pieces.push({ is: 'words', text: words.slice(at, index) })
    pieces.push({ is: 'mention', code })
    at = index + whole.length
  }
  return at < words.length ? [...pieces, { is: 'words', text: words.slice(at) }] : pieces
}
