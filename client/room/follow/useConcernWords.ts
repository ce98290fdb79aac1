import { useCallback } from 'react'
import type { Actor } from '../../../shared/actor.ts'
import type { DelegationCode } from '../../../shared/ids.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'
import type { Concern } from './concerns.ts'

/** So much of a comment stands in a line. */
const EXCERPT = 90

/** Who did it, and a sentence on what it is. */
export function useConcernWords(): (concern: Concern) => {
  readonly who: DelegationCode | null
  readonly words: string
} {
  const { follow, common, silence } = useMessages()
  const { deadline } = useDates()
  const { nameOf } = useConference()
  const { nameOf: nameOfClause, record } = useFloor()
  return useCallback(
    (concern) => {
      const { say } = follow
      const where = concern.clause ? nameOfClause(concern.clause) : ''
      const speaker = (by: Actor) => (by.delegation ? nameOf(by.delegation) : common.roles[by.role])
      switch (concern.is) {
        case 'consent asked':
        case 'name asked':
        case 'new wording':
          return {
            who: concern.amendment.sponsor,
            words: say[concern.is](spoken(concern.amendment.id), where),
          }
        case 'mention':
        case 'reply': {
          const { by, words } = concern.comment
          const said = words.length > EXCERPT ? `${words.slice(0, EXCERPT)} …` : words
          return { who: by.delegation, words: say[concern.is](speaker(by), where, said) }
        }
        case 'decided': {
          const { id, state } = concern.amendment
          return { who: null, words: say.decided(spoken(id), common.states[state]) }
        }
        case 'silence':
        case 'silence unseen': {
          const { version, deadline: ends } = concern.silence
          const symbol = record.versions[version]?.symbol ?? ''
          return { who: null, words: silence.concern[concern.is](symbol, deadline(ends)) }
        }
        case 'silence broken': {
          const { end } = concern.silence
          if (end?.is !== 'broken') return { who: null, words: '' }
          const words = silence.concern[concern.is](nameOf(end.delegation), end.reason)
          return { who: end.delegation, words }
        }
        case 'overtaken':
          return { who: null, words: say.overtaken(spoken(concern.amendment.id)) }
        case 'amended':
        case 'replaced':
        case 'rival':
          return {
            who: concern.amendment.sponsor,
            words: say[concern.is](spoken(concern.amendment.id), spoken(concern.of.id), where),
          }
      }
    },
    [follow, common, silence, deadline, record, nameOf, nameOfClause],
  )
}
