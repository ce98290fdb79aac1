import type { Conference } from '../../shared/api.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import type { Around } from './around.ts'

export const invitedTo = ({ delegations }: Conference): number =>
  delegations.filter(({ invited }) => invited).length

/** A group is no State: neither accredited nor present as one. */
export const isState =
  ({ identity }: Pick<Around, 'identity'>) =>
  (code: DelegationCode): boolean =>
    !identity.groups().some((group) => group.code === code)

/** States for which somebody may act. */
export function accreditedIn(around: Pick<Around, 'identity'>): readonly DelegationCode[] {
  const codes = around.identity
    .people()
    .flatMap(({ delegation, revoked }) => (delegation && !revoked ? [delegation] : []))
  return [...new Set(codes)].sort().filter(isState(around))
}
