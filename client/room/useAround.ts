import { useMemo } from 'react'
import type { BlockId } from '../../shared/ids.ts'
import { labelsOf } from '../../shared/projection.ts'
import type { Around, ProposedClause, ProposedWords } from '../editor/around.ts'
import { useMessages } from '../i18n.tsx'
import { useFloor } from './floor.tsx'
import { nameOfProposal, type Proposal } from './proposals.ts'

/** What stands around the words of the editor, from the record and from where the person is. */
export function useAround(proposals: readonly Proposal[]): Around {
  const { record, selected, opened, openedThread, commented } = useFloor()
  const { room } = useMessages()
  const { proposed, added } = useMemo(() => byClause(proposals), [proposals])
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
        commented,
        openedThread,
        selected,
        opened,
      },
      say: {
        deletes: room.paper.deletes,
        more: room.paper.more,
        proposedBy: room.paper.proposedBy,
        emptyClause: room.paper.emptyClause,
      },
    }),
    [
      language,
      punctuation,
      labels,
      ladders,
      proposed,
      added,
      commented,
      openedThread,
      selected,
      opened,
      room,
    ],
  )
}

function byClause(proposals: readonly Proposal[]): {
  proposed: ReadonlyMap<BlockId, readonly ProposedWords[]>
  added: readonly ProposedClause[]
} {
  const proposed = new Map<BlockId, ProposedWords[]>()
  const added: ProposedClause[] = []
  for (const proposal of proposals) {
    const by = { proposal: proposal.id, who: nameOfProposal(proposal) }
    for (const { clause, from, to, insert } of proposal.edits.hunks) {
      const list = proposed.get(clause) ?? []
      list.push({ ...by, from, to, insert })
      proposed.set(clause, list)
    }
    for (const { after, text } of proposal.edits.added) added.push({ ...by, after, text })
  }
  for (const list of proposed.values()) list.sort((a, b) => a.from - b.from)
  return { proposed, added }
}
