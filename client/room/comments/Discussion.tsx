import { useState } from 'react'
import type { AmendmentId } from '../../../shared/ids.ts'
import { Button } from '../../design/parts/Button.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { CommentForm } from './CommentForm.tsx'
import { beginningNotes, NoteView } from './NoteView.tsx'
import { ThreadView } from './ThreadView.tsx'

/** What was said about the amendment. */
export function Discussion({ amendment }: { readonly amendment: AmendmentId }) {
  const { record, may, notes, openedThread } = useFloor()
  const { card } = useMessages().room
  const [writing, write] = useState(false)
  const threads = Object.values(record.threads).filter(
    ({ on }) => 'amendment' in on && on.amendment === amendment,
  )
  const comments = threads.reduce((sum, thread) => sum + thread.comments.length, 0)
  const own = beginningNotes(notes).filter(({ on }) => 'amendment' in on && on.amendment === amendment)
  const isOpened = threads.some(({ id }) => id === openedThread)
  return (
    <div className="stack-tight">
      {own.map((note) => (
        <NoteView key={note.id} note={note} />
      ))}
      {comments > 0 ? (
        <details key={isOpened ? openedThread : ''} className="discussion" open={isOpened}>
          <summary>{card.discussion(comments)}</summary>
          <div className="stack-tight">
            {threads.map((thread) => (
              <ThreadView key={thread.id} thread={thread} />
            ))}
          </div>
        </details>
      ) : null}
      {may('comment.make') && !writing ? (
        <div>
          <Button size="small" kind="quiet" onPress={() => write(true)}>
            {card.discuss}
          </Button>
        </div>
      ) : null}
      {writing ? <CommentForm on={{ amendment }} onDone={() => write(false)} autoFocus /> : null}
    </div>
  )
}
