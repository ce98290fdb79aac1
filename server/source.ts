import type { Conference } from '../shared/api.ts'
import type { DeclarationId } from '../shared/ids.ts'
import { accreditedIn, invitedTo, isState } from './counted.ts'
import type { DeclarationSource, Source } from './documents/source.ts'
import type { Identity } from './identity/contract.ts'
import type { Seal } from './seal.ts'

export interface Surroundings {
  readonly conference: Conference
  readonly identity: Pick<Identity, 'groups' | 'people'>
  readonly origin: string
  readonly seal: Pick<Seal, 'seal'>
}

/** What a document is made of: what the declaration gives, and what stands around it. */
export function sourceFor(
  around: Surroundings,
  declaration: DeclarationId,
  { head, present, ...facts }: DeclarationSource,
): Source {
  const { conference, identity, origin, seal } = around
  return {
    ...facts,
    conference: { ...conference, groups: identity.groups() },
    counted: {
      invited: invitedTo(conference),
      accredited: accreditedIn(around),
      present: present.filter(isState(around)),
    },
    origin,
    ...seal.seal(declaration, head),
  }
}
