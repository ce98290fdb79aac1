import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { useMessages } from '../../i18n.tsx'
import './Enter.css'

/** The meeting's name, place and date, as on the cover of a document. */
export function MeetingHead() {
  const { conference, meeting } = useConference()
  const { enter } = useMessages()
  const { day } = useDates()
  return (
    <header className="meeting-head">
      <h1>{meeting}</h1>
      {conference ? <p>{enter.placeAndDate(conference.place, day(conference.date))}</p> : null}
    </header>
  )
}
