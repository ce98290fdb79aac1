import { useState } from 'react'
import type { Note } from '../../../shared/note.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Icon } from '../../design/parts/Icon.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { SaidWords } from './SaidWords.tsx'

/** Notes that begin, on one subject; what was replied to each stands under it. */
export const beginningNotes = (notes: readonly Note[]): readonly Note[] =>
  notes.filter(({ to }) => to === undefined)

/** A note that only one's own delegation reads, and what its colleagues replied. */
export function NoteView({ note }: { readonly note: Note }) {
  const { may, notes, performAndTell } = useFloor()
  const { nameOf } = useConference()
  const { comments } = useMessages().room
  const [replying, reply] = useState(false)
  const { id, on, delegation } = note
  const replies = notes.filter(({ to }) => to === id)
  const answer = async (words: string) =>
    (await performAndTell({ do: 'note.reply', note: id, words }, '')) !== null
  return (
    <section className="thread note" aria-label={comments.onlyFor(nameOf(delegation))}>
      <p className="note-head small">
        <Icon name="lock" /> {comments.onlyFor(nameOf(delegation))}
      </p>
      {'clause' in on && on.quote ? <blockquote className="quote">{on.quote}</blockquote> : null}
      {[note, ...replies].map((it) => (
        <NoteWords key={it.id} note={it} />
      ))}
      <div className="row">
        {may('note.reply') && !replying ? (
          <Button size="small" kind="quiet" onPress={() => reply(true)}>
            {comments.reply}
          </Button>
        ) : null}
        {may('note.remove') ? (
          <Button
            size="small"
            kind="quiet"
            onPress={() => performAndTell({ do: 'note.remove', note: id }, comments.noteRemoved)}
          >
            {comments.removeNote}
          </Button>
        ) : null}
      </div>
      {replying ? <ReplyForm onSend={answer} onDone={() => reply(false)} /> : null}
    </section>
  )
}

function NoteWords({ note: { by, at, words } }: { readonly note: Note }) {
  const dates = useDates()
  return (
    <article className="comment">
      <header className="comment-head">
        <strong>{by.name}</strong>
        <time className="muted" dateTime={at} title={dates.exact(at)}>
          {dates.since(at, Date.now())}
        </time>
      </header>
      <SaidWords words={words} />
    </article>
  )
}
