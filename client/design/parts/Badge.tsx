import type { ReactNode } from 'react'
import './Badge.css'

export type BadgeTone = 'plain' | 'accent' | 'good' | 'proposal' | 'rival' | 'warning' | 'bad'

export interface BadgeProps {
  readonly tone?: BadgeTone
  /** The words carry the meaning; the tone only seconds them. */
  readonly children: ReactNode
}

export function Badge({ tone = 'plain', children }: BadgeProps) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}
