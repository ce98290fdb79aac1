import { type Amendment, type Stand, sponsorsOf } from './amendment.ts'
import type { ById, DelegationCode } from './ids.ts'
import type { Record } from './record.ts'

/**
 * Who stands where on an amendment. A group counts with its members, without those who opted out; a member that
 * sponsors the amendment or has taken a position of its own speaks for itself. A member whose groups differ counts
 * with none of them until it says where it stands.
 */

export interface Voice {
  /** A delegation or a group. */
  readonly code: DelegationCode
  readonly why: string
  /** Of a group: the members that it speaks for here; null for a delegation. */
  readonly members: readonly DelegationCode[] | null
  /** Of a group: the members that opted out, by code. */
  readonly except: readonly DelegationCode[]
}

export interface Tally {
  readonly stand: Stand
  /** Delegations, each counted once. */
  readonly count: number
  readonly voices: readonly Voice[]
}

export type Groups = Record['groups']

export const STANDS: readonly Stand[] = ['support', 'oppose', 'reserve']

export function talliesOf(amendment: Amendment, groups: Groups): readonly Tally[] {
  const all = Object.entries(amendment.positions)
  const torn = tornMembers(amendment, groups)
  return STANDS.map((stand) => {
    const voices = all
      .filter(([, position]) => position.stand === stand)
      .map(([code, { why }]): Voice => {
        const members = groups[code]
        if (!members) return { code, why, members: null, except: [] }
        const own = members.filter((it) => !speaksForItself(amendment, code, it) && !torn.has(it))
        return { code, why, members: own, except: optedOut(amendment, code) }
      })
    const counted = new Set(voices.flatMap(({ code, members }) => members ?? [code]))
    return { stand, count: counted.size, voices }
  })
}

export const optedOut = ({ optOuts }: Amendment, group: DelegationCode): readonly DelegationCode[] =>
  optOuts?.[group] ?? []

const speaksForItself = (amendment: Amendment, group: DelegationCode, member: DelegationCode): boolean =>
  member in amendment.positions ||
  optedOut(amendment, group).includes(member) ||
  sponsorsOf(amendment).includes(member)

/** Members for whom two groups say different things. */
function tornMembers(amendment: Amendment, groups: Groups): ReadonlySet<DelegationCode> {
  const said = new Map<DelegationCode, Set<Stand>>()
  for (const [code, { stand }] of Object.entries(amendment.positions)) {
    for (const member of groups[code] ?? []) {
      if (speaksForItself(amendment, code, member)) continue
      said.set(member, (said.get(member) ?? new Set()).add(stand))
    }
  }
  return new Set([...said].filter(([, stands]) => stands.size > 1).map(([member]) => member))
}

/** The groups that speak for the delegation on this amendment, as a sponsor or with a position. */
export const spokenForBy = (
  delegation: DelegationCode,
  amendment: Amendment,
  groups: ById<readonly DelegationCode[]>,
): DelegationCode[] =>
  Object.keys(groups)
    .filter((code) => groups[code]?.includes(delegation) && isInvolved(amendment, code))
    .sort()

/** Whether the group has its name on the amendment or has said what it thinks of it. */
export const isInvolved = (amendment: Amendment, group: DelegationCode): boolean =>
  amendment.sponsor === group || group in amendment.cosponsors || group in amendment.positions
