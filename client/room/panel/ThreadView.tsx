import { type FormEvent, useState } from 'react'
import type { Comment, Thread } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { TextArea } from '../../design/parts/TextArea.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** A comment and its replies. */
export function ThreadView({ thread }: { readonly thread: Thread }) {
  const { may, performAndTell } = useFloor()
  const { comments } = useMessages().room
  const [replying, reply] = useState(false)
  const { on, resolved } = thread
  const resolve = (next: boolean) =>
    performAndTell({ do: 'thread.resolve', thread: thread.id, resolved: next }, '')
  return (
    <section className="thread">
      {'clause' in on && on.quote ? <blockquote className="quote">{on.quote}</blockquote> : null}
      {thread.comments.map((comment) => (
        <CommentView key={`${comment.at} ${comment.by.capacity}`} comment={comment} />
      ))}
      {resolved ? <p className="muted small">{comments.resolved(resolved.by.name)}</p> : null}
      <div className="row">
        {may('comment.reply') && !resolved && !replying ? (
          <Button size="small" kind="quiet" onPress={() => reply(true)}>
            {comments.reply}
          </Button>
        ) : null}
        {may('thread.resolve') ? (
          <Button size="small" kind="quiet" onPress={() => resolve(!resolved)}>
            {resolved ? comments.reopen : comments.resolve}
          </Button>
        ) : null}
      </div>
      {replying ? <ReplyForm thread={thread} onDone={() => reply(false)} /> : null}
    </section>
  )
}

function CommentView({ comment: { by, at, words } }: { readonly comment: Comment }) {
  const { nameOf, flagOf } = useConference()
  const { common } = useMessages()
  const dates = useDates()
  const who = by.delegation ? nameOf(by.delegation) : common.roles[by.role]
  return (
    <article className="comment">
      <header className="comment-head">
        {by.delegation ? <Flag alpha2={flagOf(by.delegation)} size="small" /> : null}
        <strong>{who}</strong>
        <span className="muted">{by.name}</span>
        <time className="muted" dateTime={at} title={dates.exact(at)}>
          {dates.since(at, Date.now())}
        </time>
      </header>
      <p className="comment-words">{words}</p>
    </article>
  )
}

function ReplyForm({ thread, onDone }: { readonly thread: Thread; readonly onDone: () => void }) {
  const { performAndTell } = useFloor()
  const { room, common } = useMessages()
  const [words, setWords] = useState('')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '') return
    if (await performAndTell({ do: 'comment.reply', thread: thread.id, words }, '')) onDone()
  }
  return (
    <form className="stack-tight" onSubmit={send}>
      <TextArea label={room.comments.reply} value={words} onChange={setWords} rows={2} autoFocus />
      <div className="row">
        <Button type="submit" size="small" isDisabled={words.trim() === ''}>
          {room.comments.reply}
        </Button>
        <Button size="small" kind="quiet" onPress={onDone}>
          {common.cancel}
        </Button>
      </div>
    </form>
  )
}
