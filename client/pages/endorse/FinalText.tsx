import type { Ref } from 'react'
import { Document, DocumentBlock, Words } from '../../design/parts/Document.tsx'
import type { WordsOfVersion } from './shown.ts'

export interface FinalTextProps {
  readonly words: WordsOfVersion
  /** The element that holds exactly the words, for reading them back. */
  readonly page: Ref<HTMLDivElement>
}

/** The final text, clean and in full. */
export function FinalText({ words, page }: FinalTextProps) {
  return (
    <Document language={words.language}>
      <div ref={page}>
        {words.blocks.map(({ kind, label, text, end }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text never changes its order
          <DocumentBlock key={index} kind={kind} label={label} end={end}>
            {kind === 'title' ? text : <Words text={text} language={words.language} />}
          </DocumentBlock>
        ))}
      </div>
    </Document>
  )
}
