import { useMemo } from 'react'
import { CHAIR, type DelegationCode, SECRETARIAT } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'

export interface Mentionable {
  readonly code: DelegationCode
  readonly name: string
  readonly alpha2: string | null
}

const MOST = 6

/** Those whom the letters after `@` may mean, by code or name; nobody where nothing is asked. */
export function useMentionable(query: string | null): readonly Mentionable[] {
  const { conference, nameOf } = useConference()
  return useMemo(() => {
    if (query === null) return []
    const wanted = bare(query)
    const all = [
      ...(conference?.delegations.filter(({ invited }) => invited) ?? []),
      { code: SECRETARIAT, alpha2: null },
      { code: CHAIR, alpha2: null },
    ].map(({ code, alpha2 }) => ({ code, alpha2, name: nameOf(code) }))
    const rank = ({ code, name }: Mentionable) => {
      if (bare(code).startsWith(wanted)) return 0
      if (bare(name).startsWith(wanted)) return 1
      return bare(name).includes(wanted) ? 2 : 3
    }
    return all
      .filter((it) => rank(it) < 3)
      .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
      .slice(0, MOST)
  }, [query, conference, nameOf])
}

/** As one types a name in a hurry: no accents, no capitals. */
const bare = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
