import type { FoundComment } from '../../../shared/found.ts'
import type { BlockId } from '../../../shared/ids.ts'
import { Checkbox } from '../../design/parts/Checkbox.tsx'
import { useFileWords } from './useFileWords.ts'

export interface FoundCommentsProps {
  readonly comments: readonly FoundComment[]
  readonly ticked: ReadonlySet<FoundComment>
  readonly onTick: (comment: FoundComment) => void
  readonly language: string
  readonly nameOf: (clause: BlockId) => string
}

/** What was noted in the margin: said in the room only where somebody confirms it. */
export function FoundComments({ comments, ticked, onTick, language, nameOf }: FoundCommentsProps) {
  const file = useFileWords()
  if (comments.length === 0) return null
  return (
    <section className="file-part" aria-label={file.comments}>
      <h2>{file.comments}</h2>
      <p className="muted small">{file.commentsHelp}</p>
      <ul className="file-list">
        {comments.map((comment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: comments of a file have no other name, and stay as they are
          <li key={index} className="file-comment">
            <Checkbox isSelected={ticked.has(comment)} onChange={() => onTick(comment)}>
              <strong>{nameOf(comment.clause)}</strong>
            </Checkbox>
            {comment.quote ? (
              <blockquote className="file-quote" lang={language} dir="auto">
                {comment.quote}
              </blockquote>
            ) : null}
            <p dir="auto">{comment.words}</p>
            <p className="small muted">
              {[
                ...(comment.author ? [file.by(comment.author)] : []),
                ...(comment.answers ? [file.answersThread] : []),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
