import { stringify } from 'csv-stringify/sync'
import { nameIn } from '../../shared/delegation.ts'
import type { DelegationCode } from '../../shared/ids.ts'
import { remarksOf } from '../../shared/roll.ts'
import type { Dossier } from './dossier.ts'
import { type Enrolled, enrolledIn } from './enrolled.ts'
import { labelsIn } from './head.ts'
import type { Content, Maker } from './made.ts'
import { type Change, type Tabled, tabledIn } from './tabled.ts'

/** One row for each amendment, in the order of tabling. */
export const amendmentsAsTable: Maker = (dossier, { language }) => {
  const say = labelsIn(language)
  const { columns } = say.documents
  const known = new Map(
    [...dossier.conference.groups, ...dossier.conference.delegations].map((it) => [it.code, it]),
  )
  const nameOf = (code: DelegationCode) => nameIn(known.get(code), language, code)
  const stands = (it: Tabled, stand: string) =>
    it.positions.filter((taken) => taken.stand === stand).map(({ delegation }) => delegation)
  const clauses = (it: Tabled) => [...new Set(it.changes.map((change) => clauseOf(change, say)))]
  const words = (it: Tabled, which: 'was' | 'insert') =>
    it.changes.map((change) => change[which]).filter((text) => text !== '')
  return table(tabledIn(dossier), {
    [columns.number]: ({ number }) => number || '',
    [columns.amendment]: ({ id }) => id,
    [columns.sponsor]: ({ sponsor }) => nameOf(sponsor),
    [columns.cosponsors]: (it) => list(it.sponsors.filter((code) => code !== it.sponsor)),
    [columns.amends]: ({ amends }) => amends ?? '',
    [columns.clauses]: (it) => list(clauses(it)),
    [columns.was]: (it) => words(it, 'was').join('\n'),
    [columns.insert]: (it) => words(it, 'insert').join('\n'),
    [columns.reason]: ({ reason }) => reason,
    [columns.fate]: ({ state }) => say.common.states[state],
    [columns.revision]: ({ revision }) => revision,
    [columns.tabled]: ({ at }) => at,
    [columns.support]: (it) => list(stands(it, 'support')),
    [columns.oppose]: (it) => list(stands(it, 'oppose')),
    [columns.reserve]: (it) => list(stands(it, 'reserve')),
    [columns.decided]: ({ decision }) => decision?.at ?? '',
    [columns.decidedBy]: ({ decision }) => decision?.by.name ?? '',
    [columns.note]: ({ decision }) => decision?.note ?? '',
  })
}

const list = (codes: readonly string[]): string => codes.join(', ')

/** `3`, or, of a new clause, `3 bis` as soon as it has that label, and before where it would stand. */
function clauseOf(
  { label, after, would }: Change,
  { documents, common }: ReturnType<typeof labelsIn>,
): string {
  if (label !== '') return label
  if (would !== 'add') return common.title
  return after?.label ? documents.newAfter(after.label) : documents.newFirst
}

/** One row for each State, in the order of the language: also those that do not endorse. */
export const rollAsTable: Maker = (dossier: Dossier, { language }) => {
  const say = labelsIn(language)
  const { columns } = say.documents
  const yes = (is: boolean) => (is ? columns.yes : columns.no)
  const remark = ({ endorsement }: Enrolled, kind: string) =>
    (endorsement ? remarksOf(endorsement) : [])
      .filter((it) => it.kind === kind)
      .map((it) => [...('clauses' in it ? [`(${it.clauses.join(', ')})`] : []), it.words].join(' ').trim())
      .join('\n')
  return table(enrolledIn(dossier, language), {
    [columns.state]: ({ name }) => name,
    [columns.code]: ({ code }) => code,
    [columns.accredited]: ({ accredited }) => yes(accredited),
    [columns.endorses]: ({ endorsement }) => yes(endorsement !== null),
    [columns.person]: ({ endorsement }) => endorsement?.name ?? '',
    [columns.office]: ({ endorsement }) => endorsement?.title ?? '',
    [columns.at]: ({ endorsement }) => endorsement?.at ?? '',
    [columns.onPaper]: ({ endorsement }) => (endorsement ? yes(endorsement.paper !== undefined) : ''),
    [columns.addendum]: ({ endorsement }) => endorsement?.addendum ?? '',
    [say.common.statements.reservation]: (it) => remark(it, 'reservation'),
    [say.common.statements.dissociation]: (it) => remark(it, 'dissociation'),
    [say.common.statements.explanation]: (it) => remark(it, 'explanation'),
  })
}

type Columns<T> = { readonly [name: string]: (row: T) => string | number }

/**
 * RFC 4180, in UTF-8 with a byte order mark, by which spreadsheets know it. What a spreadsheet would take for a formula
 * gets an apostrophe in front: words that somebody tabled must not compute on somebody else's machine.
 */
function table<T>(rows: readonly T[], columns: Columns<T>): Content {
  const names = Object.keys(columns)
  const lines = rows.map((row) => Object.values(columns).map((cell) => inert(String(cell(row)))))
  const text = stringify([names, ...lines], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return { bytes: new TextEncoder().encode(text), type: 'text/csv; charset=utf-8; header=present' }
}

/** Where a comma is part of a number, a spreadsheet divides rows at semicolons and new lines: there a formula could begin too. */
const inert = (cell: string): string => cell.replaceAll(/([;\n])(?=[=+\-@])/g, "$1'")
