import type { ReactNode } from 'react'
import './PageHead.css'

export interface PageHeadProps {
  readonly title: string
  /** Of what it is a page: the meeting, the declaration. */
  readonly over?: ReactNode
  /** What is found here, in a sentence. */
  readonly lead?: ReactNode
  /** What one can do with all of it. */
  readonly actions?: ReactNode
}

/** How a page begins. */
export function PageHead({ title, over, lead, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <div className="stack-tight">
        {over ? <p className="muted no-print">{over}</p> : null}
        <h1>{title}</h1>
        {lead ? <p className="page-lead muted">{lead}</p> : null}
      </div>
      {actions ? <div className="row no-print">{actions}</div> : null}
    </header>
  )
}
