import { nameIn } from '../../../shared/delegation.ts'
import type { LabelLanguage } from '../../../shared/document.ts'
import type { Remark } from '../../../shared/endorsement.ts'
import { type Endorsement, remarksOf } from '../../../shared/roll.ts'
import type { Dossier } from '../dossier.ts'
import { enrolledIn } from '../enrolled.ts'
import { dayIn, labelsIn } from '../head.ts'
import { organization, organizationId, roleId, roleReference } from './actors.ts'
import { type Element, element, withBreaks } from './element.ts'
import type { Reference } from './meta.ts'
import type { Ids } from './naming.ts'

/** Who endorsed, for whom, in which office and when, with what each State said beside it; null where nobody has. */
export function conclusions(dossier: Dossier, language: LabelLanguage, ids: Ids): Element | null {
  const { documents } = labelsIn(language)
  const signed = endorsementsIn(dossier, language)
  if (signed.length === 0) return null
  return element('conclusions', { eId: ids.id('conclusions'), 'xml:lang': language }, [
    element('p', {}, documents.akn.endorsedBy),
    signed.map((it) => signature(it, dossier, language, ids)),
  ])
}

/** In the order of the language's roll. */
const endorsementsIn = (dossier: Dossier, language: LabelLanguage): Endorsement[] =>
  enrolledIn(dossier, language).flatMap(({ endorsement }) => endorsement ?? [])

const personId = ({ state }: Pick<Endorsement, 'state'>): string => `person-${state}`

function signature(
  endorsement: Endorsement,
  { conference }: Dossier,
  language: LabelLanguage,
  { id, ref }: Ids,
): Element {
  const { state, name, title, at } = endorsement
  const known = conference.delegations.find(({ code }) => code === state)
  const own = `conclusions__endorsement_${state}`
  return element('container', { eId: id(own), name: 'endorsement' }, [
    element('p', {}, [
      element('signature', { eId: id(`${own}__signature`), refersTo: ref(personId(endorsement)) }, [
        element('organization', { refersTo: ref(organizationId(state)) }, nameIn(known, language, state)),
        ', ',
        element('person', { refersTo: ref(personId(endorsement)), as: ref(roleId('signatory')) }, name),
        ', ',
        element('role', { refersTo: ref(roleId('signatory')) }, title),
        ', ',
        element('date', { date: at }, dayIn(language, at)),
      ]),
    ]),
    remarksOf(endorsement).map((remark) =>
      element('block', { name: remark.kind }, [
        element('b', {}, headingOf(remark, language)),
        remark.words ? [' ', withBreaks(remark.words)] : null,
      ]),
    ),
  ])
}

function headingOf(remark: Remark, language: LabelLanguage): string {
  const { certificate, common } = labelsIn(language)
  const name = common.statements[remark.kind]
  return remark.kind === 'dissociation'
    ? `${name} (${certificate.dissociated(remark.clauses.join(', '))})`
    : name
}

/** Whom the conclusions refer to. */
export const endorsers = (dossier: Dossier, language: LabelLanguage): Reference[] =>
  endorsementsIn(dossier, language).flatMap((endorsement): Reference[] => [
    { is: 'TLCPerson', id: personId(endorsement), showAs: endorsement.name },
    organization(endorsement.state, dossier.conference, language),
    roleReference('signatory', language),
  ])
