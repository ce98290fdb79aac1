import type { DocumentQuery, LabelLanguage } from '../../../shared/document.ts'
import type { Remark } from '../../../shared/endorsement.ts'
import { marksOf } from '../../../shared/marks.ts'
import { finalVersion } from '../../../shared/record.ts'
import { type Endorsement, remarksOf } from '../../../shared/roll.ts'
import type { Dossier } from '../dossier.ts'
import { enrolledIn } from '../enrolled.ts'
import { labelsIn } from '../head.ts'
import type { Maker } from '../made.ts'
import { dayIn, timeIn } from './dates.ts'
import { mapOf, signOf } from './map.ts'
import { type Sheet, saidBy, sheetOf } from './sheet.ts'
import { PDF } from './text.ts'
import { typeset } from './typeset.ts'

/** Who endorsed, where in the world, and what was said with it. */
export const rollAsPdf: Maker = async (dossier, query) => ({
  bytes: await typeset('roll', withMap(sheetOf(dossier, query), marksOf(dossier.record.endorsements)), {
    ...shownRoll(dossier, query),
  }),
  type: PDF,
})

/** All that it says, as a page shows it, whatever it is made of. */
export function shownRoll(dossier: Dossier, { language }: Pick<DocumentQuery, 'language'>) {
  const { roll: say, sheet: words } = labelsIn(language)
  const { endorsements } = dossier.record
  const marks = marksOf(endorsements)
  const endorsing = enrolledIn(dossier, language).flatMap(({ name, endorsement }) =>
    endorsement ? [[name, endorsement] as const] : [],
  )
  const { invited, accredited } = dossier.counted
  return {
    heading: say.title,
    counts: [
      { name: say.invited, count: String(invited) },
      { name: say.accredited, count: String(accredited.length) },
      { name: say.endorsing, count: String(endorsements.length) },
    ],
    map: {
      alt: say.map.says(marks.size, invited),
      legend: MARKS.map((mark) => ({ mark, name: say.map.marks[mark] })),
      notes: [say.map.dots, say.map.boundaries],
    },
    empty: `${say.empty}. ${finalVersion(dossier.record) ? say.emptyFinal : say.emptyBefore}`,
    list: say.list,
    head: [words.rows.state, words.rows.signatory, words.rows.time],
    rows: endorsing.map(([state, it]) => rowOf(state, it, language)),
    remarks: words.remarks,
    statements: endorsing.flatMap(([state, it]) => statementOf(state, it, language)),
  }
}

export const MARKS = ['endorses', 'qualified', 'none'] as const

/** With what the roll has drawn: the map, and what its marks mean. */
export const withMap = (sheet: Sheet, marks: ReturnType<typeof marksOf>): Sheet => ({
  ...sheet,
  drawings: {
    ...sheet.drawings,
    map: mapOf(marks),
    ...Object.fromEntries(MARKS.map((mark) => [mark, signOf(mark)])),
  },
})

function rowOf(state: string, endorsement: Endorsement, language: LabelLanguage) {
  const { endorse, common } = labelsIn(language)
  const { name, title, at, paper, addendum } = endorsement
  return {
    state,
    person: saidBy(name, language),
    office: saidBy(title, language),
    time: [dayIn(language, at), timeIn(at)],
    marks: [
      ...remarksOf(endorsement).map(({ kind }) => common.statements[kind]),
      ...(paper ? [endorse.onRoll.paper] : []),
      ...(addendum ? [endorse.onRoll.addendum(addendum)] : []),
    ],
  }
}

function statementOf(state: string, endorsement: Endorsement, language: LabelLanguage) {
  const remarks = remarksOf(endorsement)
  if (remarks.length === 0) return []
  return [{ state, remarks: remarks.map((it) => remarkOf(it, language)) }]
}

function remarkOf(remark: Remark, language: LabelLanguage) {
  const { common, certificate } = labelsIn(language)
  const name = common.statements[remark.kind]
  return {
    name:
      remark.kind === 'dissociation'
        ? `${name} (${certificate.dissociated(remark.clauses.join(', '))})`
        : name,
    words: saidBy(remark.words, language),
  }
}
