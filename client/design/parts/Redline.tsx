import type { ReactNode } from 'react'
import { useMessages } from '../../i18n.tsx'
import { cutOpening, type RedlinePiece } from './piece.ts'

export type { RedlinePiece } from './piece.ts'

export interface RedlineProps<P extends RedlinePiece> {
  readonly pieces: readonly P[]
  /** BCP 47, for the pieces of a whole clause: its opening is set in italics. */
  readonly opening?: string
  /** Wraps changed words that have a name behind them. */
  readonly named?: (piece: P, words: ReactNode) => ReactNode
}

/** What stands, what is inserted (underlined), what is deleted (struck); listeners are told which is which. */
export function Redline<P extends RedlinePiece>({ pieces, opening, named }: RedlineProps<P>) {
  const { common } = useMessages()
  const cut = opening === undefined ? pieces.map(whole) : cutOpening(pieces, opening)
  return cut.map((piece, index) => {
    const { op, text, opens } = piece
    const words = opens ? <em>{text}</em> : text
    const said = named?.(piece, words) ?? words
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one redline have no other name
    if (op === 'kept') return <span key={index}>{said}</span>
    const Changed = op === 'inserted' ? 'ins' : 'del'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one redline have no other name
      <Changed key={index}>
        <span className="visually-hidden">{`[${common[op]}: `}</span>
        {said}
        <span className="visually-hidden">{']'}</span>
      </Changed>
    )
  })
}

const whole = <P extends RedlinePiece>(piece: P) => ({ ...piece, opens: false })
