import type { DelegationCode } from './ids.ts'
import { optedOut } from './positions.ts'
import type { Amendment } from './record.ts'

/** The amendment after a member has opted out of what its group says of it, or has come back. */
export function opted(
  amendment: Amendment,
  { group, delegation, out }: { group: DelegationCode; delegation: DelegationCode; out: boolean },
): Amendment {
  const others = optedOut(amendment, group).filter((code) => code !== delegation)
  const now = out ? [...others, delegation].sort() : others
  return { ...amendment, optOuts: { ...amendment.optOuts, [group]: now } }
}
