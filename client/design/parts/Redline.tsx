import type { ReactNode } from 'react'
import { useMessages } from '../../i18n.tsx'

export interface RedlinePiece {
  readonly op: 'kept' | 'inserted' | 'deleted'
  readonly text: string
  readonly amendment: string | null
}

export interface RedlineProps {
  readonly pieces: readonly RedlinePiece[]
  /** Wraps changed words that have a name behind them. */
  readonly named?: (piece: RedlinePiece, words: ReactNode) => ReactNode
}

/** What stands, what is inserted (underlined), what is deleted (struck); listeners are told which is which. */
export function Redline({ pieces, named }: RedlineProps) {
  const { common } = useMessages()
  return pieces.map((piece, index) => {
    const { op, text } = piece
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one redline have no other name
    if (op === 'kept') return <span key={index}>{named?.(piece, text) ?? text}</span>
    const Changed = op === 'inserted' ? 'ins' : 'del'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one redline have no other name
      <Changed key={index}>
        <span className="visually-hidden">{`[${common[op]}: `}</span>
        {named?.(piece, text) ?? text}
        <span className="visually-hidden">{']'}</span>
      </Changed>
    )
  })
}
