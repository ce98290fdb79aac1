import { clean } from '../../../shared/projection.ts'
import { useFloor } from '../floor.tsx'
import { OpenedWords, PaperBlock } from './PaperBlock.tsx'

/** The text as it stands, and nothing else. */
export function CleanPaper() {
  const { blocks, labels, record } = useFloor()
  const { punctuation, language } = record.declaration
  return (
    <div className="paper-text" lang={language}>
      {clean(blocks, labels, punctuation)
        .filter(({ text }) => text !== '')
        .map(({ text, ...line }) => (
          <PaperBlock key={line.id} {...line}>
            <OpenedWords text={text} kind={line.kind} />
          </PaperBlock>
        ))}
    </div>
  )
}
