import type { ExcerptSpan } from '../excerpt.ts'
import '../../design/parts/Redline.css'

/** Words struck and words inserted, in their place. */
export function Redline({
  spans,
  language,
}: {
  readonly spans: readonly ExcerptSpan[]
  readonly language: string
}) {
  return (
    <p className="redline" lang={language}>
      {spans.map(({ op, text }, index) => {
        // Spans have no other name, and are drawn anew together.
        const key = index
        if (op === 'deleted') return <del key={key}>{text}</del>
        if (op === 'inserted') return <ins key={key}>{text}</ins>
        return (
          <span key={key} className={op === 'gap' ? 'redline-gap' : ''}>
            {text}
          </span>
        )
      })}
    </p>
  )
}
