import { useEffect, useRef, useState } from 'react'
import type { Comment, Thread } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { Button } from '../../design/parts/Button.tsx'
import { Flag } from '../../design/parts/Flag.tsx'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { ReplyForm } from './ReplyForm.tsx'
import { SaidWords } from './SaidWords.tsx'

/** A comment and its replies. */
export function ThreadView({ thread }: { readonly thread: Thread }) {
  const { may, performAndTell, openedThread } = useFloor()
  const { comments } = useMessages().room
  const [replying, reply] = useState(false)
  const { resolved } = thread
  const here = useRef<HTMLElement>(null)
  const isOpen = openedThread === thread.id
  useEffect(() => {
    if (isOpen) here.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const answer = async (words: string) =>
    (await performAndTell({ do: 'comment.reply', thread: thread.id, words }, '')) !== null
  const resolve = (next: boolean) =>
    performAndTell({ do: 'thread.resolve', thread: thread.id, resolved: next }, '')
  return (
    <section
      ref={here}
      className={isOpen ? 'thread is-open' : 'thread'}
      aria-label={comments.threadOf(thread.comments[0].by.name)}
    >
      <Quote thread={thread} />
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
      {replying ? <ReplyForm onSend={answer} onDone={() => reply(false)} /> : null}
    </section>
  )
}

/** The words that it was about, as they were then; a way to where they stand now. */
function Quote({ thread: { id, on, resolved } }: { readonly thread: Thread }) {
  const { commented, goTo, openThread } = useFloor()
  const { comments } = useMessages().room
  if (!('clause' in on) || !on.quote) return null
  const stands = commented.get(on.clause)?.some(({ thread }) => thread === id) ?? false
  const { clause, quote } = on
  return (
    <blockquote className="quote">
      {stands ? (
        <button
          type="button"
          className="quote-place"
          title={comments.showPlace}
          onClick={() => {
            openThread(id)
            goTo(clause)
          }}
        >
          {quote}
        </button>
      ) : (
        quote
      )}
      {!stands && !resolved && on.anchor ? <p className="small">{comments.wordsGone}</p> : null}
    </blockquote>
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
      <SaidWords words={words} />
    </article>
  )
}
