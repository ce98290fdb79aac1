import type { Act } from '../../../shared/act.ts'
import { voiceOf } from '../../../shared/delegation.ts'
import type { Instant } from '../../../shared/ids.ts'
import type { Messages } from '../../../shared/messages/en.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Flag } from '../../design/parts/Flag.tsx'
import { useMessages } from '../../i18n.tsx'
import { useLanguageName } from '../../useLanguageName.ts'
import './ActLine.css'

export interface ActLineProps {
  readonly act: Act
  readonly view: RoomView
}

/** One act in a line: who, what, when. */
export function ActLine({ act, view }: ActLineProps) {
  const messages = useMessages()
  const { time, moment } = useDates()
  const { nameOf, flagOf } = useConference()
  const languageName = useLanguageName()
  const voice = voiceOf(act.by)
  return (
    <p className="act-line">
      <time className="muted numeric" dateTime={act.at}>
        {time(act.at)}
      </time>
      <span>
        {voice && flagOf(voice) && act.kind !== 'text adopted' ? <Flag alpha2={flagOf(voice)} /> : null}{' '}
        {/* At the deadline nobody acts. */}
        {act.kind === 'text adopted' ? null : (
          <strong title={act.by.name}>{voice ? nameOf(voice) : act.by.name}</strong>
        )}{' '}
        {told(act, view, messages, moment, languageName)}
        {said(act) ? <span className="act-note">{said(act)}</span> : null}
      </span>
    </p>
  )
}

/** The words with which somebody did it. */
function said(act: Act): string {
  if ('note' in act && typeof act.note === 'string') return act.note
  return 'reason' in act && act.kind.startsWith('silence') ? act.reason : ''
}

/** What was done, as the words after a name. */
function told(
  act: Act,
  { record }: RoomView,
  { acts, amending, common, silence }: Messages,
  moment: (at: Instant) => string,
  languageName: (language: string) => string,
): string {
  switch (act.kind) {
    case 'co-sponsors invited':
      return amending.history.invited(act.amendment, act.delegations.join(', '))
    case 'amendment tabled':
      if (act.takenUp) return amending.history.takenUp(act.amendment, act.takenUp)
      if (act.of && act.revision === 1) return acts['compromise put'](act.amendment, act.of.join(', '))
      return acts[act.kind](act.amendment, act.revision)
    case 'amendment co-sponsored':
      return acts[act.kind](act.amendment, act.wording !== null)
    case 'position taken':
      return acts[act.kind][act.stand](act.amendment)
    case 'amendment restated':
      return amending.history.restated(act.amendment, act.amends.amendment)
    case 'amendment accepted': {
      const { parent, by } = act
      if (!parent) return acts[act.kind](act.amendment)
      const into = by.delegation === null ? amending.history.accepted : amending.history.takenIn
      return into(act.amendment, parent.amendment)
    }
    case 'amendment withdrawn':
    case 'amendment rejected':
    case 'consolidation adopted':
      return acts[act.kind](act.amendment)
    case 'compromise answered':
      return acts[act.kind](act.amendment, act.accepts)
    case 'opted out':
      return acts[act.kind](act.group, act.amendment, act.out)
    case 'group dissolved':
      return acts[act.kind](act.group)
    case 'order changed':
      return acts[act.kind](act.order.join(', '))
    case 'amendment tied':
      return acts[act.kind](act.amendment, act.fallsIf.join(', '))
    case 'clause confirmed':
      return acts[act.kind](record.clauses[act.clause]?.label ?? '')
    case 'clause marked':
      return acts[act.kind](record.clauses[act.clause]?.label ?? '', common.ladder[act.ladder])
    case 'thread resolved':
      return acts[act.kind](act.resolved)
    case 'text restored':
      return acts[act.kind](record.versions[act.version]?.symbol ?? '', act.amendment)
    case 'version issued':
      return acts[act.version.automatic ? 'version frozen' : act.kind](act.version.symbol)
    case 'stage moved':
      return acts[act.kind](common.stages[act.to])
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
    case 'language version laid':
      return acts[act.kind](languageName(act.language))
    case 'roll published':
      return acts[act.kind](act.published)
    case 'text endorsed':
    case 'endorsement withdrawn':
    case 'signatories listed':
    case 'endorsement opened':
    case 'addendum closed':
    case 'paper recorded':
    case 'paper rejected':
      return toldOfEndorsement(act, record, acts)
    case 'declaration laid':
    case 'comment made':
    case 'comment replied to':
      return acts[act.kind]()
    // Acts about drafts are their members' own and don't reach this page.
    default:
      return ''
  }
}

type EndorsementAct = Extract<
  Act,
  {
    kind:
      | 'text endorsed'
      | 'endorsement withdrawn'
      | 'signatories listed'
      | 'endorsement opened'
      | 'addendum closed'
      | 'paper recorded'
      | 'paper rejected'
  }
>

function toldOfEndorsement(
  act: EndorsementAct,
  { versions }: RoomView['record'],
  acts: Messages['acts'],
): string {
  const symbol = versions.find((version) => version.final)?.symbol ?? ''
  switch (act.kind) {
    case 'text endorsed':
      if (act.paper) return acts['endorsed on paper'](act.state, act.addendum ?? symbol)
      return act.addendum ? acts['endorsed late'](act.addendum) : acts[act.kind](symbol)
    case 'endorsement withdrawn':
      return act.paper ? acts['withdrawn on paper'](act.state) : acts[act.kind](symbol)
    case 'signatories listed':
      return acts[act.kind](act.signatories.length)
    case 'endorsement opened':
      return act.addendum ? acts['addendum opened'](act.addendum) : acts[act.kind](symbol)
    case 'addendum closed':
      return acts[act.kind](act.addendum)
    case 'paper recorded':
      return acts[act.kind](act.state)
    case 'paper rejected':
      return acts[act.kind]()
  }
}
