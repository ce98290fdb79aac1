import type { ReactNode } from 'react'
import { useMessages } from '../../i18n.tsx'
import { useProposed } from '../floor.tsx'
import { type Proposal, spoken, type TabledProposal } from '../proposals.ts'

/** Under the card of an amendment: what amends it, which is decided first. */
export function SubAmendments(props: {
  readonly parent: TabledProposal
  readonly card: (sub: Proposal) => ReactNode
}) {
  const { parent, card } = props
  const { amending } = useMessages()
  const subs = useProposed().subs.get(parent.amendment.id)
  if (!subs) return null
  return (
    <section className="sub-amendments stack-tight" aria-label={amending.subsOf(spoken(parent.id))}>
      <h4 className="redline-place">{amending.subs}</h4>
      {subs.map(card)}
    </section>
  )
}
