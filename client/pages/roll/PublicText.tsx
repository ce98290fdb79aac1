import { useMemo, useState } from 'react'
import { wordsIn } from '../../../shared/frozen-words.ts'
import { Document, DocumentBlock, Words } from '../../design/parts/Document.tsx'
import { useLanguage } from '../../i18n.tsx'
import { inLanguage } from '../endorse/inLanguage.ts'
import { ReadIn } from '../endorse/ReadIn.tsx'

export interface PublicTextProps {
  /** Canonical words: the authentic ones, and those that were laid in other languages. */
  readonly words: string
  readonly laid: readonly string[]
}

/** The final text in the reader's language where it was laid in that. */
export function PublicText({ words, laid }: PublicTextProps) {
  const { language: own } = useLanguage()
  const [chosen, choose] = useState<string | null>(null)
  const texts = useMemo(() => [words, ...laid].map(wordsIn), [words, laid])
  const all = texts.map(({ language }) => language)
  const wanted = chosen ?? inLanguage(all, own)
  const text = texts.find(({ language }) => language === wanted) ?? texts[0]
  if (!text) return null
  const { language, blocks } = text
  return (
    <>
      <ReadIn laid={all.slice(1)} authentic={all[0] ?? ''} language={language} onChange={choose} />
      <Document language={language}>
        {blocks.map(({ kind, label, text, end }) => (
          <DocumentBlock key={`${label} ${text}`} kind={kind} label={label} end={end}>
            {kind === 'title' ? text : <Words text={text} language={language} />}
          </DocumentBlock>
        ))}
      </Document>
    </>
  )
}
