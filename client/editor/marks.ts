import { StepMap } from 'prosemirror-transform'
import type { Hunk } from '../../shared/edits.ts'
import type { ThreadId } from '../../shared/ids.ts'
import type { DiscussedWords, ProposalId, ProposedWords } from './around.ts'

/** What is shown over one clause of a draft; offsets count in the draft's words. */
export type Mark =
  /** Own words. */
  | { readonly is: 'inserted'; readonly from: number; readonly to: number }
  /** Words of the text that the draft deletes. */
  | { readonly is: 'deleted'; readonly at: number; readonly words: string }
  /** Words that another proposal would take out. */
  | {
      readonly is: 'contested'
      readonly from: number
      readonly to: number
      readonly proposal: ProposalId
    }
  /** What another proposal would put here; no words where it only deletes. */
  | {
      readonly is: 'proposed'
      readonly at: number
      readonly words: string
      readonly proposal: ProposalId
      readonly who: string
    }
  /** Words on which a discussion hangs. */
  | { readonly is: 'commented'; readonly from: number; readonly to: number; readonly thread: ThreadId }
  /** Further proposals that are not shown here. */
  | { readonly is: 'more'; readonly count: number }

/** How many proposals of others a clause shows; a clause of the plenary would drown in them. */
export const SHOWN = 12

/** `own` and `others` against the same text; `length` is that of the clause in the draft. */
export function marksOf(
  own: readonly Hunk[],
  others: readonly ProposedWords[],
  length: number,
  commented: readonly DiscussedWords[] = [],
  shown = SHOWN,
): Mark[] {
  const toDraft = mappingOf(own)
  const inDraft = (at: number, side: -1 | 1) => Math.min(length, toDraft.map(at, side))
  const shownOthers = others.slice(0, shown)
  const rest = others.length - shownOthers.length
  return [
    ...commented.flatMap(({ from, to, thread }): Mark[] => {
      const start = inDraft(from, 1)
      const end = inDraft(to, -1)
      return end > start ? [{ is: 'commented', from: start, to: end, thread }] : []
    }),
    ...ownMarks(own, length),
    ...shownOthers.flatMap((it) => othersMarks(it, inDraft)),
    ...(rest > 0 ? [{ is: 'more' as const, count: rest }] : []),
  ]
}

/** From offsets in the text to offsets in the draft, through what the draft changes. */
export const mappingOf = (own: readonly Hunk[]): StepMap =>
  new StepMap(own.flatMap(({ from, to, insert }) => [from, to - from, insert.length]))

function ownMarks(own: readonly Hunk[], length: number): Mark[] {
  let shift = 0
  return own.flatMap(({ from, to, was, insert }) => {
    const at = Math.min(length, from + shift)
    const end = Math.min(length, at + insert.length)
    shift += insert.length - (to - from)
    return [
      ...(was === '' ? [] : [{ is: 'deleted' as const, at, words: was }]),
      ...(end > at ? [{ is: 'inserted' as const, from: at, to: end }] : []),
    ]
  })
}

function othersMarks(
  { from, to, insert, proposal, who }: ProposedWords,
  inDraft: (at: number, side: -1 | 1) => number,
): Mark[] {
  const start = inDraft(from, 1)
  const end = Math.max(start, inDraft(to, -1))
  return [
    ...(end > start ? [{ is: 'contested' as const, from: start, to: end, proposal }] : []),
    { is: 'proposed', at: end, words: insert.trim(), proposal, who },
  ]
}
