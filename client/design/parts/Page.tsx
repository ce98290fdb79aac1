import { type ReactNode, useEffect } from 'react'
import { useMessages } from '../../i18n.tsx'
import './Page.css'
import { type PageDeclaration, PageHeader } from './PageHeader.tsx'

export interface PageProps {
  /** For the browser's tab; the page's own h1 stands in `children`. */
  readonly title: string
  /** `measure`: a column to read; `wide`: lists and tables; `full`: the whole window, header included. */
  readonly layout?: 'measure' | 'wide' | 'full'
  /** The declaration that the page is about, and what stands beside its name: stage, who is here, saved or not. */
  readonly declaration?: PageDeclaration
  readonly status?: ReactNode
  /** What can be done with the declaration on all its pages; stands beside their names. */
  readonly tools?: ReactNode
  /** False on a page that leads nowhere else. */
  readonly nav?: boolean
  /** What everybody on the page must know before anything else; stands under the header. */
  readonly notice?: ReactNode
  readonly children: ReactNode
}

/** Header with the meeting, the declaration, language and capacity; then the page. */
export function Page({
  title,
  layout = 'wide',
  declaration,
  status,
  tools,
  nav = true,
  notice,
  children,
}: PageProps) {
  const { common } = useMessages()
  useEffect(() => {
    document.title = title ? `${title} · ${common.product}` : common.product
  }, [title, common])
  return (
    <div className={`page page-${layout}`}>
      <a className="skip-link" href="#content">
        {common.skip}
      </a>
      <PageHeader {...(declaration ? { declaration } : {})} {...{ status, tools, nav }} />
      {notice}
      <main id="content" className="page-content" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
