import type { DocumentQuery, LabelLanguage } from '../../shared/document.ts'
import type { Instant, Sha256 } from '../../shared/ids.ts'
import { inFiles as englishInFiles } from '../../shared/messages/en.documents.ts'
import { sheet as englishSheet } from '../../shared/messages/en.sheet.ts'
import { en } from '../../shared/messages/en.ts'
import { word as englishWord } from '../../shared/messages/en.word.ts'
import { inFiles as frenchInFiles } from '../../shared/messages/fr.documents.ts'
import { sheet as frenchSheet } from '../../shared/messages/fr.sheet.ts'
import { fr } from '../../shared/messages/fr.ts'
import { word as frenchWord } from '../../shared/messages/fr.word.ts'
import { freezeMoment } from '../../shared/moment.ts'
import { versionHash } from '../../shared/version.ts'
import type { Dossier } from './dossier.ts'

/** With what is said on paper alone, which no browser needs to fetch. */
const CATALOGUES = {
  en: { ...en, documents: { ...en.documents, ...englishInFiles }, sheet: englishSheet, word: englishWord },
  fr: { ...fr, documents: { ...fr.documents, ...frenchInFiles }, sheet: frenchSheet, word: frenchWord },
}

export type Catalogue = typeof CATALOGUES.en

/** The catalogue in which a document is labelled. */
export const labelsIn = (language: LabelLanguage): Catalogue => CATALOGUES[language]

/** What a document says of itself before it says anything else; the same moment gives the same. */
export interface Head {
  readonly meeting: string
  readonly place: string
  /** ISO 8601 calendar date of the meeting. */
  readonly date: string
  readonly symbol: string
  /** The declaration's title. */
  readonly title: string
  /** Number of the public act after which the text stood like this, and when that was. */
  readonly act: number
  readonly at: Instant
  /** Of the words of the text, as a version's. */
  readonly hash: Sha256
}

export function headOf(dossier: Dossier, { language }: Pick<DocumentQuery, 'language'>): Head {
  const { acts, conference, moment, record, version } = dossier
  const { names, place, date } = conference
  const title = moment.blocks.find(({ kind, deleted }) => kind === 'title' && !deleted)
  return {
    meeting: names[language] ?? names['en'] ?? '',
    ...{ place, date },
    symbol: version?.symbol ?? record.declaration.symbol,
    title: title?.runs.map((run) => (run.deleted ? '' : run.text)).join('') ?? '',
    act: moment.act,
    at: acts.at(-1)?.at ?? '',
    hash: version?.hash ?? versionHash(freezeMoment(moment).words),
  }
}

/** `12 October 2009`: a calendar date is the same day everywhere, and a moment is told by the day that it was in UTC. */
export const dayIn = (language: LabelLanguage, date: string): string =>
  new Intl.DateTimeFormat(USUAL[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))

const USUAL: { readonly [language in LabelLanguage]: string } = { en: 'en-GB', fr: 'fr-FR' }
