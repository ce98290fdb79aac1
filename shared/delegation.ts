import type { Actor } from './actor.ts'
import type { Delegation } from './api.ts'
import { CHAIR, type DelegationCode, SECRETARIAT } from './ids.ts'

/** Every delegation has a name in it. */
export const ENGLISH = 'en'

/** The State's name in the language of the reader, as UNTERM has it; English, then the code, where there is none. */
export const nameIn = (
  delegation: Pick<Delegation, 'names'> | undefined,
  language: string,
  code: DelegationCode,
): string => delegation?.names[language] ?? delegation?.names[ENGLISH] ?? code

/** States in the alphabetical order of a language, which is each language's own. */
export const inOrder = <D extends Pick<Delegation, 'code' | 'names'>>(
  delegations: readonly D[],
  language: string,
): D[] => {
  const { compare } = new Intl.Collator(language)
  return [...delegations].sort((a, b) => compare(nameIn(a, language, a.code), nameIn(b, language, b.code)))
}

/** The desk speaks for no State. */
export const isDesk = (code: DelegationCode): boolean => code === SECRETARIAT || code === CHAIR

/** For whom somebody speaks: a State, the secretariat or the chair; null for an observer. */
export const voiceOf = ({ role, delegation }: Pick<Actor, 'role' | 'delegation'>): DelegationCode | null => {
  if (role === 'secretariat') return SECRETARIAT
  return role === 'chair' ? CHAIR : delegation
}
