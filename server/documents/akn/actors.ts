import type { Actor } from '../../../shared/actor.ts'
import type { Conference } from '../../../shared/api.ts'
import { nameIn, voiceOf } from '../../../shared/delegation.ts'
import type { LabelLanguage } from '../../../shared/document.ts'
import { CHAIR, type DelegationCode, SECRETARIAT } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/policy.ts'
import { labelsIn } from '../head.ts'
import { AUTHOR, EDITOR, type Reference } from './meta.ts'

/** Who acts in the documents, and under which ids they are referred to. */

export const MEETING = 'meeting'

/** Of a State, a group or the desk. */
export const organizationId = (code: DelegationCode): string =>
  code === SECRETARIAT ? EDITOR : code === CHAIR ? 'chair' : code

/** Of whoever did something: for whom they spoke. Nobody but the meeting itself acts for none. */
export const agentOf = (actor: Pick<Actor, 'role' | 'delegation'>): string =>
  organizationId(voiceOf(actor) ?? SECRETARIAT)

export const roleId = (role: Role): string => `role-${role}`

/** Every document refers to the meeting, to the secretariat that marks it up, and to authorship. */
export function commonReferences(conference: Conference, language: LabelLanguage): Reference[] {
  const { names, place } = conference
  const meeting = names[language] ?? names['en'] ?? ''
  return [
    { is: 'TLCOrganization', id: MEETING, showAs: meeting },
    organization(SECRETARIAT, conference, language),
    { is: 'TLCRole', id: AUTHOR, showAs: labelsIn(language).documents.akn.author },
    { is: 'TLCLocation', id: 'place', showAs: place },
  ]
}

export function organization(
  code: DelegationCode,
  { delegations, groups }: Conference,
  language: LabelLanguage,
): Reference {
  const known = [...groups, ...delegations].find((it) => it.code === code)
  return { is: 'TLCOrganization', id: organizationId(code), showAs: nameIn(known, language, code) }
}

export const roleReference = (role: Role, language: LabelLanguage): Reference => ({
  ...{ is: 'TLCRole', id: roleId(role) },
  showAs: labelsIn(language).common.roles[role],
})
