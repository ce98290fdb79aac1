import { useParams } from 'react-router'
import { useCapacity } from '../api/session.tsx'
import { NoEntry } from '../design/parts/NoEntry.tsx'
import { Page } from '../design/parts/Page.tsx'
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
        <NoEntry title={words.refusedTitle} failure={{ ...room.refusal, detail: '' }} />
      ) : (
        <Spinner label={common.connecting} />
      )}
    </Page>
  )
}
