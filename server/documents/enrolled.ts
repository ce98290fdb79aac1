import { inOrder, nameIn } from '../../shared/delegation.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { type Endorsement, endorsementOf } from '../../shared/roll.ts'
import type { Dossier } from './dossier.ts'

/** A State on the roll, whether it endorses or not. */
export interface Enrolled {
  readonly code: DelegationCode
  /** In the language of the labels. */
  readonly name: string
  readonly invited: boolean
  readonly accredited: boolean
  readonly endorsement: Endorsement | null
}

/** The States that were invited, and any other that endorses, in the alphabetical order of the language. */
export const enrolledIn = (
  { conference, counted, record }: Pick<Dossier, 'conference' | 'counted' | 'record'>,
  language: string,
): Enrolled[] =>
  inOrder(conference.delegations, language)
    .map((delegation) => ({
      code: delegation.code,
      name: nameIn(delegation, language, delegation.code),
      invited: delegation.invited,
      accredited: counted.accredited.includes(delegation.code),
      endorsement: endorsementOf(record, delegation.code),
    }))
    .filter(({ invited, endorsement }) => invited || endorsement !== null)
