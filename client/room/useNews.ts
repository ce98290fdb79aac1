import { useEffect, useRef } from 'react'
import type { BlockId, DelegationCode } from '../../shared/ids.ts'
import type { Record } from '../../shared/record.ts'
import { useAnnounce } from '../design/parts/Announcer.tsx'
import { useMessages } from '../i18n.tsx'
import { firstClauseOf, nameOfProposal, type Proposal, spoken } from './proposals.ts'

interface Seen {
  readonly proposals: ReadonlySet<string>
  readonly states: ReadonlyMap<string, string>
  readonly stage: string
}

/** At most one announcement in this time: a plenary must not chatter. */
const CALM = 8_000

/** Says what happens in the room to those who are looking elsewhere: new proposals, decisions, the stage. */
export function useNews(props: {
  readonly record: Record
  readonly all: readonly Proposal[]
  readonly nameOf: (clause: BlockId) => string
  /** One's own deeds are told when they are done. */
  readonly delegation: DelegationCode | null
}): void {
  const announce = useAnnounce()
  const { room, common } = useMessages()
  const seen = useRef<Seen | null>(null)
  const quietUntil = useRef(0)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    const tell = () => {
      const { record, all, nameOf } = latest.current
      const before = seen.current
      const now: Seen = {
        proposals: new Set(all.filter(({ is }) => is === 'amendment').map(({ id }) => id)),
        states: new Map(Object.values(record.amendments).map(({ id, state }) => [id, state])),
        stage: record.stage,
      }
      if (before && now.stage !== before.stage) {
        announce(room.news.stage(common.stages[record.stage]), 'news')
        seen.current = { ...before, stage: now.stage }
      }
      if (before && Date.now() < quietUntil.current) return
      seen.current = now
      if (!before) return
      const lines = [...newProposals(all, before, nameOf), ...decisions(record, before)]
      if (lines.length === 0) return
      quietUntil.current = Date.now() + CALM
      announce(lines.length > 2 ? room.news.proposals(lines.length) : lines.join(' '), 'news')
    }
    const newProposals = (all: readonly Proposal[], before: Seen, nameOf: (clause: BlockId) => string) =>
      all
        .filter(
          ({ is, id, sponsor }) =>
            is === 'amendment' && !before.states.has(id) && sponsor !== latest.current.delegation,
        )
        .map((it) => {
          const clause = firstClauseOf(it.edits)
          return room.news.proposal(nameOfProposal(it), clause ? nameOf(clause) : '')
        })
    const decisions = (record: Record, before: Seen) =>
      Object.values(record.amendments)
        .filter(({ id, state }) => before.states.has(id) && before.states.get(id) !== state)
        .map(({ id, state }) => room.news.decided(spoken(id), common.states[state]))
    tell()
    const again = setInterval(tell, CALM / 2)
    return () => clearInterval(again)
  }, [announce, room, common])
}
