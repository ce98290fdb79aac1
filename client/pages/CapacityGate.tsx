import { lazy, Suspense } from 'react'
import { Link, Outlet, useParams } from 'react-router'
import { CapacityProvider, useSession } from '../api/session.tsx'
import { Page } from '../design/parts/Page.tsx'
import { Problem } from '../design/parts/Problem.tsx'
import { Spinner } from '../design/parts/Spinner.tsx'
import { useMessages } from '../i18n.tsx'

// It reads drafts, and so brings all that drafts are made of: a minister's page does without. The worker keeps it.
const UnreachablePage = lazy(() =>
  import('./unreachable/UnreachablePage.tsx').then((it) => ({ default: it.UnreachablePage })),
)

/** Lets a page through only for a capacity that this browser's session holds. */
export function CapacityGate() {
  const { capacity: id } = useParams()
  const { asked, capacities, reload } = useSession()
  const { common } = useMessages()
  const capacity = capacities.find((it) => it.id === id)
  if (capacity) {
    return (
      <CapacityProvider key={capacity.id} capacity={capacity}>
        <Suspense fallback={<Spinner />}>
          <Outlet />
        </Suspense>
      </CapacityProvider>
    )
  }
  if (asked.is === 'failed' && asked.failure.refused === 'network' && id !== undefined) {
    return (
      <Suspense fallback={<Spinner />}>
        <UnreachablePage capacity={id} onRetry={reload} />
      </Suspense>
    )
  }
  const failure =
    asked.is === 'failed' ? asked.failure : { refused: 'session/capacity-not-held' as const, detail: '' }
  return (
    <Page title={common.product} layout="measure">
      {asked.is === 'loading' ? (
        <Spinner />
      ) : (
        <Problem failure={failure} onRetry={reload}>
          <p>
            <Link to="/">{common.toStart}</Link>
          </p>
        </Problem>
      )}
    </Page>
  )
}
