import type { LabelLanguage } from '../../../shared/document.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Dossier } from '../dossier.ts'
import { headOf, labelsIn } from '../head.ts'
import type { Maker } from '../made.ts'
import { type Tabled, tabledIn } from '../tabled.ts'
import { commonReferences, MEETING } from './actors.ts'
import { amendmentElement } from './amendment.ts'
import { type Element, element, writeAkn } from './element.ts'
import { ORIGINAL } from './history.ts'
import { EDITOR, identification, meta, references } from './meta.ts'
import { expressionOf, type Ids, idsIn, listWork } from './naming.ts'
import { AKN_TYPE, namesOfText } from './statement.ts'

/** Every amendment that was tabled, as an amendment of its own within a list. */
export const amendmentsAsAkn: Maker = (dossier, { language }) => {
  const all = tabledIn(dossier)
  if (all.length === 0) return refuse('document/nothing')
  const list = element('amendmentList', { name: 'amendments' }, [
    listMeta(dossier, language),
    listPreface(dossier, language),
    element(
      'collectionBody',
      {},
      all.map((it, index) => component(it, `cmp_${index + 1}`, dossier, language)),
    ),
  ])
  return { bytes: writeAkn(list), type: AKN_TYPE }
}

const LIST = idsIn('')

function listMeta(dossier: Dossier, language: LabelLanguage): Element {
  const { acts, conference, record } = dossier
  const { declaration } = record
  const laid = acts[0]?.at ?? ''
  const at = acts.at(-1)?.at ?? laid
  const work = listWork(declaration, { laid })
  const names = { work, expression: expressionOf(work, declaration.language, at) }
  return meta({
    identification: identification(
      {
        ...{ names, at, begun: { at: laid, name: 'laid' }, subtype: 'amendments' },
        ...{ number: declaration.symbol, language: declaration.language },
        ...{ authors: [MEETING], isAuthoritative: false },
      },
      LIST,
    ),
    lifecycle: begun(LIST, laid),
    references: references(
      element('original', { eId: LIST.id(ORIGINAL), href: names.expression, showAs: declaration.symbol }),
      commonReferences(conference, language),
      LIST,
    ),
  })
}

const begun = ({ id, ref }: Ids, at: string): Element =>
  element('lifecycle', { source: ref(EDITOR) }, [
    element('eventRef', { eId: id('begun'), date: at, source: ref(ORIGINAL), type: 'generation' }),
  ])

function listPreface(dossier: Dossier, language: LabelLanguage): Element {
  const { documents } = labelsIn(language)
  const { symbol, title } = headOf(dossier, { language })
  const { expression } = namesOfText(dossier)
  const tag = dossier.record.declaration.language
  return element('preface', { eId: LIST.id('preface'), 'xml:lang': language }, [
    element('p', {}, [element('docTitle', {}, documents.what.amendments)]),
    element('p', {}, [
      element('affectedDocument', { href: expression }, symbol),
      ' · ',
      element('span', { 'xml:lang': tag }, title),
    ]),
  ])
}

const component = (tabled: Tabled, place: string, dossier: Dossier, language: LabelLanguage): Element =>
  element('component', { eId: place }, [amendmentElement({ tabled, dossier, language, ids: idsIn(place) })])
