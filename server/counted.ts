import type { Conference } from '../shared/api.ts'
import type { DelegationCode } from '../shared/ids.ts'
import type { Identity } from './identity/contract.ts'

interface Known {
  readonly identity: Pick<Identity, 'groups' | 'people'>
}

export const invitedTo = ({ delegations }: Conference): number =>
  delegations.filter(({ invited }) => invited).length

/** A group is no State: neither accredited nor present as one. */
export const isState =
  ({ identity }: Known) =>
  (code: DelegationCode): boolean =>
    !identity.groups().some((group) => group.code === code)

/** States for which somebody may act. */
export function accreditedIn(around: Known): readonly DelegationCode[] {
  const codes = around.identity
    .people()
    .flatMap(({ delegation, revoked }) => (delegation && !revoked ? [delegation] : []))
  return [...new Set(codes)].sort().filter(isState(around))
}
