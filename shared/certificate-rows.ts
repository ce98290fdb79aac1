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
