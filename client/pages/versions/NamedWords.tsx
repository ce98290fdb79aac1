import type { KeyboardEvent, ReactNode } from 'react'
import { Focusable } from 'react-aria-components'
import type { Act } from '../../../shared/act.ts'
import type { ComparedSpan } from '../../../shared/comparison.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { Tooltip } from '../../design/parts/Tooltip.tsx'
import { useOriginWords } from './useOriginWords.ts'

export interface NamedWordsProps {
  readonly piece: ComparedSpan
  readonly view: RoomView
  readonly acts: readonly Act[]
  /** Everything about these words is wanted. */
  readonly onPoint: (piece: ComparedSpan, words: HTMLElement) => void
  readonly children: ReactNode
}

/** Words that tell, when pointed at, who brought them or took them out; pressed, everything about them. */
export function NamedWords({ piece, view, acts, onPoint, children }: NamedWordsProps) {
  const say = useOriginWords(view, acts)
  const byKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPoint(piece, event.currentTarget)
  }
  return (
    <Tooltip text={say(piece.origin)}>
      <Focusable>
        {/* biome-ignore lint/a11y/useSemanticElements: a button element can't break over lines as words do */}
        <span
          role="button"
          tabIndex={0}
          aria-haspopup="dialog"
          className={`named-words named-${piece.op}`}
          onClick={(event) => onPoint(piece, event.currentTarget)}
          onKeyDown={byKey}
        >
          {children}
        </span>
      </Focusable>
    </Tooltip>
  )
}
