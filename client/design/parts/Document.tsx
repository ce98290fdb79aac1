import type { ReactNode } from 'react'
import { openingLength } from '../../../shared/opening.ts'
import { directionOf } from '../../i18n.tsx'
import './Document.css'

export interface DocumentProps {
  /** BCP 47 language of the text, which need not be the reader's. */
  readonly language: string
  readonly children: ReactNode
}

/** The words of a declaration on their sheet. A page translator must not touch them. */
export function Document({ language, children }: DocumentProps) {
  return (
    <article className="document" lang={language} dir={directionOf(language)} translate="no">
      {children}
    </article>
  )
}

export interface DocumentBlockProps {
  readonly kind: 'title' | 'clause'
  /** Hangs in the margin. */
  readonly label: string
  /** Punctuation that is derived, never typed. */
  readonly end?: string
  readonly children: ReactNode
}

/**
 * One block: the title, or a clause with its number in the margin. What is marked `data-shown` can be read back from
 * the page as the parts of the block.
 */
export function DocumentBlock({ kind, label, end = '', children }: DocumentBlockProps) {
  if (kind === 'title') {
    return (
      <h2 className="document-title" data-block={kind}>
        <span data-shown="text">{children}</span>
      </h2>
    )
  }
  return (
    <p className="document-clause" data-block={kind}>
      <span className="document-label">
        {label ? (
          <>
            <span data-shown="label">{label}</span>.{' '}
          </>
        ) : null}
      </span>
      <span data-shown="text">{children}</span>
      <span className="document-end" data-shown="end">
        {end}
      </span>
    </p>
  )
}

/** Words of a clause, its opening in italics: the opening carries the strength of the commitment. */
export function Words({ text, language }: { readonly text: string; readonly language: string }) {
  const opening = openingLength(text, language)
  return (
    <>
      <em>{text.slice(0, opening)}</em>
      {text.slice(opening)}
    </>
  )
}
