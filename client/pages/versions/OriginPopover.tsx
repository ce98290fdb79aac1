import type { RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import type { Act } from '../../../shared/act.ts'
import type { ComparedSpan } from '../../../shared/comparison.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { useMessages } from '../../i18n.tsx'
import { OriginCard } from './OriginCard.tsx'
import type { Compared } from './useComparison.ts'

export interface OriginPopoverProps {
  /** The words that are asked about; null while none are. */
  readonly span: ComparedSpan | null
  /** Where they stand on the page. */
  readonly words: RefObject<HTMLElement | null>
  readonly view: RoomView
  readonly acts: readonly Act[]
  readonly comparison: Compared
  readonly onClose: () => void
}

/** All that the record knows about some words, beside them. The focus goes back to them when it closes. */
export function OriginPopover({ span, words, view, acts, comparison, onClose }: OriginPopoverProps) {
  const { provenance } = useMessages()
  return (
    <Popover
      className="popover origin-popover"
      triggerRef={words}
      isOpen={span !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      placement="bottom start"
    >
      <Dialog aria-label={provenance.title} className="origin">
        {span ? (
          <>
            <blockquote lang={view.record.declaration.language} dir="auto">
              {excerpt(span.text)}
            </blockquote>
            <OriginCard origin={span.origin} {...{ view, acts, comparison, onClose }} />
          </>
        ) : null}
      </Dialog>
    </Popover>
  )
}

const LONG = 120

const excerpt = (words: string): string => {
  const plain = words.trim()
  return plain.length > LONG ? `${plain.slice(0, LONG)} …` : plain
}
