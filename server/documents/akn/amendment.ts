import { type Amendment, sponsorsOf } from '../../../shared/amendment.ts'
import type { LabelLanguage } from '../../../shared/document.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import type { Dossier } from '../dossier.ts'
import { dayIn, labelsIn } from '../head.ts'
import type { Change, Tabled } from '../tabled.ts'
import { commonReferences, organization, organizationId } from './actors.ts'
import { type Element, element, withBreaks } from './element.ts'
import { ORIGINAL, stepReferences, workflow } from './history.ts'
import { EDITOR, identification, meta, references } from './meta.ts'
import { modId, modification } from './modification.ts'
import { amendmentNames, type Ids } from './naming.ts'
import { namesOfText, paragraphId } from './statement.ts'

export interface Tabling {
  readonly tabled: Tabled
  readonly dossier: Dossier
  readonly language: LabelLanguage
  /** Of the place that it has in the list. */
  readonly ids: Ids
}

/** One amendment as a document of its own: whose it is, what it would change and why, and what became of it. */
export const amendmentElement = (it: Tabling): Element =>
  element('amendment', { name: 'amendment' }, [metaOf(it), preface(it), body(it)])

function body(it: Tabling): Element {
  const { changes, reason } = it.tabled
  const { documents } = labelsIn(it.language)
  const tag = it.dossier.record.declaration.language
  return element('amendmentBody', {}, [
    changes.map((change, index) => [
      element('amendmentReference', {}, [element('p', {}, clauseRef(change, index, it))]),
      element('amendmentContent', {}, [
        element('p', {}, modification(change, index, tag, documents.akn, it.ids)),
      ]),
    ]),
    reason ? element('amendmentJustification', {}, [element('p', {}, withBreaks(reason))]) : null,
    // A body is never empty.
    changes.length === 0 && !reason ? element('amendmentContent', {}) : null,
  ])
}

/** Which clause it is about, as a reference to it. */
function clauseRef(change: Change, index: number, it: Tabling): Element {
  const { common, documents } = labelsIn(it.language)
  const at = placeOf(change)
  const said = at.label ? common.clause(at.label) : common.title
  const beside = at.label ? documents.newAfter(at.label) : documents.newFirst
  return element(
    'ref',
    { eId: it.ids.id(`ref_${index + 1}`), href: hrefOf(change, it) },
    change.would === 'add' ? beside : said,
  )
}

/** A new clause has no place yet but the one after another. */
const placeOf = ({ would, label, after }: Change): { readonly label: string } =>
  would === 'add' ? { label: after?.label ?? '' } : { label }

function hrefOf(change: Change, it: Tabling): string {
  const { label } = placeOf(change)
  return `${textAmended(it).expression}/!main${label ? `#${paragraphId({ label })}` : ''}`
}

/** The text as it stood when the wording was tabled. */
const textAmended = ({ tabled, dossier: { acts, record } }: Tabling) =>
  namesOfText({ acts: acts.filter(({ at }) => at <= tabled.at), record })

function metaOf(it: Tabling): Element {
  const { tabled, dossier, language, ids } = it
  const { acts, conference, record } = dossier
  const { declaration } = record
  const amendment = record.amendments[tabled.id]
  if (!amendment) throw new Error(`no amendment ${tabled.id}`)
  const own = acts.filter((act) => 'amendment' in act && act.amendment === tabled.id)
  const names = amendmentNames(declaration, amendment)
  const sponsors = namedIn(amendment)
  const reference = (name: string, id: string, href: string, showAs: string) =>
    element(name, { eId: ids.id(id), href, showAs })
  return meta({
    identification: identification(
      {
        ...{ names, at: tabled.at, begun: { at: amendment.revisions[0].at, name: 'tabled' } },
        ...{ subtype: 'amendment', number: tabled.id, version: String(tabled.revision) },
        ...{ language: declaration.language, isAuthoritative: true, hash: tabled.wording },
        authors: sponsors.map(organizationId),
      },
      ids,
    ),
    lifecycle: wordings(amendment, ids),
    workflow: workflow(own, ids),
    analysis: analysis(it),
    references: references(
      [
        reference('original', ORIGINAL, names.work, tabled.id),
        reference('activeRef', 'text', namesOfText(dossier).work, declaration.symbol),
      ],
      [
        ...commonReferences(conference, language),
        ...sponsors.map((code) => organization(code, conference, language)),
        ...stepReferences(own, conference, language),
      ],
      ids,
    ),
  })
}

/** Whose amendment it is, though nobody may have put a name to the wording in force yet. */
function namedIn(amendment: Amendment): readonly DelegationCode[] {
  const sponsors = sponsorsOf(amendment)
  return sponsors.length > 0 ? sponsors : [amendment.sponsor]
}

/** Each wording is an event of its own. */
const wordings = ({ revisions }: Amendment, { id, ref }: Ids): Element =>
  element(
    'lifecycle',
    { source: ref(EDITOR) },
    revisions.map(({ revision, at }, index) =>
      element('eventRef', {
        ...{ eId: id(`wording-${revision}`), date: at, source: ref(ORIGINAL) },
        type: index === 0 ? 'generation' : 'amendment',
        originatingExpression: index === revisions.length - 1 ? 'true' : undefined,
      }),
    ),
  )

const TYPES: { readonly [would in Change['would']]: string | null } = {
  ...{ replace: 'substitution', insert: 'insertion', delete: 'repeal', add: 'insertion' },
  // A clause that is moved keeps its words and its number: the standard knows no such modification.
  move: null,
}

/** What each modification does, for programs; null where there is nothing that the standard has a type for. */
function analysis(it: Tabling): Element | null {
  const { id, ref } = it.ids
  const all = it.tabled.changes.flatMap((change, index) => {
    const type = TYPES[change.would]
    const pos = change.would === 'add' ? 'after' : undefined
    if (type === null) return []
    return [
      element('textualMod', { eId: id(`active_${index + 1}`), type }, [
        element('source', { href: ref(modId(index)) }),
        element('destination', { href: hrefOf(change, it), pos }),
      ]),
    ]
  })
  if (all.length === 0) return null
  return element('analysis', { source: ref(EDITOR) }, [element('activeModifications', {}, all)])
}

function preface(it: Tabling): Element {
  const { tabled, dossier, language, ids } = it
  const { common, documents } = labelsIn(language)
  const { conference, record } = dossier
  const amendment = record.amendments[tabled.id]
  const proponents = (amendment ? namedIn(amendment) : []).map((code, index) => [
    index > 0 ? ', ' : null,
    element(
      'docProponent',
      { refersTo: ids.ref(organizationId(code)) },
      organization(code, conference, language).showAs,
    ),
  ])
  const target = tabled.amends ? record.amendments[tabled.amends] : undefined
  const affected = target ? amendmentNames(record.declaration, target).work : textAmended(it).expression
  return element('preface', { eId: ids.id('preface'), 'xml:lang': language }, [
    element('p', {}, [
      element('docNumber', {}, tabled.id),
      tabled.revision > 1 ? ` (${documents.columns.revision} ${tabled.revision})` : null,
      ' · ',
      proponents,
    ]),
    element('p', {}, [
      element('affectedDocument', { href: affected }, tabled.amends ?? record.declaration.symbol),
      ' · ',
      element('docDate', { date: tabled.at }, dayIn(language, tabled.at)),
      ' · ',
      element('docStatus', {}, common.states[tabled.state]),
    ]),
  ])
}
