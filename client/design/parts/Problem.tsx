import type { ReactNode } from 'react'
import type { Failure } from '../../api/failure.ts'
import { useMessages } from '../../i18n.tsx'
import { Button } from '../plain/Button.tsx'
import './EmptyState.css'

export interface ProblemProps {
  readonly failure: Failure
  readonly onRetry?: () => void
  readonly children?: ReactNode
}

/** A refusal in words that help, with its stable code for whoever is asked about it. */
export function Problem({ failure, onRetry, children }: ProblemProps) {
  const { common, refusals } = useMessages()
  return (
    <div className="problem" role="alert">
      <p>{refusals.sentence(failure.refused, failure.about)}</p>
      {children}
      <p className="problem-code">
        {common.codeLabel} <code>{failure.refused}</code>
      </p>
      {onRetry ? (
        <div>
          <Button size="small" onPress={onRetry}>
            {common.tryAgain}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
