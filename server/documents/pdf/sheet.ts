import { type Direction, directionIn, directionOf } from '../../../shared/direction.ts'
import type { DocumentKind, DocumentQuery, LabelLanguage } from '../../../shared/document.ts'
import type { Instant, Sha256 } from '../../../shared/ids.ts'
import { finalVersion, type VersionHead } from '../../../shared/record.ts'
import { fingerprintOf, readKey } from '../../../shared/signed-note.ts'
import type { Dossier } from '../dossier.ts'
import { type Head, headOf, labelsIn } from '../head.ts'
import { codeOf } from './code.ts'
import { dayIn, momentIn } from './dates.ts'

/** What every document has. Each string is words, to be shown as they are. */
export interface Sheet {
  /** Of the labels. */
  readonly language: LabelLanguage
  /** Of the text. */
  readonly text: { readonly language: string; readonly direction: Direction }
  /** Of the file. */
  readonly name: string
  readonly author: string
  readonly keywords: readonly string[]
  readonly date: { readonly [part in 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second']: number }
  readonly meeting: { readonly name: string; readonly when: string }
  readonly symbol: string
  /** What it is, and as of when. */
  readonly subject: readonly string[]
  readonly title: Said
  readonly foot: { readonly what: string; readonly moment: string; readonly hash: Sha256 }
  readonly check: Check
  readonly drawings: Drawings
}

/** How whoever holds the paper can check it. */
export interface Check {
  readonly title: string
  readonly says: string
  readonly alt: string
  readonly facts: readonly { readonly name: string; readonly text: string; readonly isAddress: boolean }[]
}

/** Besides those of every sheet, what the template of a document asks for. */
export interface Drawings {
  readonly code: string
  readonly address: string
  readonly [name: string]: string
}

/** What somebody wrote, in whatever language that may be. */
export interface Said {
  readonly text: string
  readonly language: string
  readonly direction: Direction
}

type Asked = Pick<DocumentQuery, 'what' | 'language'>

/** What a paper is about: a version, or the text as it stands. */
interface About extends Head {
  readonly version: VersionHead | null
}

export function sheetOf(dossier: Dossier, query: Asked): Sheet {
  const { record } = dossier
  const { language, what } = query
  const { sheet: say, common, enter } = labelsIn(language)
  const about = aboutOf(dossier, query)
  const { version, symbol, at, hash, meeting, place, date, act } = about
  const is = version?.final && what === 'text' ? say.what.final : say.what[what]
  const stood = version ? say.version(version.number) : say.asOf(act)
  const moment = momentIn(language, at)
  const title = about.title || symbol
  const address = addressOf(dossier, version)
  return {
    language,
    text: {
      language: record.declaration.language.slice(0, 2),
      direction: directionOf(record.declaration.language),
    },
    name: say.name(title, is, symbol),
    author: meeting,
    keywords: [symbol, hash],
    date: dateOf(at),
    meeting: { name: meeting, when: enter.placeAndDate(place, dayIn(language, date)) },
    symbol,
    subject: [is, stood, common.stages[version?.stage ?? record.stage], moment],
    title: inLanguage(title, record.declaration.language),
    foot: { what: `${is}, ${stood}`, moment, hash },
    check: checkOf(dossier, about, address, query),
    drawings: { code: codeOf(address), address },
  }
}

/** A roll is of the final text, at whatever moment it is read; and once there is a final text, there is no other. */
function aboutOf(dossier: Dossier, query: Asked): About {
  const head = headOf(dossier, query)
  const final = query.what === 'text' || query.what === 'roll' ? finalVersion(dossier.record) : null
  const version = dossier.version ?? final
  if (!version) return { ...head, version }
  const { symbol, hash, at } = version
  return { ...head, version, symbol, hash, at: query.what === 'roll' ? head.at : at }
}

/** Where the words can be compared: the roll of the final text for everybody, the versions for those who take part. */
const addressOf = ({ origin, record }: Dossier, version: VersionHead | null): string =>
  version?.final
    ? `${origin}/public/${record.declaration.id}`
    : `${origin}/d/${record.declaration.id}/versions`

/** What shows words that stand in no text yet. */
const PROPOSING: readonly DocumentKind[] = ['compilation', 'amended']

function checkOf(
  { key }: Dossier,
  { version, hash }: About,
  address: string,
  { what, language }: Asked,
): Check {
  const { sheet: say } = labelsIn(language)
  const known = readKey(key)
  return {
    title: say.check,
    says: version ? (version.final ? say.checkFinal : say.checkVersion) : say.checkNow,
    alt: say.code(address),
    facts: [
      { name: say.address, text: address, isAddress: true },
      { name: PROPOSING.includes(what) ? say.hashWithout : say.hash, text: hash, isAddress: false },
      ...(known ? [{ name: say.fingerprint, text: fingerprintOf(known), isAddress: false }] : []),
    ],
  }
}

function dateOf(at: Instant): Sheet['date'] {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = at.split(/\D/).map(Number)
  return { year, month, day, hour, minute, second }
}

const inLanguage = (text: string, language: string): Said => ({
  text,
  language: language.slice(0, 2),
  direction: directionOf(language),
})

/** Nobody says in which language a minister's words are; their letters tell which way they run. */
export const saidBy = (text: string, language: string): Said =>
  directionIn(text) === 'rtl' ? inLanguage(text, 'ar') : inLanguage(text, language)
