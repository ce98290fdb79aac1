import { useMemo } from 'react'
import { movesOfText } from '../../shared/edits.ts'
import type { BlockId } from '../../shared/ids.ts'
import { labelsOf } from '../../shared/projection.ts'
import type { Around, GhostWords, ProposedClause, ProposedMove, ProposedWords } from '../editor/around.ts'
import { useMessages } from '../i18n.tsx'
import { useClauseNames } from './clause/useClauseNames.ts'
import { useFloor } from './floor.tsx'
import { nameOfProposal, type Proposal } from './proposals.ts'

/** What stands around the words of the editor, from the record and from where the person is. */
export function useAround(proposals: readonly Proposal[]): Around {
  const { record, selected, opened, openedThread, commented } = useFloor()
  const say = useGhostWords()
  const { proposed, added, moved } = useMemo(() => byClause(proposals), [proposals])
  const labels = useMemo(() => labelsOf(record), [record])
  const ladders = useMemo(
    () => Object.fromEntries(Object.entries(record.clauses).map(([id, { ladder }]) => [id, ladder])),
    [record],
  )
  const { language, punctuation } = record.declaration
  return useMemo(
    () => ({
      ...{
        language,
        punctuation,
        labels,
        ladders,
        proposed,
        added,
        moved,
        commented,
        openedThread,
        selected,
        opened,
      },
      say,
    }),
    [
      language,
      punctuation,
      labels,
      ladders,
      proposed,
      added,
      moved,
      commented,
      openedThread,
      selected,
      opened,
      say,
    ],
  )
}

function useGhostWords(): GhostWords {
  const { room, moving } = useMessages()
  const { nameOf } = useClauseNames()
  return useMemo(
    () => ({
      deletes: room.paper.deletes,
      more: room.paper.more,
      proposedBy: room.paper.proposedBy,
      emptyClause: room.paper.emptyClause,
      ghostAway: (after) => (after === null ? moving.ghostAwayFirst : moving.ghostAway(nameOf(after))),
      ghostHere: (clause) => moving.ghostHere(nameOf(clause)),
      movedHere: (clause, from) =>
        from === null
          ? moving.movedHereFromFirst(nameOf(clause))
          : moving.movedHere(nameOf(clause), nameOf(from)),
      movedAway: (clause, after) =>
        after === null
          ? moving.movedAwayFirst(nameOf(clause))
          : moving.movedAway(nameOf(clause), nameOf(after)),
      menu: (clause) => moving.menu(nameOf(clause)),
    }),
    [room, moving, nameOf],
  )
}

function byClause(proposals: readonly Proposal[]): {
  proposed: ReadonlyMap<BlockId, readonly ProposedWords[]>
  added: readonly ProposedClause[]
  moved: readonly ProposedMove[]
} {
  const proposed = new Map<BlockId, ProposedWords[]>()
  const added: ProposedClause[] = []
  const moved: ProposedMove[] = []
  for (const proposal of proposals) {
    const by = { proposal: proposal.id, who: nameOfProposal(proposal) }
    for (const { clause, from, to, insert } of proposal.edits.hunks) {
      const list = proposed.get(clause) ?? []
      list.push({ ...by, from, to, insert })
      proposed.set(clause, list)
    }
    for (const { after, text } of proposal.edits.added) added.push({ ...by, after, text })
    for (const { clause, after } of movesOfText(proposal.edits)) moved.push({ ...by, clause, after })
  }
  for (const list of proposed.values()) list.sort((a, b) => a.from - b.from)
  return { proposed, added, moved }
}
