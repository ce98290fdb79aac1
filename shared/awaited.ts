import type { Actor } from './actor.ts'
import { type Amendment, wordingInForce } from './amendment.ts'
import { consents } from './compromise.ts'
import type { DelegationCode } from './ids.ts'
import { may } from './policy.ts'
import type { Record } from './record.ts'
import { parentOf } from './subamendment.ts'

/** What waits for somebody's word: decisions for the desk, answers of a delegation. */

const pending = ({ amendments }: Record): Amendment[] =>
  Object.values(amendments).filter(({ state }) => state === 'pending')

/** Compromises that would take the place of what the delegation sponsors, and have no answer of it. */
export const consentsAsked = (record: Record, delegation: DelegationCode): Amendment[] =>
  pending(record).filter(
    (it) =>
      it.compromise !== undefined &&
      consents(it, record).some(([code, said]) => code === delegation && said === 'asked'),
  )

/** Amendments under whose wording the delegation is asked to put its name, for the first time or again. */
export const namesAsked = (record: Record, delegation: DelegationCode): Amendment[] =>
  pending(record).filter((it) => {
    const confirmed = it.cosponsors[delegation]
    return confirmed !== undefined && confirmed !== wordingInForce(it).wording
  })

/** What others would change in the delegation's own amendments: it may take that in, or leave it to the desk. */
export const changesAsked = (record: Record, delegation: DelegationCode): Amendment[] =>
  pending(record).filter((it) => parentOf(record, it)?.sponsor === delegation)

/** How much waits for whoever acts in this capacity, as far as it can be done now. */
export function awaitedOf(record: Record, { role, delegation }: Pick<Actor, 'role' | 'delegation'>): number {
  const { stage } = record
  if (may(role, 'amendment.decide', stage)) return pending(record).length
  if (delegation === null) return 0
  const asked = [
    ...(may(role, 'compromise.answer', stage) ? consentsAsked(record, delegation) : []),
    ...(may(role, 'amendment.cosponsor', stage) ? namesAsked(record, delegation) : []),
    ...(may(role, 'amendment.incorporate', stage) ? changesAsked(record, delegation) : []),
  ]
  return asked.length
}
