import type { Instant } from '../../shared/ids.ts'
import { useMessages } from '../i18n.tsx'
import { remaining } from './remaining.ts'
import { useTimeLeft } from './useTimeLeft.ts'
import './silence.css'

/** How long is left. It moves once a minute, and is read out only when one comes to it. */
export function Countdown({ deadline }: { readonly deadline: Instant }) {
  const { silence } = useMessages()
  const ms = useTimeLeft(deadline)
  if (ms === 0) return <span className="countdown">{silence.banner.over}</span>
  const [first = '', second] = remaining(ms).map(([amount, unit]) => silence.left[unit](amount))
  return (
    <span className="countdown numeric" role="timer">
      {silence.left.of(second ? silence.and(first, second) : first)}
    </span>
  )
}
