import type { Added, Hunk } from '../../shared/edits.ts'
import type { AmendmentId, BlockId, ById, DraftId, ThreadId } from '../../shared/ids.ts'
import type { Place } from '../../shared/moves.ts'
import type { Labels } from '../../shared/numbering.ts'
import type { Ladder, Punctuation } from '../../shared/record.ts'

/** An amendment, or a draft that the room sees grow. */
export type ProposalId = AmendmentId | DraftId

/** Words that others propose in a clause of the text; offsets count in the text, not in the draft. */
export interface ProposedWords extends Pick<Hunk, 'from' | 'to' | 'insert'> {
  readonly proposal: ProposalId
  /** `FRA 2`; `KEN …` while it is still a draft. */
  readonly who: string
}

/** Words of the text on which a discussion hangs. */
export interface DiscussedWords extends Pick<Hunk, 'from' | 'to'> {
  readonly thread: ThreadId
}

export interface ProposedClause extends Pick<Added, 'after' | 'text'> {
  readonly proposal: ProposalId
  readonly who: string
}

/** A clause that others would move. */
export interface ProposedMove extends Place {
  readonly proposal: ProposalId
  readonly who: string
}

/** What stands around the draft's words: derived from the record, shown over them, never part of them. */
export interface Around {
  readonly language: string
  readonly labels: Labels
  readonly punctuation: Punctuation
  readonly ladders: ById<Ladder>
  readonly proposed: ReadonlyMap<BlockId, readonly ProposedWords[]>
  readonly added: readonly ProposedClause[]
  readonly moved: readonly ProposedMove[]
  readonly commented: ReadonlyMap<BlockId, readonly DiscussedWords[]>
  readonly openedThread: ThreadId | null
  readonly selected: BlockId | null
  /** The proposal that is open in the panel. */
  readonly opened: ProposalId | null
  readonly say: GhostWords
}

/** Beside the number in the margin; the words for it stand in the panel. */
export const LADDER_SIGNS: Readonly<Record<Ladder, string>> = {
  open: '',
  bracketed: '[ ]',
  'ad referendum': '(✓)',
  agreed: '✓',
}

/** What ghosts say, in the reader's language. */
export interface GhostWords {
  /** For words that a proposal only deletes. */
  readonly deletes: string
  readonly more: (count: number) => string
  /** For those who listen: where the ghost comes from. */
  readonly proposedBy: (who: string) => string
  /** In an empty clause of one's own. */
  readonly emptyClause: string
  /** Of others: where the clause stands, and where it would stand. */
  readonly ghostAway: (after: BlockId | null) => string
  readonly ghostHere: (clause: BlockId) => string
  /** Of one's own draft: where the clause stands now, and where it stood. */
  readonly movedHere: (clause: BlockId, from: BlockId | null) => string
  readonly movedAway: (clause: BlockId, after: BlockId | null) => string
  readonly menu: (clause: BlockId) => string
}
