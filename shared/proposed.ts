import { type Amendment, sponsorsOf } from './amendment.ts'
import type { Proposal } from './compilation.ts'
import type { Edits } from './edits.ts'
import type { DelegationCode } from './ids.ts'
import type { Record } from './record.ts'
import { parentOf, subAmendments } from './subamendment.ts'

/** What the compilation text is made of: every pending amendment, with what amends it; `editsOf` tells what it would do. */
export const proposalsIn = (
  record: Pick<Record, 'amendments'>,
  editsOf: (amendment: Amendment) => Edits,
): Proposal[] =>
  Object.values(record.amendments)
    .filter((amendment) => amendment.state === 'pending' && !parentOf(record, amendment))
    .map((amendment) => ({
      ...proposalOf(amendment, editsOf),
      subs: subAmendments(record, amendment.id).map((sub) => proposalOf(sub, editsOf)),
    }))

const proposalOf = (amendment: Amendment, editsOf: (amendment: Amendment) => Edits): Proposal => ({
  id: amendment.id,
  sponsors: namesOn(amendment),
  edits: editsOf(amendment),
})

/** Words that nobody has confirmed yet stand under their number alone. */
function namesOn(amendment: Amendment): readonly DelegationCode[] {
  const sponsors = sponsorsOf(amendment)
  return sponsors.length > 0 ? sponsors : [amendment.id.replace('-', ' ')]
}
