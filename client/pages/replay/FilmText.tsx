import { memo, useEffect, useRef } from 'react'
import { Document, DocumentBlock } from '../../design/parts/Document.tsx'
import { Redline } from '../../design/parts/Redline.tsx'
import { useMessages } from '../../i18n.tsx'
import { ClauseMarks } from '../versions/ClauseMarks.tsx'
import type { FilmLine, Picture } from './film.ts'

export interface FilmTextProps {
  readonly picture: Picture
  readonly language: string
}

/** The text as the act left it; what the act changed is marked, and brought into view. */
export function FilmText({ picture, language }: FilmTextProps) {
  const paper = useRef<HTMLDivElement>(null)
  const { changed } = picture
  useEffect(() => {
    if (changed === null) return
    const clause = paper.current?.querySelector('.film-line.is-changed')
    // At once, whatever the speed: a text that glides is read less well than one that stands.
    clause?.scrollIntoView({ block: 'nearest' })
  }, [changed])
  return (
    <div className="replay-text" ref={paper}>
      <Document language={language}>
        {picture.lines.map((line) => (
          <FilmClause key={line.id} line={line} language={language} />
        ))}
      </Document>
    </div>
  )
}

/** Drawn again only where it reads otherwise. */
const FilmClause = memo(function FilmClause({
  line,
  language,
}: {
  readonly line: FilmLine
  readonly language: string
}) {
  const { common } = useMessages()
  const { kind, label, end, op, moved, spans, isChanged } = line
  const name = moved?.label ? common.clause(moved.label) : common.title
  return (
    <div className={isChanged ? 'film-line is-changed' : 'film-line'}>
      <DocumentBlock kind={kind} label={label} end={end}>
        <ClauseMarks op={op} moved={moved} nameOf={() => name} />
        <Redline pieces={spans} {...(kind === 'clause' ? { opening: language } : {})} />
      </DocumentBlock>
    </div>
  )
})
