import { Link } from 'react-router'
import type { Record } from '../../shared/record.ts'
import type { SilenceEnd } from '../../shared/silence.ts'
import { useConference } from '../api/conference.tsx'
import { useCapacity } from '../api/session.tsx'
import { useMessages } from '../i18n.tsx'
import { Countdown } from './Countdown.tsx'
import { Deadline } from './Deadline.tsx'
import './silence.css'

/** On every page of the declaration, for everybody: that a text is frozen, until when, and how it ended. */
export function SilenceBanner({ record }: { readonly record: Record }) {
  const { silence: say } = useMessages()
  const { id: capacity } = useCapacity()
  const { silence, versions, stage, declaration } = record
  if (!silence || (silence.end && WHERE_TOLD[silence.end.is] !== stage)) return null
  const symbol = versions[silence.version]?.symbol ?? ''
  return (
    <aside
      className={silence.end ? 'silence-banner is-over' : 'silence-banner'}
      aria-label={say.banner.label}
    >
      {silence.end ? (
        <p>
          <Ended end={silence.end} record={record} />
        </p>
      ) : (
        <p>
          <strong>{say.banner.runs(symbol)}</strong> <Countdown deadline={silence.deadline} />{' '}
          <span className="silence-ends">
            {say.banner.ends} <Deadline at={silence.deadline} />
          </span>
        </p>
      )}
      <Link className="silence-link no-print" to={`/as/${capacity}/d/${declaration.id}/silence`}>
        {silence.end ? say.banner.open : say.banner.read}
      </Link>
    </aside>
  )
}

/** The end of a procedure is told as long as the stage lasts to which it led. */
const WHERE_TOLD = { broken: 'drafting', cancelled: 'consolidation', adopted: 'final' } as const

function Ended({ end, record }: { readonly end: SilenceEnd; readonly record: Record }) {
  const { silence: say } = useMessages()
  const { nameOf } = useConference()
  switch (end.is) {
    case 'broken':
      return say.banner.broken(nameOf(end.delegation))
    case 'cancelled':
      return say.banner.cancelled
    case 'adopted':
      return say.banner.adopted(record.versions[end.version]?.symbol ?? '')
  }
}
