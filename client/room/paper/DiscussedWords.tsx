import type { BlockId } from '../../../shared/ids.ts'
import { useFloor } from '../floor.tsx'
import { OpenedWords } from './PaperBlock.tsx'

export interface DiscussedWordsProps {
  readonly clause: BlockId
  readonly kind: 'title' | 'clause'
  /** Words of the text, as they stand. */
  readonly text: string
  /** Where in the clause's text they begin: of the first words of all, the opening is marked. */
  readonly at?: number
}

/** Words of a block, those marked on which a discussion hangs. */
export function DiscussedWords({ clause, kind, text, at = 0 }: DiscussedWordsProps) {
  const { commented, openThread, openedThread } = useFloor()
  const pieces: { readonly words: string; readonly thread: string }[] = []
  let done = at
  const end = at + text.length
  const add = (to: number, thread: string) => {
    pieces.push({ words: text.slice(done - at, to - at), thread })
    done = to
  }
  for (const { from, to, thread } of commented.get(clause) ?? []) {
    // Of discussions that overlap, the words of the later begin where those of the earlier end.
    if (to <= done || from >= end) continue
    if (from > done || pieces.length === 0) add(Math.max(from, done), '')
    add(Math.min(to, end), thread)
  }
  if (done < end || pieces.length === 0) add(end, '')
  return pieces.map(({ words, thread }, index) => {
    // Pieces have no other name, and are drawn anew together.
    const key = index
    if (index === 0 && at === 0) return <OpenedWords key={key} text={words} kind={kind} />
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
