import { useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Act } from '../../../shared/act.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import type { Past } from '../../../shared/moment.ts'
import { useCapacity } from '../../api/session.tsx'
import { DeclarationPage } from '../../design/parts/DeclarationPage.tsx'
import { Problem } from '../../design/parts/Problem.tsx'
import { Spinner } from '../../design/parts/Spinner.tsx'
import { useMessages } from '../../i18n.tsx'
import { type RoomState, useRoom } from '../../sync/useRoom.ts'
import { usePast } from '../versions/usePast.ts'
import { ActsBeside } from './ActsBeside.tsx'
import { Controls } from './Controls.tsx'
import { FilmText } from './FilmText.tsx'
import { Film } from './film.ts'
import './Replay.css'
import { usePlayer } from './usePlayer.ts'

export function ReplayPage() {
  const { declaration = '' } = useParams()
  const { id: capacity } = useCapacity()
  const room = useRoom(declaration, capacity)
  const { replay } = useMessages()
  return (
    <DeclarationPage title={replay.title} room={room}>
      {(view) => <Loaded room={room} view={view} />}
    </DeclarationPage>
  )
}

/** The public acts are asked for; drafts and notes are in none of them. */
function Loaded({ room, view }: { readonly room: RoomState; readonly view: RoomView }) {
  const { replay } = useMessages()
  const { acts, past, failure, reload } = usePast(room, view)
  return (
    <div className="replay">
      <header className="stack-tight">
        <h1>{replay.title}</h1>
        <p className="muted">
          {replay.lead}{' '}
          <Link className="no-print" to="../versions" relative="path">
            {replay.toVersions}
          </Link>
        </p>
      </header>
      {failure ? <Problem failure={failure} onRetry={reload} /> : null}
      {past ? <Replay view={view} acts={acts} past={past} /> : failure ? null : <Spinner />}
    </div>
  )
}

interface ReplayProps {
  readonly view: RoomView
  readonly acts: readonly Act[]
  readonly past: Past
}

function Replay({ view, acts, past }: ReplayProps) {
  const film = useMemo(() => new Film(acts, past), [acts, past])
  const [search] = useSearchParams()
  const wanted = Number(search.get('act') ?? Number.NaN)
  const player = usePlayer(
    film.length,
    Math.max(
      0,
      acts.findLastIndex(({ act }) => act <= wanted),
    ),
  )
  const picture = film.at(player.place)
  const { language } = view.record.declaration
  return (
    <>
      <Controls film={film} player={player} view={view} />
      <FilmText picture={picture} language={language} />
      <ActsBeside acts={acts} place={player.place} goTo={player.goTo} view={view} />
    </>
  )
}
