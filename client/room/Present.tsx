import { useConference } from '../api/conference.tsx'
import { Flag } from '../design/parts/Flag.tsx'
import { useMessages } from '../i18n.tsx'
import { useAttendance } from './floor.tsx'

const SHOWN = 3

/** The delegations that have the room open: some flags, and how many more. */
export function Present() {
  const { presence } = useAttendance()
  const { nameOf, flagOf } = useConference()
  const { room } = useMessages()
  const here = [...new Set(presence.flatMap(({ user }) => user.delegation ?? []))].sort()
  const label =
    here.length === 0 ? room.status.alone : `${room.status.here(here.length)}: ${here.map(nameOf).join(', ')}`
  return (
    <span className="present" title={label} role="img" aria-label={label}>
      {here.slice(0, SHOWN).map((code) => (
        <Flag key={code} alpha2={flagOf(code)} size="small" />
      ))}
      {here.length > SHOWN ? <span aria-hidden="true">{room.status.more(here.length - SHOWN)}</span> : null}
    </span>
  )
}
