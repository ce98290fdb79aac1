import { useRef, useState } from 'react'
import type { Act } from '../../../shared/act.ts'
import type { ComparedBlock, ComparedSpan } from '../../../shared/comparison.ts'
import type { BlockId } from '../../../shared/ids.ts'
import type { RoomView } from '../../../shared/mirror.ts'
import { clean, labelsOf } from '../../../shared/projection.ts'
import type { Punctuation } from '../../../shared/record.ts'
import { Document, DocumentBlock } from '../../design/parts/Document.tsx'
import { Redline } from '../../design/parts/Redline.tsx'
import { useMessages } from '../../i18n.tsx'
import { ClauseMarks } from './ClauseMarks.tsx'
import { NamedWords } from './NamedWords.tsx'
import { OriginPopover } from './OriginPopover.tsx'
import type { Compared } from './useComparison.ts'

export interface NamedTextProps {
  readonly view: RoomView
  readonly acts: readonly Act[]
  readonly blocks: readonly ComparedBlock[]
  readonly comparison: Compared
}

/** A text in which every word can be asked where it comes from: by pointing, by touch, and with the keyboard. */
export function NamedText({ view, acts, blocks, comparison }: NamedTextProps) {
  const { common } = useMessages()
  const { declaration } = view.record
  const asked = useRef<HTMLElement | null>(null)
  const [span, ask] = useState<ComparedSpan | null>(null)
  const labels = labelsOf(view.record)
  const nameOfClause = (id: BlockId) => (labels[id] ? common.clause(labels[id]) : common.title)
  const ends = endsAfter(blocks, declaration.punctuation)
  const point = (piece: ComparedSpan, words: HTMLElement) => {
    asked.current = words
    ask(piece)
  }
  return (
    <>
      <Document language={declaration.language}>
        {blocks.filter(isSeen).map(({ id, kind, op, spans, moved }) => (
          <DocumentBlock key={id} kind={kind} label={labels[id] ?? ''} end={ends.get(id) ?? ''}>
            <ClauseMarks op={op} moved={moved} nameOf={nameOfClause} />
            <Redline
              pieces={spans.map((it) => ({ ...it, amendment: it.origin.amendment }))}
              {...(kind === 'clause' ? { opening: declaration.language } : {})}
              named={(piece, words) => (
                <NamedWords piece={piece} view={view} acts={acts} onPoint={point}>
                  {words}
                </NamedWords>
              )}
            />
          </DocumentBlock>
        ))}
      </Document>
      <OriginPopover {...{ span, view, acts, comparison }} words={asked} onClose={() => ask(null)} />
    </>
  )
}

/** A clause that was struck before both has no words, and its number alone says nothing. */
const isSeen = ({ spans }: ComparedBlock): boolean => spans.length > 0

/** What stands after each clause in the later of the two states. */
function endsAfter(blocks: readonly ComparedBlock[], punctuation: Punctuation): ReadonlyMap<BlockId, string> {
  const after = blocks
    .filter(({ op }) => op !== 'deleted')
    .map(({ id, kind, spans }) => {
      const standing = spans.filter(({ op }) => op !== 'deleted')
      return { id, kind, text: standing.map(({ text }) => text).join('') }
    })
  return new Map(clean(after, {}, punctuation).map(({ id, end }) => [id, end]))
}
