import type { ReactNode } from 'react'
import type { BlockId } from '../../../shared/ids.ts'
import { openingLength } from '../../../shared/opening.ts'
import { useConference } from '../../api/conference.tsx'
import { LADDER_SIGNS } from '../../editor/around.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

export interface PaperBlockProps {
  readonly id: BlockId
  readonly kind: 'title' | 'clause'
  readonly label: string
  readonly end: string
  readonly isStruck?: boolean
  readonly children: ReactNode
}

/** A block that is only read. A click chooses it; the outline does the same from the keyboard. */
export function PaperBlock({ id, kind, label, end, isStruck = false, children }: PaperBlockProps) {
  const { selected, select, record } = useFloor()
  const Tag = kind === 'title' ? 'h1' : 'p'
  const standing = useStandingWords(id)
  const sign = LADDER_SIGNS[record.clauses[id]?.ladder ?? 'open']
  const classes = ['block', selected === id ? 'is-selected' : '', isStruck ? 'is-struck' : '']
  return (
    <Tag
      className={classes.filter(Boolean).join(' ')}
      data-block={id}
      data-label={label === '' ? '' : `${label}.`}
      data-end={end}
      {...(sign === '' ? {} : { 'data-ladder': sign, 'data-standing': standing })}
      onClick={() => select(id)}
    >
      {children}
    </Tag>
  )
}

/** `[Agreed ad referendum: Kenya]`: on paper no sign can be pointed at. */
function useStandingWords(id: BlockId): string {
  const { record } = useFloor()
  const { common } = useMessages()
  const { nameOf } = useConference()
  const { ladder, awaiting } = record.clauses[id] ?? { ladder: 'open' as const, awaiting: [] }
  return `[${[common.ladder[ladder], ...awaiting.map(nameOf)].join('\u00a0– ')}]`
}

/** Words whose opening, where they begin a clause, is set in italics. */
export function OpenedWords({ text, kind }: { readonly text: string; readonly kind: 'title' | 'clause' }) {
  const { language } = useFloor().record.declaration
  const length = kind === 'clause' ? openingLength(text, language) : 0
  return length === 0 ? (
    text
  ) : (
    <>
      <em className="opening">{text.slice(0, length)}</em>
      {text.slice(length)}
    </>
  )
}
