import { type Amendment, type Compromise, type GivingWay, sponsorsOf, wordingInForce } from './amendment.ts'
import { saysNothingNew } from './carried.ts'
import { isDesk } from './delegation.ts'
import type { Edits } from './edits.ts'
import type { AmendmentId, DelegationCode } from './ids.ts'
import type { Record } from './record.ts'

/**
 * A compromise is an amendment of the desk's ("Chair's text") that would take the place of others. The sponsors of
 * those are asked; what they say is to one exact wording (rule A4), and the desk may go on without them, but never
 * without saying so.
 */

/** What a delegation has said to the wording in force. */
export type Consent = 'accepts' | 'declines' | 'asked'

/** Every sponsor of what the compromise would replace, with what it says, in the order of codes. */
export function consents(
  compromise: Amendment,
  { amendments }: Pick<Record, 'amendments'>,
): readonly (readonly [DelegationCode, Consent])[] {
  const parents = (compromise.compromise?.of ?? []).flatMap((id) => amendments[id] ?? [])
  const asked = new Set(parents.flatMap(sponsorsOf).filter((code) => !isDesk(code)))
  return [...asked].sort().map((code) => [code, consentOf(compromise, code)] as const)
}

export function consentOf(amendment: Amendment, delegation: DelegationCode): Consent {
  // The desk agrees with its own text.
  if (isDesk(delegation)) return 'accepts'
  const answer = amendment.compromise?.answers[delegation]
  if (answer?.wording !== wordingInForce(amendment).wording) return 'asked'
  return answer.accepts ? 'accepts' : 'declines'
}

/** The parents that still wait for a decision: those that its acceptance takes the place of. */
export const supersededBy = (
  { compromise }: Amendment,
  { amendments }: Pick<Record, 'amendments'>,
): AmendmentId[] => (compromise?.of ?? []).filter((id) => amendments[id]?.state === 'pending')

/**
 * How the sponsors of an amendment stand to the one that takes its place. Nobody is asked about a consolidation: those
 * whose every change it makes, word for word, have consented to it by tabling that; the others have not.
 */
export function givingWay(amendment: Amendment, to: Amendment): GivingWay {
  const isTaken = to.consolidation && isWhollyIn(amendment, wordingInForce(to).edits)
  const consent = (code: DelegationCode) => (isTaken ? 'accepts' : consentOf(to, code))
  const said = (what: Consent) => sponsorsOf(amendment).filter((code) => consent(code) === what)
  return { to: to.id, consented: said('accepts'), declined: said('declines'), unanswered: said('asked') }
}

/** Whether the edits make every change of the amendment, word for word and in the same place. */
export const isWhollyIn = (amendment: Pick<Amendment, 'revisions'>, edits: Edits): boolean =>
  saysNothingNew(wordingInForce(amendment).edits, [edits])

/** Whether all who had put their names to it agreed that it give way. */
export const isConsented = ({ declined, unanswered }: GivingWay): boolean =>
  declined.length + unanswered.length === 0

/** What stays of a compromise whose words were changed: its parents; who answered is asked again. */
export const begun = (of: readonly AmendmentId[]): Compromise => ({ of, answers: {} })
