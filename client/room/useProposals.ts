import { useDeferredValue, useMemo } from 'react'
import { saysNothingNew } from '../../shared/carried.ts'
import { startsWith } from '../../shared/draft.ts'
import type { Edits } from '../../shared/edits.ts'
import type { AmendmentId, BlockId, DraftId } from '../../shared/ids.ts'
import type { RoomView } from '../../shared/mirror.ts'
import type { Draft } from '../../shared/record.ts'
import type { ProposalId } from '../editor/around.ts'
import type { MyDraft } from './draft/useMyDraft.ts'
import type { Proposed } from './floor.tsx'
import {
  liveProposals,
  type Proposal,
  pendingProposals,
  proposalsTo,
  revised,
  rivalsOf,
} from './proposals.ts'
import { useSame } from './useSame.ts'

export interface Proposals extends Proposed {
  /** What stands as ghosts over the draft in the editor. */
  readonly ghosts: readonly Proposal[]
}

/** What others propose, beside the draft that is open in the editor and its edits. */
export function useProposals(
  { record, effects, live }: RoomView,
  { id, draft }: MyDraft,
  edits: Edits,
  texts: ReadonlyMap<BlockId, string>,
): Proposals {
  const tabled = useMemo(() => pendingProposals({ record, effects }), [record, effects])
  const growing = useMemo(() => liveProposals(record.drafts, live), [record.drafts, live])
  const proposals = useSame(
    useMemo(() => [...tabled, ...growing].filter((it) => it.id !== id), [tabled, growing, id]),
  )
  // Never in the way of the next letter.
  const settled = useDeferredValue(edits)
  const taken = useSame(useMemo(() => takenInto(draft, proposals, settled), [draft, proposals, settled]))
  const ghosts = useMemo(() => {
    // Over the words of a sub-amendment stand those that it amends, and no others.
    // Words that the draft started with are in it already; as ghosts they would stand there twice.
    if (draft?.amends) return []
    const inDraft = new Set(draft ? [draft.revises, ...startsWith(draft), ...taken] : [])
    return proposals.filter((it) => !inDraft.has(it.id) && revised(it) === null)
  }, [proposals, draft, taken])
  const rivals = useSame(useMemo(() => rivalsOf(settled, ghosts, texts), [settled, ghosts, texts]))
  const against = useMemo(() => new Set(rivals), [rivals])
  const subs = useMemo(() => subsOf({ record, effects, live }, id), [record, effects, live, id])
  return useMemo(() => ({ proposals, ghosts, against, subs }), [proposals, ghosts, against, subs])
}

/** By the amendment that they amend; without the draft that is open in the editor. */
function subsOf(view: RoomView, without: DraftId | null): ReadonlyMap<AmendmentId, readonly Proposal[]> {
  const amended = new Set([
    ...Object.values(view.record.amendments).flatMap(({ amends }) => amends?.amendment ?? []),
    ...Object.values(view.record.drafts).flatMap(({ amends }) => amends?.amendment ?? []),
  ])
  return new Map(
    [...amended]
      .map((id) => [id, proposalsTo(view, id).filter((it) => it.id !== without)] as const)
      .filter(([, subs]) => subs.length > 0),
  )
}

/** The alternatives whose words a draft of the desk has taken. */
const takenInto = (
  draft: Draft | null,
  proposals: readonly Proposal[],
  edits: Edits,
): readonly ProposalId[] => {
  const { alternatives = [] } = draft ?? {}
  if (alternatives.length === 0) return NONE
  return proposals
    .filter((it) => alternatives.includes(it.id) && saysNothingNew(it.edits, [edits]))
    .map(({ id }) => id)
}

const NONE: readonly ProposalId[] = []
