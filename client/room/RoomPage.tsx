import { useParams } from 'react-router'
import { useCapacity } from '../api/session.tsx'
import { Page } from '../design/parts/Page.tsx'
import { Problem } from '../design/parts/Problem.tsx'
import { Spinner } from '../design/parts/Spinner.tsx'
import { useMessages } from '../i18n.tsx'
import { useRoom } from '../sync/useRoom.ts'
import { Room } from './Room.tsx'

/** Where delegates live: the text, everybody's proposals, and one's own draft. */
export function RoomPage() {
  const { declaration = '' } = useParams()
  const capacity = useCapacity()
  const room = useRoom(declaration, capacity.id)
  const { common, room: words } = useMessages()
  if (room.view) {
    return (
      <Room key={declaration} declaration={declaration} capacity={capacity} room={room} view={room.view} />
    )
  }
  return (
    <Page title={common.nav.room} layout="measure">
      {room.refusal ? (
        <div className="stack">
          <h1>{words.refusedTitle}</h1>
          <Problem failure={{ ...room.refusal, detail: '' }} />
        </div>
      ) : (
        <Spinner label={common.connecting} />
      )}
    </Page>
  )
}
