import { Navigate, useParams } from 'react-router'
import { useSession } from '../api/session.tsx'
import { Spinner } from '../design/parts/Spinner.tsx'

/** Where a paper says that it can be checked. It names no capacity: whoever opens it reads in the first of their own. */
export function AddressOnPaper() {
  const { declaration } = useParams()
  const { asked, capacities } = useSession()
  const [capacity] = capacities
  if (asked.is === 'loading') return <Spinner />
  return <Navigate to={capacity ? `/as/${capacity.id}/d/${declaration}/versions` : '/'} replace />
}
