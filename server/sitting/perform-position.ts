import { wordsOfClause } from '../../shared/clause.ts'
import { voiceOf } from '../../shared/delegation.ts'
import { isInvolved, optedOut } from '../../shared/positions.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { readText } from '../../shared/text.ts'
import type { Case, Deed } from './deed.ts'
import { pending } from './perform-amendment.ts'

export function position({ record, command, by }: Case<'amendment.position'>): Deed | Refusal {
  const amendment = pending(record, command.amendment)
  const delegation = voiceOf(by)
  if (isRefusal(amendment)) return amendment
  if (delegation === null || amendment.sponsor === delegation) return refuse('amendment/own')
  const { stand, why } = command
  return { step: { kind: 'position taken', amendment: amendment.id, delegation, stand, why } }
}

/** A member doesn't go along with what its group says of one amendment, as everybody can see. */
export function optOut({ record, command, by }: Case<'amendment.optout'>): Deed | Refusal {
  const amendment = pending(record, command.amendment)
  if (isRefusal(amendment)) return amendment
  const { group, out } = command
  const delegation = voiceOf(by)
  const members = record.groups[group]
  if (!members) return refuse('group/unknown')
  if (delegation === null || !members.includes(delegation)) return refuse('group/not-a-member')
  if (!isInvolved(amendment, group)) return refuse('group/not-involved')
  if (optedOut(amendment, group).includes(delegation) === out) return { step: null }
  return { step: { kind: 'opted out', amendment: amendment.id, group, delegation, out } }
}

/** Nothing had to be done where the group never took part. */
export function dissolve({ record, command: { group } }: Case<'group.dissolve'>): Deed | Refusal {
  return { step: record.groups[group] ? { kind: 'group dissolved', group } : null }
}

/** A capital confirms what was agreed ad referendum: the words that it has read, and no others. */
export function confirm({ state, record, command, by }: Case<'clause.confirm'>): Deed | Refusal {
  const { clause, words } = command
  const status = record.clauses[clause]
  const delegation = voiceOf(by)
  if (!status) return refuse('clause/unknown')
  if (delegation === null || status.ladder !== 'ad referendum' || !status.awaiting.includes(delegation))
    return refuse('clause/not-awaited')
  const text = readText(state.text).find(({ id }) => id === clause)?.text ?? ''
  if (wordsOfClause(clause, text) !== words) return refuse('clause/other-words')
  return { step: { kind: 'clause confirmed', clause, delegation, words } }
}
