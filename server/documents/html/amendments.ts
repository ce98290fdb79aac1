import type { Stand } from '../../../shared/amendment.ts'
import { nameIn } from '../../../shared/delegation.ts'
import type { LabelLanguage } from '../../../shared/document.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Dossier } from '../dossier.ts'
import { escaped } from '../escaped.ts'
import { dayIn, labelsIn } from '../head.ts'
import type { Maker } from '../made.ts'
import { saidBy, sheetOf } from '../pdf/sheet.ts'
import { type Change, type Tabled, tabledIn } from '../tabled.ts'
import { page, said } from './page.ts'

/** Every amendment in the order of tabling: whose it is, what it would change and why, who stands how, what became of it. */
export const amendmentsAsPage: Maker = (dossier, query) => {
  const all = tabledIn(dossier)
  if (all.length === 0) return refuse('document/nothing')
  const { documents } = labelsIn(query.language)
  const sections = all.map((it) => sectionOf(it, dossier, query.language))
  return page(
    sheetOf(dossier, query),
    [`<h1>${escaped(documents.what.amendments)}</h1>`, ...sections].join('\n'),
  )
}

function sectionOf(it: Tabled, dossier: Dossier, language: LabelLanguage): string {
  const { account, common } = labelsIn(language)
  const names = (it.sponsors.length > 0 ? it.sponsors : [it.sponsor]).map((code) =>
    nameOf(code, dossier, language),
  )
  const facts = [common.states[it.state], account.revision(it.revision), dayIn(language, it.at)]
  const changes = it.changes.map((change) => changeOf(change, dossier, language))
  return `<section class="entry"><h2>${escaped(it.id)} · ${escaped(names.join(', '))}</h2>
<p class="small">${facts.map(escaped).join(' · ')}</p>
${changes.join('\n')}
${it.reason ? `<blockquote>${said(saidBy(it.reason, language))}</blockquote>` : ''}
${standsOf(it, dossier, language)}
${it.decision?.note ? `<p>${said(saidBy(it.decision.note, language))}</p>` : ''}</section>`
}

function nameOf(code: DelegationCode, { conference }: Dossier, language: LabelLanguage): string {
  const known = [...conference.groups, ...conference.delegations].find((it) => it.code === code)
  return nameIn(known, language, code)
}

function changeOf(change: Change, { record }: Dossier, language: LabelLanguage): string {
  const { common, documents } = labelsIn(language)
  const { would, label, after, was, insert, behind } = change
  const tag = record.declaration.language
  const words = (element: string, text: string) =>
    text ? `<${element}>${said(saidBy(text, tag))}</${element}>` : ''
  const clause = label ? common.clause(label) : common.title
  if (would === 'move') {
    const { moveAfter, moveFirst } = documents.akn
    return `<p><b>${escaped(clause)}</b> ${escaped(after?.label ? moveAfter(after.label) : moveFirst)}</p>`
  }
  if (would === 'add') {
    const place = after?.label ? documents.newAfter(after.label) : documents.newFirst
    return `<p><b>${escaped(common.clause(place))}</b> ${words('ins', insert)}</p>`
  }
  // A comma stands right behind the words that it follows.
  const between = behind && !/^[\s,.;:]/.test(insert) ? ' ' : ''
  const place = behind ? `… ${said(saidBy(behind, tag))}${between}` : ''
  return `<p><b>${escaped(clause)}</b> ${place}${was ? `${words('del', was)} ` : ''}${words('ins', insert)}</p>`
}

const STANDS: readonly Stand[] = ['support', 'oppose', 'reserve']

const standsOf = ({ positions }: Tabled, dossier: Dossier, language: LabelLanguage): string =>
  STANDS.flatMap((stand) => {
    const names = positions
      .filter((it) => it.stand === stand)
      .map(({ delegation }) => nameOf(delegation, dossier, language))
    const { columns } = labelsIn(language).documents
    return names.length > 0 ? [`<p><b>${escaped(columns[stand])}</b> ${escaped(names.join(', '))}</p>`] : []
  }).join('\n')
