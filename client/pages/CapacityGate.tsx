import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Link, Outlet, useMatch, useParams } from 'react-router'
import type { Capacity } from '../../shared/api.ts'
import type { CapacityId } from '../../shared/ids.ts'
import { CapacityProvider, useSession } from '../api/session.tsx'
import { shelf } from '../api/shelf.ts'
import { Page } from '../design/parts/Page.tsx'
import { Problem } from '../design/parts/Problem.tsx'
import { Spinner } from '../design/parts/Spinner.tsx'
import { useMessages } from '../i18n.tsx'
import { keepAllPages } from '../registerWorker.ts'
import { useEvery } from '../useEvery.ts'
import { type Keepsake, keptAs } from './endorse/keepsake.ts'

// It reads drafts, and so brings all that drafts are made of: a minister's page does without. The worker keeps it.
const UnreachablePage = lazy(() =>
  import('./unreachable/UnreachablePage.tsx').then((it) => ({ default: it.UnreachablePage })),
)

/** Lets a page through only for a capacity that this browser's session holds. */
export function CapacityGate() {
  const { capacity: id = '' } = useParams()
  const { asked, capacities, reload } = useSession()
  const { common } = useMessages()
  const kept = useKeptCapacity(id)
  const capacity = capacities.find((it) => it.id === id) ?? kept
  const isOther = capacity !== null && capacity.role !== 'signatory'
  useEffect(() => {
    if (isOther) void keepAllPages()
  }, [isOther])
  if (capacity) {
    return (
      <CapacityProvider key={capacity.id} capacity={capacity}>
        <Suspense fallback={<Spinner />}>
          <Outlet />
        </Suspense>
      </CapacityProvider>
    )
  }
  if (asked.is === 'failed' && asked.failure.refused === 'network') {
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

/** A signatory may read again what this device keeps while it is asked who is here, or where nobody answers. */
function useKeptCapacity(id: CapacityId): Capacity | null {
  const { asked, capacities, reload } = useSession()
  const declaration = useMatch('/as/:capacity/d/:declaration/endorse')?.params.declaration
  const isAway = asked.is === 'failed' && asked.failure.refused === 'network'
  const mayRead = declaration !== undefined && (asked.is === 'loading' || isAway)
  const kept = useMemo(
    () => (mayRead ? (shelf.get<Keepsake>(keptAs(id, declaration))?.capacity ?? null) : null),
    [mayRead, id, declaration],
  )
  useEvery(kept && isAway ? AGAIN : null, reload)
  const isGone = asked.is === 'ready' && !capacities.some((it) => it.id === id)
  useEffect(() => {
    if (isGone) shelf.clear(`endorsing/${id}/`)
  }, [isGone, id])
  return kept
}

const AGAIN = 5_000
