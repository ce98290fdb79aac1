import { useState } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { Button } from '../../design/parts/Button.tsx'
import { EmptyState } from '../../design/parts/EmptyState.tsx'
import { useMessages } from '../../i18n.tsx'
import { type Quoted, useFloor } from '../floor.tsx'
import { CommentForm } from './CommentForm.tsx'
import { beginningNotes, NoteView } from './NoteView.tsx'
import { ThreadView } from './ThreadView.tsx'

/** Comments on the clause or on words of it; they keep the words that they were about. */
export function CommentsTab({ clause }: { readonly clause: BlockId }) {
  const { record, may, notes } = useFloor()
  const { comments, panel } = useMessages().room
  const threads = Object.values(record.threads).filter(({ on }) => 'clause' in on && on.clause === clause)
  const open = threads.filter(({ resolved }) => !resolved)
  const resolved = threads.filter((thread) => thread.resolved)
  const own = beginningNotes(notes).filter(({ on }) => 'clause' in on && on.clause === clause)
  return (
    <div className="stack">
      {open.length + own.length === 0 ? (
        <EmptyState title={panel.noComments}>{may('comment.make') ? panel.noCommentsHint : null}</EmptyState>
      ) : null}
      {open.map((thread) => (
        <ThreadView key={thread.id} thread={thread} />
      ))}
      {own.map((note) => (
        <NoteView key={note.id} note={note} />
      ))}
      {may('comment.make') ? <NewComment clause={clause} /> : null}
      {resolved.length > 0 ? (
        <details>
          <summary>{comments.showResolved(resolved.length)}</summary>
          <div className="stack-tight">
            {resolved.map((thread) => (
              <ThreadView key={thread.id} thread={thread} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}

function NewComment({ clause }: { readonly clause: BlockId }) {
  const { quote } = useFloor()
  const { comments } = useMessages().room
  // Words that are selected when one comes here are what one means to comment on.
  const [quoted, setQuoted] = useState(() => selectedIn(clause, quote()))
  const take = () => setQuoted(selectedIn(clause, quote()))
  return (
    <div className="stack-tight">
      {quoted === null ? (
        // The press must not take the selection away before it is read.
        <div onPointerDownCapture={take}>
          <Button size="small" kind="quiet" onPress={take}>
            {comments.quoteSelected}
          </Button>
        </div>
      ) : (
        <div className="stack-tight">
          <p className="small">{comments.quoting}</p>
          <blockquote className="quote">{quoted.words}</blockquote>
          <div>
            <Button size="small" kind="quiet" onPress={() => setQuoted(null)}>
              {comments.dropQuote}
            </Button>
          </div>
        </div>
      )}
      <CommentForm
        on={{ clause, quote: quoted?.words ?? null, at: quoted?.at ?? null }}
        onDone={() => setQuoted(null)}
      />
    </div>
  )
}

const selectedIn = (clause: BlockId, selected: Quoted | null) =>
  selected?.clause === clause ? { words: selected.words.slice(0, 1_000), at: selected.at } : null
