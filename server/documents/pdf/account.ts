import { type Account, type AccountEntry, accountAt } from '../../../shared/account.ts'
import { byAmendment, placesIn } from '../../../shared/by-amendment.ts'
import { nameIn } from '../../../shared/delegation.ts'
import type { DocumentQuery, LabelLanguage } from '../../../shared/document.ts'
import { type DelegationCode, SECRETARIAT } from '../../../shared/ids.ts'
import type { Dossier } from '../dossier.ts'
import { labelsIn } from '../head.ts'
import type { Maker } from '../made.ts'
import { momentIn } from './dates.ts'
import { saidBy, sheetOf } from './sheet.ts'
import { PDF } from './text.ts'
import { typeset } from './typeset.ts'

/** The no-loss statement (rule A5), with every piece that it counts. */
export const accountAsPdf: Maker = async (dossier, query) => ({
  bytes: await typeset('account', sheetOf(dossier, query), shownAccount(dossier, query)),
  type: PDF,
})

/** All that it says, as a page shows it, whatever it is made of. */
export function shownAccount(dossier: Dossier, { language }: Pick<DocumentQuery, 'language'>) {
  const { account: say } = labelsIn(language)
  const account = accountAt(dossier.moment)
  const { version, record } = dossier
  return {
    heading: version ? say.statementOf(version.symbol) : say.title,
    says: [
      say.lead,
      ...(account.entries.length === 0 ? [`${say.empty}.`] : []),
      namelessIn(account, language),
    ],
    sums: sumsOf(account, language),
    amendments: byAmendment(account.entries).map(([amendment, own]) => ({
      name: `${nameOf(dossier, language, record.amendments[amendment]?.sponsor ?? '')} · ${amendment}`,
      entries: own.map((entry) => entryOf(dossier, language, entry)),
    })),
  }
}

function namelessIn({ nameless }: Account, language: LabelLanguage): string {
  const { account: say } = labelsIn(language)
  if (nameless.length === 0) return say.allNamed
  return `${say.nameless(nameless.length)} ${nameless.map(({ words }) => `“${words}”`).join(', ')}`
}

function sumsOf({ entries }: Account, language: LabelLanguage) {
  const { account: say, sheet } = labelsIn(language)
  const amendments = new Set(entries.map(({ amendment }) => amendment)).size
  return {
    title: say.sums(entries.length, amendments),
    head: [sheet.places.place, sheet.places.pieces],
    rows: placesIn(entries).map((place) => [
      say.place[place],
      String(entries.filter((it) => it.place === place).length),
    ]),
  }
}

function entryOf(dossier: Dossier, language: LabelLanguage, entry: AccountEntry) {
  const { account: say, common, moving } = labelsIn(language)
  const { record } = dossier
  const { revision, clause, would, words, after, place, by, at, through } = entry
  const nameOfClause = (id: string) => {
    const label = record.clauses[id]?.label
    return label ? common.clause(label) : common.title
  }
  const moves = after
    ? moving.moves(nameOfClause(clause), nameOfClause(after))
    : moving.movesFirst(nameOfClause(clause))
  const who = by.delegation ? nameOf(dossier, language, by.delegation) : common.roles[by.role]
  return {
    would,
    words: would === 'move' ? saidBy(moves, language) : saidBy(words, record.declaration.language),
    place: through ? `${say.place[place]} ${say.through(through)}` : say.place[place],
    facts: [
      ...(clause in record.clauses ? [nameOfClause(clause)] : []),
      say.would[would],
      say.revision(revision),
      who,
      momentIn(language, at),
    ],
  }
}

function nameOf({ conference }: Dossier, language: LabelLanguage, code: DelegationCode): string {
  const { common } = labelsIn(language)
  if (code === SECRETARIAT) return common.secretariat
  return nameIn(
    [...conference.delegations, ...conference.groups].find((it) => it.code === code),
    language,
    code,
  )
}
