import { useConference } from '../api/conference.tsx'
import { Flag } from '../design/parts/Flag.tsx'
import { useMessages } from '../i18n.tsx'
import { useAttendance } from './floor.tsx'

const SHOWN = 3

/** Who has the room open: some flags, how many more delegations, and how many observers. */
export function Present() {
  const { presence } = useAttendance()
  const { nameOf, flagOf } = useConference()
  const { room } = useMessages()
  const here = [...new Set(presence.flatMap(({ user }) => user.delegation ?? []))].sort()
  const observers = presence.filter(({ user }) => user.role === 'observer')
  const named = observers.flatMap(({ user }) => user.name || [])
  const delegations =
    here.length > 0 ? room.status.named(room.status.here(here.length), here.map(nameOf)) : ''
  const count = room.status.observers(observers.length)
  const others = observers.length > 0 ? room.status.named(count, named) : ''
  const label = [delegations, others].filter(Boolean).join('. ') || room.status.alone
  return (
    <span className="present" title={label} role="img" aria-label={label}>
      {here.slice(0, SHOWN).map((code) => (
        <Flag key={code} alpha2={flagOf(code)} size="small" />
      ))}
      {here.length > SHOWN ? <span aria-hidden="true">{room.status.more(here.length - SHOWN)}</span> : null}
      {observers.length > 0 ? (
        <span aria-hidden="true" className="present-observers">
          {room.status.observers(observers.length)}
        </span>
      ) : null}
    </span>
  )
}
