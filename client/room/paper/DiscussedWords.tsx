import type { Line } from '../../../shared/projection.ts'
import { useFloor } from '../floor.tsx'
import { OpenedWords } from './PaperBlock.tsx'

/** The words of a block, those marked on which a discussion hangs. */
export function DiscussedWords({
  line: { id, kind, text },
}: {
  readonly line: Pick<Line, 'id' | 'kind' | 'text'>
}) {
  const { commented, openThread, openedThread } = useFloor()
  const pieces = [{ text: text.slice(0, commented.get(id)?.[0]?.from), thread: '' }]
  let at = pieces[0]?.text.length ?? 0
  for (const { from, to, thread } of commented.get(id) ?? []) {
    // Of discussions that overlap, the words of the later begin where those of the earlier end.
    if (to <= at) continue
    if (from > at) pieces.push({ text: text.slice(at, from), thread: '' })
    pieces.push({ text: text.slice(Math.max(at, from), to), thread })
    at = to
  }
  pieces.push({ text: text.slice(at), thread: '' })
  return pieces.map(({ text: words, thread }, index) => {
    // Pieces have no other name, and are drawn anew together.
    const key = index
    if (index === 0) return <OpenedWords key={key} text={words} kind={kind} />
    if (!thread) return <span key={key}>{words}</span>
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the discussion is reached by keys in the panel
      // biome-ignore lint/a11y/useKeyWithClickEvents: the same
      <span
        key={key}
        className={thread === openedThread ? 'commented is-open' : 'commented'}
        onClick={(event) => {
          event.stopPropagation()
          openThread(thread)
        }}
      >
        {words}
      </span>
    )
  })
}
