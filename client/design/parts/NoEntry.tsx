import { Link } from 'react-router'
import type { Failure } from '../../api/failure.ts'
import { useCapacityIfAny } from '../../api/session.tsx'
import { useMessages } from '../../i18n.tsx'
import { Problem } from './Problem.tsx'

export interface NoEntryProps {
  /** What one wanted to see. */
  readonly title: string
  readonly failure: Failure
}

/** In place of a page that one may not see, or that is none: why, and a way on. */
export function NoEntry({ title, failure }: NoEntryProps) {
  const { common } = useMessages()
  const capacity = useCapacityIfAny()
  return (
    <div className="stack">
      <h1>{title}</h1>
      <Problem failure={failure}>
        <p>
          <Link to={capacity ? `/as/${capacity.id}/` : '/'}>{common.toDeclarations}</Link>
        </p>
      </Problem>
    </div>
  )
}
