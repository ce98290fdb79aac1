import { type Amendment, wordingInForce } from '../../shared/amendment.ts'
import { voiceOf } from '../../shared/delegation.ts'
import { isEmpty } from '../../shared/edits.ts'
import { wordingHash } from '../../shared/engross.ts'
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts'
import { parentOf } from '../../shared/subamendment.ts'
import type { Case, Deed } from './deed.ts'
import { engrossedFrom, nextAmendment } from './numbers.ts'
import { ownPending, pending } from './perform-amendment.ts'

/** Whose words an amendment's are: names put to it, names asked for, and words that another delegation takes up. */

/** Rule A4: a name is put to one exact wording, the one in force. */
export function cosponsor({ record, command, by }: Case<'amendment.cosponsor'>): Deed | Refusal {
  const amendment = pending(record, command.amendment)
  const delegation = voiceOf(by)
  if (isRefusal(amendment)) return amendment
  // A sponsor whose words a sub-amendment changed confirms them like everybody else, or withdraws them.
  const isSponsor = amendment.sponsor === delegation
  const isAsked = delegation !== null && delegation in amendment.cosponsors
  if (delegation === null || (isSponsor && !(isAsked && command.confirm))) return refuse('amendment/own')
  if (wordingInForce(amendment).wording !== command.wording) return refuse('amendment/other-wording')
  const wording = command.confirm ? command.wording : null
  return { step: { kind: 'amendment co-sponsored', amendment: amendment.id, delegation, wording } }
}

/** Delegations that were asked or have their names on it are not asked again. */
export function invite({ record, command, by }: Case<'amendment.invite'>): Deed | Refusal {
  const amendment = ownPending(record, command.amendment, by)
  if (isRefusal(amendment)) return amendment
  const delegations = [...new Set(command.delegations)]
    .filter((code) => code !== amendment.sponsor && !(code in amendment.cosponsors))
    .sort()
  if (delegations.length === 0) return { step: null }
  return { step: { kind: 'co-sponsors invited', amendment: amendment.id, delegations } }
}

/**
 * What its sponsor withdrew is tabled again by another delegation, as an amendment of its own: the same words,
 * engrossed against the text as it stands now.
 */
export function takeUp({ state, record, command, by }: Case<'amendment.takeup'>): Deed | Refusal {
  const delegation = voiceOf(by) ?? ''
  const withdrawn = record.amendments[command.amendment]
  if (!withdrawn) return refuse('amendment/unknown')
  if (withdrawn.state !== 'withdrawn') return refuse('amendment/not-withdrawn', { state: withdrawn.state })
  if (withdrawn.sponsor === delegation) return refuse('amendment/own')
  const taken = takerOf(withdrawn, record.amendments)
  if (taken) return refuse('amendment/taken-up', { amendment: taken.id })
  const words = state.effectOf(withdrawn).edits
  const base = state.baseOf(withdrawn.amends)
  if (isEmpty(words) || !base) return refuse('amendment/overtaken')
  const { edits, pen, engrossed } = engrossedFrom(state, base, words)
  const amendment = nextAmendment(record, delegation)
  return {
    step: {
      kind: 'amendment tabled',
      amendment,
      sponsor: delegation,
      invited: [],
      draft: null,
      takenUp: withdrawn.id,
      ...(withdrawn.amends && parentOf(record, withdrawn) ? { amends: withdrawn.amends } : {}),
      revision: 1,
      wording: wordingHash(edits),
      edits,
      reason: command.reason ?? wordingInForce(withdrawn).reason,
      pen,
    },
    engrossed,
    answer: { amendment },
  }
}

/** Who has taken it up, and not withdrawn it in turn. */
const takerOf = (
  { id }: Amendment,
  amendments: Readonly<{ [id: string]: Amendment }>,
): Amendment | undefined =>
  Object.values(amendments).find(({ takenUp, state }) => takenUp === id && state !== 'withdrawn')
