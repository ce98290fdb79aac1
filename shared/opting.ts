import type { Amendment } from './amendment.ts'
import type { DelegationCode } from './ids.ts'
import { optedOut } from './positions.ts'
import type { Record } from './record.ts'

/** The amendment after a member has opted out of what its group says of it, or has come back. */
export function opted(
  amendment: Amendment,
  { group, delegation, out }: { group: DelegationCode; delegation: DelegationCode; out: boolean },
): Amendment {
  const others = optedOut(amendment, group).filter((code) => code !== delegation)
  const now = out ? [...others, delegation].sort() : others
  return { ...amendment, optOuts: { ...amendment.optOuts, [group]: now } }
}

/** The group says nothing more of what is pending. What it tabled or put its name to keeps its name. */
export function dissolved(record: Record, group: DelegationCode): Record {
  const { [group]: _, ...groups } = record.groups
  const amendments = Object.values(record.amendments).map((amendment): [string, Amendment] => {
    const { [group]: lapsed, ...positions } = amendment.positions
    const isOver = amendment.state !== 'pending' || lapsed === undefined
    return [amendment.id, isOver ? amendment : { ...amendment, positions }]
  })
  return { ...record, groups, amendments: Object.fromEntries(amendments) }
}
