import type { Instant } from '../../shared/ids.ts'
import { useDates } from '../dates.ts'
import './silence.css'

/** In the reader's own time zone, which is named; and beside it in UTC, by which delegations agree. */
export function Deadline({ at }: { readonly at: Instant }) {
  const { deadline, utc } = useDates()
  const everywhere = utc(at)
  return (
    <time dateTime={at} className="deadline">
      <span className="deadline-here">{deadline(at)}</span>
      {everywhere ? <span className="muted"> ({everywhere})</span> : null}
    </time>
  )
}
