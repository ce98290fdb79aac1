import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import type { Conference, Delegation, Group } from '../../shared/api.ts'
import { nameIn } from '../../shared/delegation.ts'
import { CHAIR, type DelegationCode, SECRETARIAT } from '../../shared/ids.ts'
import { useLanguage, useMessages } from '../i18n.tsx'
import { getConference } from './api.ts'
import { shelf } from './shelf.ts'
import { type Asked, useAsk } from './useAsk.ts'

interface Meeting {
  /** Null until it is known. */
  readonly conference: Conference | null
  readonly asked: Asked<Conference>
  readonly reload: () => void
  /** The meeting's name in the reader's language. */
  readonly meeting: string
  /** A delegation's name in the reader's language; the code where it isn't known. */
  readonly nameOf: (code: DelegationCode) => string
  /** ISO 3166-1 alpha-2 for the flag; null for the desk. */
  readonly flagOf: (code: DelegationCode) => string | null
  /** The members of a group; none of a State. */
  readonly membersOf: (code: DelegationCode) => readonly DelegationCode[]
  readonly isGroup: (code: DelegationCode) => boolean
}

const Known = createContext<Omit<Meeting, 'meeting' | 'nameOf' | 'flagOf' | 'membersOf' | 'isGroup'>>({
  conference: null,
  asked: { is: 'loading' },
  reload: () => {},
})

export function ConferenceProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  const { asked, reload } = useAsk(language, () => getConference(language))
  const place = `conference/${language}`
  const kept = useMemo(() => shelf.get<Conference>(place), [place])
  const came = asked.is === 'ready' ? asked.value : null
  useEffect(() => {
    if (came) shelf.put(place, came)
  }, [came, place])
  // Who changes the language reads the names as they were until those in the other have come.
  const last = useRef<Conference | null>(null)
  last.current = came ?? kept ?? last.current
  const conference = last.current
  const value = useMemo(() => ({ conference, asked, reload }), [conference, asked, reload])
  return <Known value={value}>{children}</Known>
}

const NOBODY: readonly DelegationCode[] = []
const membersIn = (it: Delegation | Group | undefined) => (it && 'members' in it ? it.members : NOBODY)

/** The meeting and its delegations, in the reader's language. */
export function useConference(): Meeting {
  const known = useContext(Known)
  const { language } = useLanguage()
  const { common } = useMessages()
  const byCode = useMemo(
    () =>
      new Map<DelegationCode, Delegation | Group>(
        [...(known.conference?.groups ?? []), ...(known.conference?.delegations ?? [])].map((it) => [
          it.code,
          it,
        ]),
      ),
    [known.conference],
  )
  return useMemo(
    () => ({
      ...known,
      meeting: known.conference?.names[language] ?? known.conference?.names['en'] ?? '',
      nameOf: (code) => {
        if (code === SECRETARIAT) return common.secretariat
        if (code === CHAIR) return common.chair
        return nameIn(byCode.get(code), language, code)
      },
      flagOf: (code) => byCode.get(code)?.alpha2 ?? null,
      membersOf: (code) => membersIn(byCode.get(code)),
      isGroup: (code) => membersIn(byCode.get(code)).length > 0,
    }),
    [known, language, common, byCode],
  )
}
