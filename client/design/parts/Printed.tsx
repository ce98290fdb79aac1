import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Record } from '../../../shared/record.ts'
import { useConference } from '../../api/conference.tsx'
import { useDates } from '../../dates.ts'
import { useMessages } from '../../i18n.tsx'
import './Printed.css'

export interface PrintedProps {
  readonly record: Pick<Record, 'declaration' | 'versions' | 'stage'>
  /** What it is: `Compilation text`. */
  readonly what: string
  /** The declaration's title, where the page has another. */
  readonly title?: string
}

/** The head of what is printed, and the foot of each of its pages: a paper says what it is, and as of when. */
export function Printed({ record, what, title }: PrintedProps) {
  const { common, enter } = useMessages()
  const { conference, meeting } = useConference()
  const { moment, day } = useDates()
  const at = usePrinting()
  const last = record.versions.findLast((it) => !it.automatic)
  const symbol = last?.final ? last.symbol : record.declaration.symbol
  const stage = common.stages[record.stage]
  useFoot([symbol, what, moment(at)].join(' · '))
  return (
    <div className="printed">
      <p className="printed-meeting">
        {meeting}
        {conference ? <span>{enter.placeAndDate(conference.place, day(conference.date))}</span> : null}
      </p>
      <p className="printed-what">
        <strong>{symbol}</strong>
        <span>{what}</span>
        {last && last.symbol !== symbol ? <span>{common.lastIssued(last.symbol)}</span> : null}
        {stage === what ? null : <span>{stage}</span>}
        <time dateTime={at}>{moment(at)}</time>
      </p>
      {title ? <p className="printed-title">{title}</p> : null}
    </div>
  )
}

/** Stands on paper alone, for something that is worked on the screen. */
export function OnPaper({ children }: { readonly children: ReactNode }) {
  return <span className="on-paper">{children}</span>
}

/** When what is printed was printed. */
function usePrinting(): string {
  const [at, setAt] = useState(() => new Date().toISOString())
  useEffect(() => {
    // The paper is laid out as soon as the listeners have returned.
    const begin = () => flushSync(() => setAt(new Date().toISOString()))
    addEventListener('beforeprint', begin)
    return () => removeEventListener('beforeprint', begin)
  }, [])
  return at
}

/** A page box takes no elements, only words: they stand in a sheet of styles of their own. */
function useFoot(words: string): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(footOf(words, document.documentElement.dir === 'rtl'))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== sheet)
    }
  }, [words])
}

function footOf(words: string, isRightToLeft: boolean): string {
  const [start, end] = isRightToLeft ? ['right', 'left'] : ['left', 'right']
  const font = 'font: 8pt "Inter Variable", Inter, sans-serif; color: #000;'
  return `@page {
    @bottom-${start} { content: "${escaped(words)}"; ${font} white-space: nowrap; }
    @bottom-${end} { content: counter(page) " / " counter(pages); ${font} }
  }`
}

/** As a string in a style sheet. */
const escaped = (words: string): string =>
  words.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)
