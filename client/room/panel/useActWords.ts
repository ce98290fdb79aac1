import { useCallback } from 'react'
import type { Act } from '../../../shared/act.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { spoken } from '../proposals.ts'

/** An act as the end of a sentence that begins with who did it. Empty for acts that touch no clause. */
export function useActWords(): (act: Act) => string {
  const { room, common, acts, amending, silence } = useMessages()
  const { moment } = useDates()
  const { nameOf } = useConference()
  const { record } = useFloor()
  return useCallback(
    (act) => {
      const { history } = room
      switch (act.kind) {
        case 'co-sponsors invited':
          return amending.history.invited(spoken(act.amendment), act.delegations.map(nameOf).join(', '))
        case 'amendment tabled':
          if (act.takenUp) return amending.history.takenUp(spoken(act.amendment), spoken(act.takenUp))
          if (act.of && act.revision === 1)
            return acts['compromise put'](spoken(act.amendment), act.of.map(spoken).join(', '))
          return history['amendment tabled'](spoken(act.amendment), act.revision)
        case 'amendment restated':
          return amending.history.restated(spoken(act.amendment), spoken(act.amends.amendment))
        case 'amendment accepted': {
          const { parent, by } = act
          if (!parent) return history[act.kind](spoken(act.amendment))
          const into = by.delegation === null ? amending.history.accepted : amending.history.takenIn
          return into(spoken(act.amendment), spoken(parent.amendment))
        }
        case 'amendment withdrawn':
        case 'amendment rejected':
        case 'consolidation adopted':
          return history[act.kind](spoken(act.amendment))
        case 'text restored':
          return acts[act.kind](record.versions[act.version]?.symbol ?? '', spoken(act.amendment))
        case 'amendment co-sponsored':
          return history[act.wording ? 'amendment co-sponsored' : 'name taken off'](spoken(act.amendment))
        case 'position taken':
          return history['position taken'][act.stand](spoken(act.amendment))
        case 'compromise answered':
          return acts[act.kind](spoken(act.amendment), act.accepts)
        case 'opted out':
          return acts[act.kind](act.group, spoken(act.amendment), act.out)
        case 'order changed':
          return acts[act.kind](act.order.map(spoken).join(', '))
        case 'amendment tied':
          return acts[act.kind](spoken(act.amendment), act.fallsIf.map(spoken).join(', '))
        case 'clause confirmed':
          return acts[act.kind](record.clauses[act.clause]?.label ?? '')
        case 'clause marked':
          return history['clause marked'](common.ladder[act.ladder])
        case 'thread resolved':
          return history[act.resolved ? 'thread resolved' : 'thread reopened']
        case 'comment made':
        case 'comment replied to':
          return history[act.kind]
        case 'silence opened':
          return silence.acts[act.kind](record.versions[act.frozen]?.symbol ?? '', moment(act.deadline))
        case 'silence extended':
          return silence.acts[act.kind](moment(act.deadline))
        case 'silence seen':
        case 'silence broken':
        case 'silence cancelled':
          return silence.acts[act.kind]
        case 'text adopted':
          return silence.acts[act.kind](act.version.symbol)
        default:
          return ''
      }
    },
    [room, common, acts, amending, silence, moment, nameOf, record],
  )
}
