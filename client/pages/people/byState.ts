import type { Person } from '../../../shared/api.ts'
import type { DelegationCode } from '../../../shared/ids.ts'

export interface PeopleOfState {
  /** Null for those who speak for no State. */
  readonly code: DelegationCode | null
  readonly people: readonly Person[]
}

export interface Reading {
  /** Words of a person's, an office's or a State's name; empty for all. */
  readonly wanted: string
  readonly language: string
  readonly nameOf: (code: DelegationCode) => string
}

/** People by State in the reader's alphabetical order; the meeting's own people and observers come first. */
export function byState(people: readonly Person[], { wanted, language, nameOf }: Reading): PeopleOfState[] {
  const sought = plain(wanted)
  const groups = new Map<DelegationCode | null, Person[]>()
  for (const person of people) {
    const state = person.delegation ? `${person.delegation} ${nameOf(person.delegation)}` : ''
    if (!plain(`${person.name} ${person.title} ${state}`).includes(sought)) continue
    groups.set(person.delegation, [...(groups.get(person.delegation) ?? []), person])
  }
  const { compare } = new Intl.Collator(language)
  return [...groups]
    .map(([code, those]) => ({ code, people: those.sort((a, b) => compare(a.name, b.name)) }))
    .sort((a, b) => compare(a.code ? nameOf(a.code) : '', b.code ? nameOf(b.code) : ''))
}

const plain = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
