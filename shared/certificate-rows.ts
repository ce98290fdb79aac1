import type { Certificate, NamedState } from './certificate.ts'
import type { Certified } from './certified.ts'
import type { Remark } from './endorsement.ts'
import { type Endorsement, remarksOf } from './roll.ts'

/** One line of the roll as a certificate shows it: written once, and read back from the page when it checks itself. */
export interface Row {
  readonly code: string
  readonly state: string
  readonly person: string
  readonly office: string
  readonly time: string
  readonly remarks: readonly Remark[]
  readonly onPaper: boolean
  readonly addendum: string
}

/** In the order of the language's roll. */
export function rowsOf(
  { rolls }: Certificate,
  { endorsements }: Certified,
  language: string,
): readonly Row[] {
  const byState = new Map(endorsements.map((it) => [it.state, it]))
  return (rolls[language] ?? []).flatMap((named) => {
    const endorsement = byState.get(named[0])
    return endorsement ? [rowOf(named, endorsement)] : []
  })
}

/** One line, of any roll. */
export const rowOf = ([code, state]: NamedState, endorsement: Endorsement): Row => ({
  code,
  state,
  person: endorsement.name,
  office: endorsement.title,
  time: timeOf(endorsement.at),
  remarks: remarksOf(endorsement),
  onPaper: endorsement.paper !== undefined,
  addendum: endorsement.addendum ?? '',
})

/** `2009-10-12 14:05:33 UTC`: the same everywhere and at all times. */
export const timeOf = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`

/** The words of one language in which a certificate is told. */
export interface CertificateWords {
  readonly title: (symbol: string) => string
  readonly of: (n: number, invited: number, accredited: number) => string
  readonly onPaper: string
  readonly dissociated: (clauses: string) => string
  readonly statements: Readonly<{ [kind in Remark['kind']]: string }>
}

/** What stands beside the time: that a paper was signed, and the addendum that a late one went into. */
export const notesOf = ({ onPaper, addendum }: Row, say: CertificateWords): readonly string[] =>
  [onPaper ? say.onPaper : '', addendum].filter((it) => it !== '')

/** What a remark is, and of which clauses. */
export function remarkTitle(remark: Remark, say: CertificateWords): string {
  const title = say.statements[remark.kind]
  return remark.kind === 'dissociation' ? `${title} (${say.dissociated(remark.clauses.join(', '))})` : title
}

/** All that a line says, from its first word to its last, with one space wherever there is any. */
export function saidBy(row: Row, say: CertificateWords): string {
  const { state, code, person, office, time, remarks } = row
  const told = remarks.flatMap((remark) => [remarkTitle(remark, say), remark.words])
  return spaced(
    [state, code, `${person},`, office, [time, ...notesOf(row, say)].join(' · '), ...told].join(' '),
  )
}

/** What stands above the text, in the same way. */
export function headOf(
  certificate: Certificate,
  { endorsements, version }: Certified,
  language: string,
  say: CertificateWords,
) {
  const { meeting, symbol, invited, accredited } = certificate
  return {
    meeting: `${meeting.names[language] ?? meeting.names['en'] ?? ''}, ${meeting.place}, ${meeting.date}`,
    title: say.title(symbol),
    count: say.of(endorsements.length, invited, accredited),
    hash: version?.hash ?? '',
  }
}

/** Line breaks and indents of a page are no words. */
export const spaced = (words: string): string => words.replace(/\s+/g, ' ').trim()
