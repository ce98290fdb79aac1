import type { Silence } from '../../../shared/silence.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { useMessages } from '../../i18n.tsx'
import { Countdown } from '../../silence/Countdown.tsx'
import { Deadline } from '../../silence/Deadline.tsx'

/** How the procedure stands: until when it runs, or how it ended; and what the secretariat said. */
export function Standing({ silence }: { readonly silence: Silence }) {
  const { silence: say } = useMessages()
  const { deadline: written } = useDates()
  return (
    <section className="silence-standing" aria-live="polite">
      {silence.end ? (
        <End silence={silence} />
      ) : (
        <>
          <p className="silence-left">
            <Countdown deadline={silence.deadline} />
          </p>
          <p>
            <Deadline at={silence.deadline} />
          </p>
          <p>{say.page.lead}</p>
        </>
      )}
      {silence.note ? (
        <p className="small">
          {say.page.note} <q>{silence.note}</q>
        </p>
      ) : null}
      {silence.extensions.map(({ deadline, reason }) => (
        <p key={deadline} className="small">
          {say.page.extended(written(deadline))} <q>{reason}</q>
        </p>
      ))}
    </section>
  )
}

function End({ silence: { end } }: { readonly silence: Silence }) {
  const { silence: say } = useMessages()
  const { nameOf } = useConference()
  const { deadline: written } = useDates()
  if (!end) return null
  const { page } = say
  if (end.is === 'adopted') {
    return (
      <>
        <p className="silence-left">{page.adoptedAt(written(end.at))}</p>
        {isLate(end) ? <p className="muted">{page.recorded(written(end.recorded))}</p> : null}
      </>
    )
  }
  return (
    <>
      <p className="silence-left">
        {end.is === 'broken'
          ? page.brokenAt(nameOf(end.delegation), written(end.at))
          : page.cancelledAt(written(end.at))}
      </p>
      <blockquote className="silence-reason">{end.reason}</blockquote>
    </>
  )
}

/** A minute is what a server takes that is at work; more means that it was away. */
const isLate = ({ at, recorded }: { readonly at: string; readonly recorded: string }): boolean =>
  Date.parse(recorded) - Date.parse(at) > 60_000
