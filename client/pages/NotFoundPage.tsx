import { Link } from 'react-router'
import { Page } from '../design/parts/Page.tsx'
import { useMessages } from '../i18n.tsx'

export function NotFoundPage() {
  const { common } = useMessages()
  return (
    <Page title={common.notFoundTitle} layout="measure">
      <div className="stack">
        <h1>{common.notFoundTitle}</h1>
        <p className="muted">{common.notFound}</p>
        <p>
          <Link to="/">{common.toStart}</Link>
        </p>
      </div>
    </Page>
  )
}
