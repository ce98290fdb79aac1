import type { CopiedBlock, CopiedSpan } from '../../../shared/copied.ts'
import { openingLength } from '../../../shared/opening.ts'
import { clean, type Line } from '../../../shared/projection.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'
import { DiscussedWords } from './DiscussedWords.tsx'
import { PaperBlock } from './PaperBlock.tsx'
import { PaperTools } from './PaperTools.tsx'
import { useOnly } from './useOnly.ts'

/** The text as it stands, and nothing else. `plainly`: without the tools to take it along. */
export function CleanPaper({ plainly = false }: { readonly plainly?: boolean }) {
  const { blocks, labels, record } = useFloor()
  const { tools } = useMessages().room
  const only = useOnly()
  const { punctuation, language } = record.declaration
  const lines = clean(blocks, labels, punctuation).filter((line) => line.text !== '' && only.shows(line))
  return (
    <>
      {plainly ? null : (
        <PaperTools
          name={tools.clean}
          only={only}
          blocks={() => lines.map((line) => copiedLine(line, language))}
        />
      )}
      <div className="paper-text" lang={language}>
        {lines.map(({ text, ...line }) => (
          <PaperBlock key={line.id} {...line}>
            <DiscussedWords clause={line.id} kind={line.kind} text={text} />
          </PaperBlock>
        ))}
      </div>
    </>
  )
}

const copiedLine = ({ kind, label, text, end }: Line, language: string): CopiedBlock => ({
  kind,
  label,
  spans: [...openedSpans(text, kind, language), { text: end, look: 'plain' }],
})

/** Words that begin a block: their opening in italics. */
export function openedSpans(text: string, kind: Line['kind'], language: string): readonly CopiedSpan[] {
  const length = kind === 'clause' ? openingLength(text, language) : 0
  return [
    { text: text.slice(0, length), look: 'opening' },
    { text: text.slice(length), look: 'plain' },
  ]
}
