import type { Note } from '../../../shared/note.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { SaidWords } from './SaidWords.tsx'

/** A note that only one's own delegation reads. */
export function NoteView({ note }: { readonly note: Note }) {
  const { may, performAndTell } = useFloor()
  const { nameOf } = useConference()
  const { comments } = useMessages().room
  const dates = useDates()
  const { id, on, by, at, words, delegation } = note
  return (
    <section className="thread note" aria-label={comments.onlyFor(nameOf(delegation))}>
      <p className="note-head small">
        <Icon name="lock" /> {comments.onlyFor(nameOf(delegation))}
      </p>
      {'clause' in on && on.quote ? <blockquote className="quote">{on.quote}</blockquote> : null}
      <header className="comment-head">
        <strong>{by.name}</strong>
        <time className="muted" dateTime={at} title={dates.exact(at)}>
          {dates.since(at, Date.now())}
        </time>
      </header>
      <SaidWords words={words} />
      {may('note.remove') ? (
        <div>
          <Button
            size="small"
            kind="quiet"
            onPress={() => performAndTell({ do: 'note.remove', note: id }, comments.noteRemoved)}
          >
            {comments.removeNote}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
