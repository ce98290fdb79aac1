import type { BlockId } from '../../../shared/ids.ts'
import type { Block } from '../../../shared/text.ts'
import type { ProposalId } from '../../editor/around.ts'
import type { Proposal } from '../proposals.ts'

/** A place where the words stand: in the text, or among the words that a proposal would put there. */
export interface Found {
  readonly clause: BlockId
  readonly proposal: ProposalId | null
  /** Which occurrence in the clause, or in the proposal, from 0. */
  readonly nth: number
}

/** Of more one searches with more letters. */
const MOST = 500

/** Clause by clause, the text first and then what is proposed there. Capitals and accents make no difference. */
export function findIn(
  words: string,
  blocks: readonly Block[],
  proposals: readonly Proposal[],
): readonly Found[] {
  const wanted = bare(words.trim())
  if (wanted === '') return []
  const found: Found[] = []
  for (const { id, text } of blocks) {
    found.push(...times(text, wanted).map((nth) => ({ clause: id, proposal: null, nth })))
    for (const proposal of proposals) {
      const said = wordsIn(proposal, id)
      if (said) found.push(...times(said, wanted).map((nth) => ({ clause: id, proposal: proposal.id, nth })))
      if (found.length >= MOST) return found.slice(0, MOST)
    }
  }
  return found
}

const wordsIn = ({ edits }: Proposal, clause: BlockId): string =>
  [
    ...edits.hunks.filter((hunk) => hunk.clause === clause).map(({ insert }) => insert),
    ...edits.added.filter(({ after }) => after === clause).map(({ text }) => text),
  ].join('\n')

function times(text: string, wanted: string): number[] {
  const nths: number[] = []
  const all = bare(text)
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length))
    nths.push(nths.length)
  return nths
}

/** One unit for one unit, so that places in it are places in the words. */
export const bare = (words: string): string =>
  [...words]
    .map((sign) => (sign.length === 1 ? (sign.normalize('NFD')[0] ?? sign) : sign))
    .join('')
    .toLowerCase()
